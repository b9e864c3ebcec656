using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using FeedApi.Commands.Offline;
using FeedApi.Model;
using FeedApi.Model.Text;
using FeedApi.Site.Addresses;

namespace FeedApi.Commands.Check;

/// <summary>Follows the links of articles within the site: is anything there, and is the place in it that they name?</summary>
internal sealed partial class LinkCheck
{
    private readonly OfflineServer server;
    private readonly SourceText sources;
    private readonly string root;
    private readonly HashSet<string> articles;
    private readonly Dictionary<string, bool> answers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> places = new(StringComparer.Ordinal);

    /// <summary>Begins a check.</summary>
    /// <param name="server">The server of the site.</param>
    /// <param name="sources">Finds the lines of links.</param>
    /// <param name="articles">The addresses of all articles.</param>
    public LinkCheck(OfflineServer server, SourceText sources, HashSet<string> articles)
    {
        (this.server, this.sources, this.articles) = (server, sources, articles);
        // What lies elsewhere is served by others.
        root = server.Get<SiteLinks>().Public("/");
    }

    /// <summary>Number of different links that were followed.</summary>
    public int Count => answers.Count;

    /// <summary>The problems of an article's links.</summary>
    /// <param name="article">The article with its HTML.</param>
    public async Task<IReadOnlyList<Problem>> CheckAsync(Article article)
    {
        List<Problem> problems = [];
        var own = server.Get<SiteLinks>().Article(article);
        foreach (var link in LinksOf(article.Html).Distinct(StringComparer.Ordinal))
        {
            var hash = link.IndexOf('#', StringComparison.Ordinal);
            var (target, fragment) = hash < 0 ? (link, "") : (link[..hash], link[(hash + 1)..]);
            // What follows is for browsers, which look for a text (Text Fragments).
            fragment = fragment.Split(":~:")[0];
            if (!target.StartsWith(root, StringComparison.Ordinal) && !articles.Contains(target)) continue;
            // Links within an article were checked when it was rendered.
            if (target == own) continue;
            if (!await IsThereAsync(target)) problems.Add(Dead(article, link, CheckCodes.DeadLink, "There is nothing at"));
            else if (fragment.Length > 0 && articles.Contains(target) && !await HasPlaceAsync(target, fragment))
                problems.Add(Dead(article, link, CheckCodes.DeadAnchor, "The article has no such place:"));
        }

        return problems;
    }

    private static IEnumerable<string> LinksOf(string html) =>
        Link().Matches(html).Select(match => WebUtility.HtmlDecode(match.Groups["address"].Value));

    private async Task<bool> IsThereAsync(string target)
    {
        if (answers.TryGetValue(target, out var isThere)) return isThere;
        isThere = articles.Contains(target) || (await server.AskAsync(HttpMethods.Head, target)).Status is not (404 or 410);
        return answers[target] = isThere;
    }

    private async Task<bool> HasPlaceAsync(string target, string fragment)
    {
        if (fragment is "top") return true;
        if (!places.TryGetValue(target, out var found)) places[target] = found = await PlacesOfAsync(target);
        return found.Contains(Uri.UnescapeDataString(fragment));
    }

    // By the page, as a browser gets it.
    private async Task<HashSet<string>> PlacesOfAsync(string target)
    {
        var page = Encoding.UTF8.GetString((await server.AskAsync(HttpMethods.Get, target)).Body);
        return [.. Place().Matches(page).Select(match => WebUtility.HtmlDecode(match.Groups["id"].Value))];
    }

    private Problem Dead(Article article, string link, string code, string message)
    {
        var path = new Uri(link).PathAndQuery;
        var fragment = new Uri(link).Fragment;
        var place = sources.Find(
            article.SourcePath, link, path + fragment, Uri.UnescapeDataString(path + fragment), path, Uri.UnescapeDataString(path),
            Uri.UnescapeDataString(path.TrimEnd('/').Split('/')[^1]));
        return new Problem(
            code, ProblemSeverity.Warning, article.SourcePath, place?.Line, place?.Column,
            $"{message} {MessageText.Shorten(Uri.UnescapeDataString(path + fragment))}.", "The link leads nowhere.");
    }

    [GeneratedRegex("\\s(?:href|src|poster)=\"(?<address>https?:[^\"]*)\"")]
    private static partial Regex Link();

    [GeneratedRegex("\\s(?:id|name)=\"(?<id>[^\"]+)\"")]
    private static partial Regex Place();
}
