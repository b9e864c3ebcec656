using System.Collections.Frozen;

namespace FeedApi.Rendering.Html;

/// <summary>The HTML names used by sanitising and text extraction.</summary>
internal static class HtmlVocabulary
{
    /// <summary>Elements removed together with their content.</summary>
    public static readonly FrozenSet<string> Dropped = Set(
        "script style template noscript iframe object embed applet svg frame frameset noframes meta link base title xmp plaintext " +
        "noembed textarea select button input form canvas head param portal fencedframe");

    /// <summary>Elements that are allowed; any other is replaced by its content.</summary>
    public static readonly FrozenSet<string> Allowed = Set(
        "a abbr address article aside audio b bdi bdo blockquote br caption cite code col colgroup data dd del details dfn div dl dt em " +
        "figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr i img ins kbd li main mark nav ol p picture pre q rb rp rt rtc ruby s "
            + "samp section small source span strike strong sub summary sup table tbody td tfoot th thead time tr "
            + "track u ul var video wbr");

    /// <summary>Attributes that are allowed at both trust levels.</summary>
    public static readonly FrozenSet<string> Attributes = Set(
        "href src srcset poster cite alt title width height colspan rowspan scope span start reversed value type datetime lang dir align " +
        "media sizes controls loop muted preload kind label srclang default open loading decoding abbr headers id class rel");

    /// <summary>Attributes whose value is one address.</summary>
    public static readonly FrozenSet<string> AddressAttributes = Set("href src poster cite");

    /// <summary>Elements that are on lines of their own in plain text.</summary>
    public static readonly FrozenSet<string> Blocks = Set(
        "address article aside audio blockquote caption dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr " +
        "li main nav ol p picture pre section summary table tbody td tfoot th thead tr ul video");

    /// <summary>Blocks whose text is not used as the summary when there is a paragraph.</summary>
    public static readonly FrozenSet<string> NotSummary = Set("h1 h2 h3 h4 h5 h6 figcaption caption table pre nav summary ul ol dl");

    /// <summary>Elements without content.</summary>
    public static readonly FrozenSet<string> Void = Set("area base br col embed hr img input link meta param source track wbr");

    /// <summary>Elements removed when they have no usable address.</summary>
    public static readonly FrozenSet<string> Fetching = Set("img source track video audio");

    /// <summary>Elements that a parser reopens in the next block when they were not closed.</summary>
    public static readonly FrozenSet<string> Formatting = Set("a b big code em font i nobr s small strike strong tt u");

    /// <summary>Elements beyond which an end tag has no effect.</summary>
    public static readonly FrozenSet<string> ScopeBoundaries = Set("applet caption html table td th marquee object template select button");

    /// <summary>Hosts whose players are allowed at trust level author.</summary>
    public static readonly FrozenSet<string> PlayerHosts = Set(
        "www.youtube-nocookie.com player.vimeo.com player.bilibili.com v.qq.com player.youku.com open.spotify.com " +
        "embed.podcasts.apple.com www.xiaoyuzhoufm.com music.163.com w.soundcloud.com bandcamp.com www.openstreetmap.org");

    /// <summary>CSS properties allowed at trust level author; none can fetch, move or cover anything.</summary>
    public static readonly FrozenSet<string> Styles = Set(
        "color background-color text-align text-indent text-transform text-decoration text-decoration-line text-decoration-style " +
        "text-decoration-color text-decoration-thickness font-weight font-style font-variant width height max-width vertical-align " +
        "white-space list-style-type list-style-position border-collapse " +
        "border-top-width border-top-style border-top-color border-right-width border-right-style border-right-color " +
        "border-bottom-width border-bottom-style border-bottom-color border-left-width border-left-style border-left-color " +
        "padding-top padding-right padding-bottom padding-left");

    private static readonly FrozenDictionary<string, string> Names = Dropped.Concat(Allowed).Concat(Formatting).Concat(ScopeBoundaries)
        .Concat(Void).Distinct(StringComparer.Ordinal).ToFrozenDictionary(name => name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The name in lower case, without an allocation when it is known.</summary>
    public static string Intern(ReadOnlySpan<char> name) =>
        Names.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var known) ? known : name.ToString().ToLowerInvariant();

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
