using System.Text.RegularExpressions;
using FeedApi.Site;

namespace FeedApi.Rendering.Shortcodes;

/// <summary>Finds the tags of shortcodes in a body, in code blocks too, as Hugo and Zola do; in linear time.</summary>
/// <remarks>Hugo, "Shortcodes"; Zola, "Shortcodes". Text that only resembles a tag stays text.</remarks>
internal sealed partial class ShortcodeScanner(string body, bool readsHugo, bool readsZola)
{
    private readonly List<ShortcodeTag> tags = [];
    private readonly TagEnds ends = new(body);

    /// <summary>A scanner for the tags of the site's generator, or of both when the generator is unknown.</summary>
    public static ShortcodeScanner For(SiteConfig site, string body) =>
        new(body, site.Hugo is not { IsZola: true }, site.Hugo is null or { IsZola: true });

    /// <summary>The tags, in order, with each pair linked by <see cref="ShortcodeTag.Partner"/>.</summary>
    public IReadOnlyList<ShortcodeTag> Scan()
    {
        for (var at = body.IndexOf('{'); at >= 0 && at + 1 < body.Length; at = at < body.Length ? body.IndexOf('{', at) : -1)
        {
            if (TagAt(at) is { } tag)
            {
                tags.Add(tag);
                at = tag.End;
            }
            else
            {
                at++;
            }
        }

        Pair();
        return tags;
    }

    private ShortcodeTag? TagAt(int at)
    {
        if (readsHugo && body[at + 1] == '{' && at + 2 < body.Length && body[at + 2] is '<' or '%')
            return HugoTag(at, body[at + 2] == '<' ? ">" : "%");
        return readsZola && body[at + 1] is '{' or '%' ? ZolaTag(at, body[at + 1] == '{' ? "}}" : "%}") : null;
    }

    private ShortcodeTag? HugoTag(int at, string bracket)
    {
        var (start, closing) = (at + 3, bracket + "}}");
        if (Escaped(at, start, closing, isZola: false) is { } escaped) return escaped;
        var end = ends.Of(closing, start, "\"`");
        if (end < 0) return null;
        var inner = body.AsSpan(start, end - start).Trim();
        var isClosing = inner is ['/', ..];
        if (isClosing) inner = inner[1..].TrimStart();
        else if (inner is [.., '/']) inner = inner[..^1].TrimEnd();
        var length = NameLength(inner);
        if (length == 0 || (length < inner.Length && !char.IsWhiteSpace(inner[length]))) return null;
        var kind = isClosing ? ShortcodeTagKind.Closing : ShortcodeTagKind.Opening;
        return new ShortcodeTag(kind, inner[..length].ToString(), inner[length..].ToString(), at, end + closing.Length, IsZola: false);
    }

    private ShortcodeTag? ZolaTag(int at, string closing)
    {
        var start = at + 2;
        if (Escaped(at, start, closing, isZola: true) is { } escaped) return escaped;
        var end = ends.Of(closing, start, "\"'`");
        if (end < 0) return null;
        var inner = body.AsSpan(start, end - start).Trim("- \t\n");
        var isBlock = closing[0] == '%';
        if (isBlock && inner is "end") return new ShortcodeTag(ShortcodeTagKind.Closing, "", "", at, end + 2, IsZola: true);
        var length = NameLength(inner);
        // Any other use of the brackets belongs to another language.
        if (length == 0 || inner[length..].TrimStart() is not ['(', .. var arguments, ')'] || arguments.ContainsAny('{', '}')) return null;
        return new ShortcodeTag(ShortcodeTagKind.Opening, inner[..length].ToString(), arguments.ToString(), at, end + 2, IsZola: true);
    }

    // {{</* x */>}} and {{/* x() */}} are shown without the comment marks.
    private ShortcodeTag? Escaped(int at, int start, string closing, bool isZola)
    {
        if (string.CompareOrdinal(body, start, "/*", 0, 2) != 0) return null;
        var end = ends.Next("*/" + closing, start + 2);
        if (end < 0) return null;
        var shown = body[at..start] + body[(start + 2)..end] + closing;
        return new ShortcodeTag(ShortcodeTagKind.Escaped, "", shown, at, end + 2 + closing.Length, isZola);
    }

    private static int NameLength(ReadOnlySpan<char> text)
    {
        foreach (var match in Name().EnumerateMatches(text)) return match.Length;
        return 0;
    }

    private void Pair()
    {
        Dictionary<string, Stack<ShortcodeTag>> open = new(StringComparer.Ordinal);
        for (var i = 0; i < tags.Count; i++)
        {
            // Zola's end tag closes the last open tag.
            var key = tags[i].IsZola ? "" : tags[i].Name;
            if (tags[i].Kind == ShortcodeTagKind.Closing)
            {
                if (open.TryGetValue(key, out var waiting) && waiting.TryPop(out var first)) first.Partner = i;
            }
            else if (tags[i].Kind == ShortcodeTagKind.Opening && !(tags[i].IsZola && body[tags[i].Start + 1] == '{'))
            {
                if (!open.TryGetValue(key, out var waiting)) open[key] = waiting = new Stack<ShortcodeTag>();
                waiting.Push(tags[i]);
            }
        }
    }

    [GeneratedRegex(@"^[\p{L}\p{N}_][\p{L}\p{N}_\-./]*")]
    private static partial Regex Name();
}
