using System.Collections.Frozen;

namespace FeedApi.Http.Audience;

/// <summary>The known feed readers, with their aliases, and the browsers and mail programs that fetch feeds.</summary>
internal static class KnownReaders
{
    // The most specific first: Edge also claims to be Chrome and Safari.
    private static readonly string[] Browsers =
        [
            "Thunderbird/", "SeaMonkey/", "Liferea/", "Vivaldi/", "Vienna/",
            "NetNewsWire/", "Brave/", "OPR/", "Edg/", "Firefox/", "Chrome/", "Safari/"
        ];

    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["FeedlyBot"] = "Feedly",
        ["FeedlyApp"] = "Feedly",
        ["inoreader.com"] = "Inoreader",
        ["inoreader.com-like FeedFetcher-Google"] = "Inoreader",
        ["theoldreader.com"] = "The Old Reader",
        ["NewsBlur Feed Fetcher"] = "NewsBlur",
        ["NewsBlur Page Fetcher"] = "NewsBlur",
        ["NewsBlur Favicon Fetcher"] = "NewsBlur",
        ["UniversalFeedParser"] = "feedparser",
        ["FeedFetcher-Google"] = "Google",
        ["Tiny Tiny RSS"] = "Tiny Tiny RSS",
        ["Digg Feed Fetcher"] = "Digg",
        ["OPR"] = "Opera",
        ["Edg"] = "Edge",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    // These are always counted by name, even when clients send many random names.
    private static readonly FrozenSet<string> WellKnown = Names.Values.Concat(
    [
        "Akregator", "Audiobookshelf", "BazQux", "Chrome", "CommaFeed", "curl", "Feedbin", "Feeder", "Feedspot",
        "Firefox", "FreshRSS", "Go-http-client", "Liferea", "Miniflux", "NetNewsWire", "Netvibes", "newsboat",
        "newsraft", "Nextcloud-News", "none", "Overcast", "python-requests", "QuiteRSS", "Reeder", "RSS Guard",
        "RSSOwl", "Safari", "Superfeedr", "Thunderbird", "Unread", "Vienna", "Wget", "YarrReader", "Yarr", "unnamed",
    ]).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The name under which a program is counted.</summary>
    public static string NameOf(string written) => Names.GetValueOrDefault(written, written);

    /// <summary>True for the name of a known reader.</summary>
    public static bool Contains(string name) => WellKnown.Contains(name);

    /// <summary>The product and version in a browser's User-Agent field; <c>Mozilla</c> when the browser is unknown.</summary>
    public static ReadOnlySpan<char> BrowserIn(ReadOnlySpan<char> text)
    {
        foreach (var browser in Browsers)
        {
            var at = text.IndexOf(browser, StringComparison.Ordinal);
            if (at < 0) continue;
            var product = text[at..];
            return product.IndexOfAny(' ', ';', ')') is >= 0 and var end ? product[..end] : product;
        }

        return "Mozilla";
    }
}
