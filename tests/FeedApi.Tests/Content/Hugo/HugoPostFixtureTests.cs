using System.Globalization;
using System.Text.Json.Nodes;
using FeedApi.Content.Files;
using FeedApi.Content.Posts;
using FeedApi.Model;
using FeedApi.Rendering;
using Xunit;

namespace FeedApi.Tests.Content.Hugo;

/// <summary>Every post of the small sites beside this test, compared with what Hugo 0.111.3 makes of it.</summary>
public sealed class HugoPostFixtureTests
{
    // What is meant to differ, with the reason.
    private static readonly Dictionary<string, string> Differences = new()
    {
        ["hidden/posts/a07.md"] = "Hugo lists a page that it does not render; every article here has an address",
        ["hidden/posts/a08.md"] = "the same",
        ["permalinks/zone/a.md"] = ".NET knows no abbreviations of zones",
        ["cjk/posts/b.md"] = "a description is a summary where there is no other",
    };

    private static readonly Dictionary<string, Dictionary<string, Article>> Ours =
        HugoArchive.All.ToDictionary(archive => archive.Name, Read);

    private static readonly Dictionary<string, IReadOnlyDictionary<string, JsonNode>> Theirs =
        HugoArchive.All.ToDictionary(archive => archive.Name, archive => HugoAnswer.PagesOf(HugoAnswer.Of(archive)));

    public static TheoryData<string, string> Posts =>
        [.. HugoArchive.All.SelectMany(archive => archive.Posts.Select(post => (archive.Name, post)))];

    [Theory]
    [MemberData(nameof(Posts))]
    public void A_post_is_what_it_is_in_Hugo(string site, string post)
    {
        var page = Theirs[site].GetValueOrDefault(post);
        var article = Ours[site].GetValueOrDefault("content/" + post);
        if (Differences.ContainsKey($"{site}/{post}"))
        {
            Assert.NotEqual(TextOf(page, site), TextOf(article, site));
            return;
        }

        Assert.Equal(TextOf(page, site), TextOf(article, site));
    }

    [Fact]
    public void There_are_enough_of_them_and_few_differ()
    {
        Assert.True(Posts.Count > 130, $"{Posts.Count} posts are compared.");
        Assert.True(Differences.Count * 50 <= Posts.Count, $"{Differences.Count} posts differ.");
    }

    private static string TextOf(JsonNode? page, string site)
    {
        if (page is null) return "hidden";
        var (date, lastModified) = (DateOf(page["date"]), DateOf(page["lastmod"]));
        return Lines(
            site,
            Uri.UnescapeDataString((string)page["url"]!),
            date,
            lastModified > date ? lastModified : date,
            NamesOf(page["categories"]),
            NamesOf(page["tags"]),
            (string)page["author"]!,
            (string)page["summary"]!,
            (int)page["words"]!);
    }

    private static string TextOf(Article? article, string site) => article is null ? "hidden" : Lines(
        site,
        article.Path,
        article.Published,
        article.Updated,
        article.Categories.Select(term => term.Name),
        article.Tags.Select(term => term.Name),
        article.Authors is [var author, ..] ? author.Name : "",
        article.Summary,
        article.WordCount);

    // Summaries and words differ where nobody asks for Hugo's way of counting.
    private static string Lines(
        string site, string url, DateTimeOffset date, DateTimeOffset updated, IEnumerable<string> categories, IEnumerable<string> tags,
        string author, string summary, int words) => string.Join('\n',
        [
            url, TextOf(date), TextOf(updated), "categories: " + string.Join(" | ", categories), "tags: " + string.Join(" | ", tags),
            "author: " + author, .. site is "cjk" or "summary-length" ? (string[])[summary.Trim(), TextOf(words)] : []
        ]);

    private static IEnumerable<string> NamesOf(JsonNode? names) =>
        (names is JsonArray list ? list.Select(TextOf) : names is null ? [] : [TextOf(names)])
            .Where(name => name.Length > 0).DistinctBy(Slug.KeyOf);

    private static string TextOf(JsonNode? name) => name?.ToString().Trim() ?? "";

    private static string TextOf(DateTimeOffset date) => date.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    private static string TextOf(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static DateTimeOffset DateOf(JsonNode? date) => DateTimeOffset.Parse((string)date!, CultureInfo.InvariantCulture);

    private static Dictionary<string, Article> Read(HugoArchive archive)
    {
        using var folder = archive.Fill(new ContentFolder());
        var site = folder.Site(url: null);
        var (reader, renderer) = (new PostReader(site), new ArticleRenderer(site));
        var now = TimeProvider.System.GetUtcNow();
        Dictionary<string, Article> articles = [];
        foreach (var file in new PostFiles(site).List(CancellationToken.None).Files)
        {
            if (reader.Read(file, CancellationToken.None).Post is not { IsHidden: false } post) continue;
            if ((post.ShownFrom ?? post.Published) > now || post.ShownUntil <= now) continue;
            if (renderer.Render(post).Article is { } article) articles[file.Path] = article;
        }

        return articles;
    }
}
