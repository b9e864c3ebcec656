using FeedApi.Model;

namespace FeedApi.Site.Addresses;

/// <summary>The addresses of other programs' feeds that every site serves; the first that matches a request is used.</summary>
internal static class FeedAliasAddresses
{
    private const string AnySlug = "{" + FeedAliasAddress.SlugParameter + "}";

    private static readonly TermKind[] Kinds = Enum.GetValues<TermKind>();

    // The most specific first.
    private static readonly string[] Days =
    [
        "/{year:int:length(4)}/{month:int:length(1,2)}/{day:int:length(1,2)}",
        "/{year:int:length(4)}/{month:int:length(1,2)}",
        "/{year:int:length(4)}",
    ];

    // Requests for RSS 0.92 and RSS 1.0 get RSS 2.0, which every reader of those supports.
    private static readonly (string Ending, FeedFormat Format)[] WordPressFormats =
        [("", FeedFormat.Rss), ("/rss2", FeedFormat.Rss), ("/rss", FeedFormat.Rss), ("/rdf", FeedFormat.Rss), ("/atom", FeedFormat.Atom)];

    /// <summary>The category feed of jekyll-feed; only sites with that plugin serve it.</summary>
    public const string JekyllCategory = "/feed/" + AnySlug + ".xml";

    /// <summary>All addresses, in the order of matching.</summary>
    public static IReadOnlyList<FeedAliasAddress> All { get; } = [.. Files, .. Hugo, .. Zola, .. WordPress, .. Ghost];

    private static IEnumerable<FeedAliasAddress> Files =>
    [
        OfSite("/feed.xml", FeedFormat.Atom),
        OfSite("/atom.xml", FeedFormat.Atom),
        OfSite("/rss.xml", FeedFormat.Rss),
    ];

    private static IEnumerable<FeedAliasAddress> Hugo =>
    [
        OfSite("/index.xml", FeedFormat.Rss),
        .. Kinds.Select(kind => OfTerms($"{Routes.TermList(kind)}/{AnySlug}/index.xml", kind, FeedFormat.Rss)),
    ];

    // Zola's main feeds are among the files above.
    private static IEnumerable<FeedAliasAddress> Zola =>
    [
        .. Kinds.Select(kind => OfTerms($"{Routes.TermList(kind)}/{AnySlug}/atom.xml", kind, FeedFormat.Atom)),
        .. Kinds.Select(kind => OfTerms($"{Routes.TermList(kind)}/{AnySlug}/rss.xml", kind, FeedFormat.Rss)),
    ];

    // WordPress's main feed is at /feed/, which is FeedApi's own address.
    private static IEnumerable<FeedAliasAddress> WordPress =>
    [
        .. WordPressFormats.Where(each => each.Ending.Length > 0).Select(each => OfSite(Routes.Feed + each.Ending, each.Format)),
        .. Kinds.SelectMany(kind => WordPressOf($"/{kind.ToString().ToLowerInvariant()}/{AnySlug}", kind)),
        .. WordPressOf($"/category/{{parent}}/{AnySlug}", TermKind.Category),
        .. WordPressOf($"/category/{{grandparent}}/{{parent}}/{AnySlug}", TermKind.Category),
        .. Days.SelectMany(days => WordPressOf(days, kind: null)),
        .. WordPressOf("/search/{" + FeedAliasAddress.WordsParameter + "}", kind: null),
    ];

    private static IEnumerable<FeedAliasAddress> Ghost =>
    [
        OfSite("/rss", FeedFormat.Rss),
        OfTerms($"/tag/{AnySlug}/rss", TermKind.Tag, FeedFormat.Rss),
        OfTerms($"/author/{AnySlug}/rss", TermKind.Author, FeedFormat.Rss),
    ];

    private static IEnumerable<FeedAliasAddress> WordPressOf(string page, TermKind? kind) =>
        WordPressFormats.Select(each => new FeedAliasAddress($"{page}/feed{each.Ending}", kind, each.Format));

    private static FeedAliasAddress OfSite(string pattern, FeedFormat format) => new(pattern, null, format);

    private static FeedAliasAddress OfTerms(string pattern, TermKind kind, FeedFormat format) => new(pattern, kind, format);
}
