using System.Collections.Frozen;
using FeedApi.Kramdown.Parsing;

namespace FeedApi.Kramdown.Html;

/// <summary>The HTML elements known to kramdown.</summary>
internal static class HtmlNames
{
    /// <summary>Inline elements: a line that begins with one is a paragraph.</summary>
    public static FrozenSet<string> Span { get; } = Set(
        "a abbr acronym b big bdo br button cite code del dfn em i img input ins kbd label mark option q rb rbc rp rt "
            + "rtc ruby samp select small span strong sub sup tt u var");

    /// <summary>Elements that are text as written in a paragraph.</summary>
    public static FrozenSet<string> Block { get; } = Set(
        "address article aside applet body blockquote caption col colgroup dd div dl dt fieldset figcaption footer form "
            + "h1 h2 h3 h4 h5 h6 header hgroup hr html head iframe legend menu li main map nav ol optgroup p pre section "
            + "summary table tbody td th thead tfoot tr ul");

    /// <summary>Elements without content.</summary>
    public static FrozenSet<string> Empty { get; } = Set(
        "area base br col command embed hr img input keygen link meta param source track wbr");

    private static readonly FrozenSet<string> BlockContent = Set(
        "address applet article aside blockquote body dd details div dl fieldset figure figcaption footer form header "
            + "hgroup iframe li main map menu nav noscript object section summary td");

    private static readonly FrozenSet<string> SpanContent = Set(
        "a abbr acronym b bdo big button cite caption del dfn dt em h1 h2 h3 h4 h5 h6 i ins label legend optgroup p q "
            + "rb rbc rp rt rtc ruby select small span strong sub sup th tt");

    private static readonly FrozenSet<string> RawContent = Set(
        "script style math option textarea pre code kbd samp var");

    private static readonly FrozenSet<string> All =
        Span.Concat(Block).Concat(Empty).Concat(BlockContent).Concat(SpanContent).Concat(RawContent).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The name in lower case for a known element; otherwise as written.</summary>
    public static string Normalise(string name)
    {
#pragma warning disable CA1308 // HTML names are in lower case.
        var lower = name.ToLowerInvariant();
#pragma warning restore CA1308
        return All.Contains(lower) ? lower : name;
    }

    /// <summary>True for elements of HTML, in lower case.</summary>
    public static bool IsKnown(string name) => All.Contains(name);

    /// <summary>How the content of an element is parsed when Markdown is enabled in it.</summary>
    public static HtmlContentModel ContentOf(string name) =>
        BlockContent.Contains(name) ? HtmlContentModel.Blocks : SpanContent.Contains(name) ? HtmlContentModel.Spans : HtmlContentModel.Raw;

    /// <summary>The end of the name of an element or attribute, with an optional prefix; the start when there is none.</summary>
    public static int EndOfName(string text, int start)
    {
        var end = EndOfPart(text, start);
        if (end == start || end >= text.Length || text[end] != ':') return end;
        var local = EndOfPart(text, end + 1);
        return local > end + 1 ? local : end;
    }

    /// <summary>True for <c>&lt;name</c> and <c>&lt;/name&gt;</c> unless the name is that of an inline element.</summary>
    public static bool IsBlockTag(string text, int at)
    {
        var isEnd = at + 1 < text.Length && text[at + 1] == '/';
        var start = at + (isEnd ? 2 : 1);
        var end = EndOfName(text, start);
        if (end == start) return false;
        if (isEnd && (Characters.SkipSpace(text, end) is var close && (close >= text.Length || text[close] != '>'))) return false;
        var word = start;
        while (word < text.Length && Characters.IsAnyWord(text[word])) word++;
        var name = text.AsSpan(start, word - start);
        return !name.SequenceEqual("script") && !Span.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);
    }

    private static int EndOfPart(string text, int at)
    {
        if (at >= text.Length || !(Characters.IsLetter(text[at]) || text[at] == '_')) return at;
        while (at < text.Length && (Characters.IsAnyWord(text[at]) || text[at] is '-' or '.')) at++;
        return at;
    }

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}

/// <summary>How the content of an HTML element is parsed.</summary>
internal enum HtmlContentModel
{
    /// <summary>As HTML.</summary>
    Raw,

    /// <summary>As Markdown blocks.</summary>
    Blocks,

    /// <summary>As inline Markdown.</summary>
    Spans,
}
