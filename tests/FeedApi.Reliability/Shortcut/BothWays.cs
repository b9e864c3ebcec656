using FeedApi.Model;
using FeedApi.Rendering;
using FeedApi.Rendering.Embeds;
using FeedApi.Site;
using FeedApi.Site.Addresses;

namespace FeedApi.Reliability.Shortcut;

/// <summary>Reads HTML as plain HTML and by way of a tree, and compares all that comes of it.</summary>
internal sealed class BothWays
{
    private const string SourcePath = "_posts/2022-04-19-spring-tide.md";
    private const string Separator = "excerpt";

    private static readonly SiteConfig Site = new()
    {
        ContentFolder = "/nonexistent",
        Title = "Tides",
        Description = "About tides",
        Url = "https://example.org",
        BaseUrl = "/news",
        PublicUrl = "https://example.org/news",
        TimeZone = TimeZoneInfo.Utc,
        GuidHost = "example.org",
        Fingerprint = "",
    };

    private static readonly Post Written = new()
    {
        Path = SourcePath,
        NameId = "2022-04-19-spring-tide",
        Slug = "spring-tide",
        Format = PostFormat.Html,
        Title = "Spring tide",
        Published = DateTimeOffset.UnixEpoch,
        FileDate = new DateOnly(2022, 4, 19),
        Body = "",
        BodyLine = 5,
    };

    private readonly BodyReader reader = new(Site);

    /// <summary>What differs; null when nothing does.</summary>
    /// <param name="html">The HTML.</param>
    /// <param name="isPlain">True when it was read as plain HTML: no other can differ.</param>
    public string? DifferenceIn(string html, out bool isPlain)
    {
        var (plainLinks, treeLinks) = (Links(), Links());
        var plain = Describe(() => reader.ReadPlain(html, Resolver(plainLinks), Separator), plainLinks);
        isPlain = plain is not null;
        if (plain is null) return null;
        var report = new BodyReport(html);
        var tree = Describe(() => reader.ReadTree(html, Resolver(treeLinks), Separator, report), treeLinks);
        if (report.ProblemsOf(Written).FirstOrDefault() is { } problem) return $"plain HTML has a problem: {problem.Message}";
        return plain == tree ? null : $"read as plain HTML:\n{plain}\nas a tree:\n{tree}";
    }

    private static LinkedFiles Links() => new(Site, SourcePath, hasBundle: false);

    private static AddressResolver Resolver(LinkedFiles linked) =>
        new(Site, "https://example.org/news/2022/tide.html", bundle: null, findPost: name => "https://example.org/" + name)
        {
            Linked = linked,
        };

    private static string? Describe(Func<Body?> read, LinkedFiles linked)
    {
        try
        {
            return read() is { } body ? Describe(body, linked) : null;
        }
        catch (RenderingException refusal)
        {
            return $"{refusal.Code}: {refusal.Message}";
        }
    }

    private static string Describe(Body body, LinkedFiles linked)
    {
        var reading = body.Reading;
        return $"""
            html     [{body.Html}] {body.PageHtml ?? "null"}
            text     [{reading.Text}]
            before   [{reading.TextBeforeMore ?? "null"}]
            first    [{reading.FirstParagraph}]
            image    {reading.FirstImage?.ToString() ?? "null"}
            media    {string.Join(' ', reading.Media)}
            external {reading.ExternalUrl ?? "null"}
            linked   {string.Join(' ', linked.Keys)}
            files    {body.Files.Count}
            """;
    }
}
