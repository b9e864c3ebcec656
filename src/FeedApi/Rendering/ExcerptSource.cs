using System.Text;
using FeedApi.Content;
using FeedApi.Rendering.Kramdown;

namespace FeedApi.Rendering;

/// <summary>Cuts the excerpt out of the source of a post as Jekyll does, before anything in it is rendered: with the link definitions that it needs, and with its Liquid blocks closed.</summary>
internal static class ExcerptSource
{
    private const string JekyllSeparator = "\n\n";

    // Each is looked for in the whole excerpt.
    private const int MostDefinitions = 1_000;

    // Jekyll's own and Liquid's.
    private static readonly HashSet<string> LiquidBlocks =
        new(["capture", "case", "comment", "for", "highlight", "if", "ifchanged", "raw", "tablerow", "unless"], StringComparer.Ordinal);

    /// <summary>The excerpt's source; the whole body when the separator is not in it, null when the site has excerpts of another kind or none.</summary>
    public static string? Of(Post post, SiteConfig site)
    {
        if (!site.IsJekyll || (post.ExcerptSeparator ?? site.ExcerptSeparator ?? JekyllSeparator) is not { Length: > 0 } separator) return null;
        var body = WithoutBlankStart(post.Body);
        var end = body.IndexOf(separator, StringComparison.Ordinal);
        if (end < 0 || end + separator.Length == body.Length) return body[..(end < 0 ? body.Length : end)];
        var excerpt = new StringBuilder(body, 0, end, end + 256);
        CloseLiquid(excerpt, body[..end]);
        AddDefinitions(excerpt, body[(end + separator.Length)..]);
        return excerpt.ToString();
    }

    // Jekyll takes blank lines after the front matter for a part of it.
    private static string WithoutBlankStart(string body)
    {
        var start = 0;
        for (var at = 0; at < body.Length && Chars.IsSpace(body[at]); at++)
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
            if (!names.Any(each => each.StartsWith("end" + name, StringComparison.Ordinal))) excerpt.Append("\n{% end").Append(name).Append(" %}");
        }
    }

    private static List<string> TagsOf(string source)
    {
        List<string> names = [];
        for (var at = 0; (at = source.IndexOf("{%", at, StringComparison.Ordinal)) >= 0;)
        {
            at += 2;
            if (at < source.Length && source[at] == '-') at++;
            while (at < source.Length && Chars.IsSpace(source[at])) at++;
            var start = at;
            while (at < source.Length && Chars.IsWord(source[at])) at++;
            var end = source.IndexOf("%}", at, StringComparison.Ordinal);
            if (end < 0) break;
            if (at > start) names.Add(source[start..at]);
            at = end + 2;
        }

        return names;
    }

    // A definition is wanted when its name in brackets is anywhere in the excerpt.
    private static void AddDefinitions(StringBuilder excerpt, string tail)
    {
        var head = excerpt.ToString();
        var (found, looked) = (0, 0);
        foreach (var line in tail.AsSpan().EnumerateLines())
        {
            var text = line.TrimStart(' ');
            if (line.Length - text.Length > 3 || !text.StartsWith("[")) continue;
            var close = text.IndexOf(']');
            if (close < 2 || close + 2 >= text.Length || text[close + 1] != ':') continue;
            if (++looked > MostDefinitions) return;
            if (!head.AsSpan().Contains(text[..(close + 1)], StringComparison.Ordinal)) continue;
            excerpt.Append(found++ == 0 ? "\n\n" : "\n").Append(text);
        }
    }
}
