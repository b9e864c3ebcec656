using System.Collections.Frozen;

namespace FeedApi.Rendering.Html;

/// <summary>The names of HTML's elements, obsolete ones among them.</summary>
/// <remarks>WHATWG HTML, sections 4 and 16.2; whether an element may pass is said by <see cref="HtmlVocabulary"/>.</remarks>
internal static class HtmlNames
{
    /// <summary>Elements whose content is no HTML to be looked at: text, drawings and formulas.</summary>
    public static readonly FrozenSet<string> Opaque = Set("script style textarea title xmp iframe noembed noframes plaintext svg math");

    /// <summary>Elements that would take all that follows with them when they are not closed.</summary>
    public static readonly FrozenSet<string> Swallowing =
        Set("object applet map select button form canvas template textarea style script title iframe data menu");

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> All = Set(
        "a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body br "
        + "button canvas caption center cite code col colgroup command content data datalist dd del details dfn dialog dir div dl "
        + "dt em embed fencedframe fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header "
        + "hgroup hr html i iframe image img input ins isindex kbd keygen label legend li link listing main map mark marquee math "
        + "menu menuitem meta meter multicol nav nextid nobr noembed noframes noindex noscript object ol optgroup option output p "
        + "param picture plaintext portal pre progress q rb rp rt rtc ruby s samp script search section select selectedcontent "
        + "shadow slot small source spacer span strike strong style sub summary sup svg table tbody td template textarea tfoot th "
        + "thead time title tr track tt u ul var video wbr xmp")
        .ToFrozenDictionary(name => name, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The name in lower case; null when no element of HTML is called so.</summary>
    public static string? Known(ReadOnlySpan<char> name) => All.TryGetValue(name, out var known) ? known : null;

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
