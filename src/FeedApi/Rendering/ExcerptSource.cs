using System.Buffers;
using System.Text;
using FeedApi.Model;
using FeedApi.Site;

namespace FeedApi.Rendering;

/// <summary>
/// Extracts the excerpt from a post's source as Jekyll does, before anything in it is rendered: with the link definitions that it needs,
/// and with its Liquid blocks closed.
/// </summary>
internal static class ExcerptSource
{
    private const string JekyllSeparator = "\n\n";

    // The whole excerpt is searched for each.
    private const int MaxDefinitions = 1_000;

    // Liquid, kramdown's lists of attributes and headings, fenced code, comments, formulas, footnotes, definitions of links and
    // abbreviations; an HTML parser moves text that is not allowed in a table before it.
    private static readonly SearchValues<string> FarReaching =
        SearchValues.Create(["{%", "{{", "{:", "```", "~~~", "<!--", "$$", "[^", "]:", "<table"], StringComparison.OrdinalIgnoreCase);

    // The blocks of Jekyll and of Liquid.
    private static readonly HashSet<string> LiquidBlocks =
        new(["capture", "case", "comment", "for", "highlight", "if", "ifchanged", "raw", "tablerow", "unless"], StringComparer.Ordinal);

    /// <summary>
    /// The excerpt's source; the whole body when it has no separator; null when the site has excerpts of another kind or none.
    /// </summary>
    public static string? Of(Post post, SiteConfig site)
    {
        if (!site.IsJekyll || (post.ExcerptSeparator ?? site.ExcerptSeparator ?? JekyllSeparator) is not { Length: > 0 } separator)
            return null;
        var body = WithoutBlankStart(post.Body);
        var end = body.IndexOf(separator, StringComparison.Ordinal);
        if (end < 0 || end + separator.Length == body.Length) return body[..(end < 0 ? body.Length : end)];
        var excerpt = new StringBuilder(body, 0, end, end + 256);
        CloseLiquid(excerpt, body[..end]);
        AddDefinitions(excerpt, body[(end + separator.Length)..]);
        return excerpt.ToString();
    }

    /// <summary>
    /// True when the summary of the excerpt equals that of the body: the excerpt is a prefix of the body, it
    /// is long enough, and nothing in the body can change what is before a preceding blank line. Such an excerpt need
    /// not be rendered separately.
    /// </summary>
    /// <param name="body">The source of the body.</param>
    /// <param name="source">The source of the excerpt.</param>
    /// <param name="bodyText">The text of the body.</param>
    public static bool IsSummarisedByBody(string body, string source, string bodyText)
    {
        var head = WithoutBlankStart(body);
        if (!head.StartsWith(source, StringComparison.Ordinal) || !head.AsSpan(source.Length).StartsWith(JekyllSeparator)) return false;
        // No source is shorter than its text. Twice the summary's length leaves room for white space that is collapsed.
        var tail = head.Length - source.Length;
        if (bodyText.Length - tail <= 2 * RenderingLimits.SummaryChars) return false;
        return body.AsSpan().IndexOfAny(FarReaching) < 0;
    }

    // Jekyll treats blank lines after the front matter as part of it.
    private static string WithoutBlankStart(string body)
    {
        var start = 0;
        for (var at = 0; at < body.Length && IsSpace(body[at]); at++)
        {
            if (body[at] == '\n') start = at + 1;
        }

        return body[start..];
    }

    private static void CloseLiquid(StringBuilder excerpt, string head)
    {
        var names = TagsOf(head);
        foreach (var name in names.Where(LiquidBlocks.Contains).Reverse().Distinct())
        {
            if (!names.Any(each => each.StartsWith("end" + name, StringComparison.Ordinal)))
                excerpt.Append("\n{% end").Append(name).Append(" %}");
        }
    }

    private static List<string> TagsOf(string source)
    {
        List<string> names = [];
        for (var at = 0; (at = source.IndexOf("{%", at, StringComparison.Ordinal)) >= 0;)
        {
            at += 2;
            if (at < source.Length && source[at] == '-') at++;
            while (at < source.Length && IsSpace(source[at])) at++;
            var start = at;
            while (at < source.Length && IsWord(source[at])) at++;
            var end = source.IndexOf("%}", at, StringComparison.Ordinal);
            if (end < 0) break;
            if (at > start) names.Add(source[start..at]);
            at = end + 2;
        }

        return names;
    }

    // A definition is needed when its name in brackets is anywhere in the excerpt.
    private static void AddDefinitions(StringBuilder excerpt, string tail)
    {
        var head = excerpt.ToString();
        var (found, tried) = (0, 0);
        foreach (var line in tail.AsSpan().EnumerateLines())
        {
            var text = line.TrimStart(' ');
            if (line.Length - text.Length > 3 || !text.StartsWith("[")) continue;
            var close = text.IndexOf(']');
            if (close < 2 || close + 2 >= text.Length || text[close + 1] != ':') continue;
            if (++tried > MaxDefinitions) return;
            if (!head.AsSpan().Contains(text[..(close + 1)], StringComparison.Ordinal)) continue;
            excerpt.Append(found++ == 0 ? "\n\n" : "\n").Append(text);
        }
    }

    // As in Ruby's regular expressions.
    private static bool IsSpace(char c) => c is ' ' or (>= '\t' and <= '\r');

    private static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';
}
