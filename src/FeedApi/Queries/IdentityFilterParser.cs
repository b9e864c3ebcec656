using FeedApi.Model.Text;
using FeedApi.Site;

namespace FeedApi.Queries;

/// <summary>
/// Parses the selection of single articles: <c>ids</c>, separated by commas, and <c>url</c>, the address of an article's page, which may be
/// repeated. Articles that there are not are left out of the answer.
/// </summary>
internal sealed class IdentityFilterParser(SiteConfig site)
{
    /// <summary>The parameter of ids.</summary>
    public const string Ids = "ids";

    /// <summary>The parameter of addresses.</summary>
    public const string Url = "url";

    private const int MaxArticles = ArticleQuery.MaxLimit;

    /// <summary>Parses ids and paths, each null when none are given; or returns the first fault.</summary>
    public (IReadOnlyList<string>? Ids, IReadOnlyList<string>? Paths, ParameterFault? Fault) Parse(ILookup<string, string> given)
    {
        string[]? ids = given[Ids].Any()
            ? Sorted(given[Ids].SelectMany(
                value => value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))
            : null;
        if (ids is [] or { Length: > MaxArticles })
            return (null, null, new ParameterFault(Ids, $"ids must be 1 to {MaxArticles} ids, separated by commas."));
        List<string> paths = [];
        foreach (var url in given[Url])
        {
            if (PathOf(url.Trim()) is not { } path) return (null, null, OfOtherSite(url));
            paths.Add(path);
        }

        if (paths.Count > MaxArticles)
            return (null, null, new ParameterFault(Url, $"At most {MaxArticles} addresses may be given."));
        return (ids, paths.Count > 0 ? Sorted(paths) : null, null);
    }

    // The percent-decoded path below the address of the site, without query and fragment.
    private string? PathOf(string url)
    {
        var root = site.Url + site.BaseUrl;
        var rest = url.StartsWith(root, StringComparison.OrdinalIgnoreCase) ? url[root.Length..] : url.StartsWith('/') ? url : null;
        if (rest is null || !rest.StartsWith('/')) return null;
        var end = rest.AsSpan().IndexOfAny('?', '#');
        return Uri.UnescapeDataString(end < 0 ? rest : rest[..end]);
    }

    private ParameterFault OfOtherSite(string url) => new(
        Url,
        $"url is \"{MessageText.Shorten(url)}\"; it must be the address of an article, such as {site.Url}{site.BaseUrl}/articles/some-id.");

    private static string[] Sorted(IEnumerable<string> values) =>
        [.. values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
