using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using FeedApi.Model;
using FeedApi.Rendering.Embeds;

namespace FeedApi.Rendering.Html;

/// <summary>
/// Turns what only looks like a tag into text, and closes addresses whose quote is missing, so that no words vanish with them.
/// </summary>
/// <remarks>
/// A browser takes <c>&lt;your project&gt;</c> for an unknown element and shows nothing of it, and an unclosed quote swallows all up to
/// the next one. Elements of other vocabularies are closed by an end tag, which placeholders and addresses are not.
/// </remarks>
internal ref struct TagRepair
{
    // Each costs a look through the whole text.
    private const int MaxNames = 64;

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\n\r\f/>");
    private static readonly FrozenSet<string> Addresses = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "href", "src");

    private readonly string html;
    private readonly BodyReport report;
    private readonly Dictionary<string, bool> closed = new(StringComparer.OrdinalIgnoreCase);
    private StringBuilder? repaired;
    private int copied;

    private TagRepair(string html, BodyReport report) => (this.html, this.report) = (html, report);

    /// <summary>The text, repaired; the same instance when there was nothing to repair.</summary>
    /// <param name="html">Any HTML.</param>
    /// <param name="report">Is told what was repaired.</param>
    public static string Of(string html, BodyReport report) => new TagRepair(html, report).Run();

    private string Run()
    {
        for (var at = 0; at < html.Length && html.AsSpan(at).IndexOf('<') is var next and >= 0;) at = Visit(at + next);
        return repaired is null ? html : repaired.Append(html, copied, html.Length - copied).ToString();
    }

    // Returns where the search goes on.
    private int Visit(int start)
    {
        var rest = html.AsSpan(start + 1);
        if (rest.StartsWith("!--", StringComparison.Ordinal)) return After(start, "-->");
        if (rest.StartsWith("![CDATA[", StringComparison.Ordinal)) return After(start, "]]>");
        if (rest.Length == 0 || !char.IsAsciiLetter(rest[0])) return start + 1;
        var length = rest.IndexOfAny(NameEnds) is var end and >= 0 ? end : rest.Length;
        var name = HtmlNames.Known(rest[..length]);
        var tagEnd = EndOfTag(start + 1 + length);
        // A tag whose quote has been closed stays a tag.
        if (start >= copied && (name is null ? IsText(rest[..length], start, tagEnd) : IsTypeArgument(name, start, tagEnd)))
        {
            ShowAsText(start, tagEnd);
            return copied;
        }

        return name is not null && HtmlNames.Opaque.Contains(name) ? After(tagEnd, "</" + name) : tagEnd;
    }

    private readonly int After(int from, string sign)
    {
        var at = html.IndexOf(sign, from, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? html.Length : at + sign.Length;
    }

    // What closes itself has no words inside.
    private readonly bool IsText(ReadOnlySpan<char> name, int start, int tagEnd)
    {
        if (tagEnd >= html.Length || html[tagEnd - 1] == '/') return false;
        var isMail = html.AsSpan(start, tagEnd - start).Contains('@');
        return (isMail || !IsPrefixed(name)) && !IsClosed(name.ToString());
    }

    // Such as the o:p and st1:place of Office, which say nothing.
    private static bool IsPrefixed(ReadOnlySpan<char> name)
    {
        var colon = name.IndexOf(':');
        return colon > 0 && colon < name.Length - 1 && IsPlain(name[..colon]) && IsPlain(name[(colon + 1)..]);
    }

    private static bool IsPlain(ReadOnlySpan<char> word)
    {
        foreach (var letter in word)
        {
            if (!char.IsAsciiLetterOrDigit(letter) && letter is not ('-' or '_')) return false;
        }

        return true;
    }

    // List<Object> is a type and no plug-in, which would swallow what follows.
    private readonly bool IsTypeArgument(string name, int start, int tagEnd) =>
        HtmlNames.Swallowing.Contains(name) && tagEnd == start + 1 + name.Length && tagEnd < html.Length
        && char.IsAsciiLetterUpper(html[start + 1]) && start > 0 && char.IsLetterOrDigit(html[start - 1]) && !IsClosed(name);

    private readonly bool IsClosed(string name)
    {
        if (closed.TryGetValue(name, out var known)) return known;
        if (closed.Count >= MaxNames) return true;
        // kramdown closes every tag; shortcodes and includes write some that are not in the source.
        var isInSource = report.Source?.Contains("<" + name, StringComparison.OrdinalIgnoreCase) ?? false;
        return closed[name] = (isInSource ? report.Source! : html).Contains("</" + name, StringComparison.OrdinalIgnoreCase);
    }

    private void ShowAsText(int start, int tagEnd)
    {
        Copy(start);
        repaired!.Append("&lt;");
        copied = start + 1;
        var tag = html[start..(tagEnd + 1)];
        // kramdown gives a value to every attribute.
        var isRewritten =
            tag.Contains("=\"\"", StringComparison.Ordinal) && report.Source?.Contains(tag, StringComparison.Ordinal) == false;
        if (isRewritten)
        {
            tag = tag.Replace("=\"\"", "", StringComparison.Ordinal);
            repaired.Append(tag, 1, tag.Length - 1);
            copied = tagEnd + 1;
        }

        report.Add(
            ProblemCodes.UnknownElement, "What stands in angle brackets is no element of HTML", tag, "It is shown as text.");
    }

    private void Copy(int end)
    {
        repaired ??= new StringBuilder(html.Length + 64);
        repaired.Append(html, copied, end - copied);
        copied = end;
    }

    // The index of the >, or the length of the text.
    private int EndOfTag(int from)
    {
        var i = from;
        while (i < html.Length && html[i] != '>')
        {
            if (html[i] is '"' or '\'' && html[i - 1] == '=')
            {
                var close = html.IndexOf(html[i], i + 1);
                if (close < 0) return html.Length;
                if (MissingQuote(i, close) is { } missing) return missing;
                i = close;
            }

            i++;
        }

        return Math.Min(i, html.Length);
    }

    // No address but that of a drawing contains a tag: the quote was forgotten before the first >.
    private int? MissingQuote(int open, int close)
    {
        var value = html.AsSpan(open + 1, close - open - 1);
        var end = value.StartsWith("data:", StringComparison.OrdinalIgnoreCase) ? -1 : value.IndexOf('>');
        if (end < 0 || !value[end..].Contains('<')) return null;
        if (!Addresses.GetAlternateLookup<ReadOnlySpan<char>>().Contains(NameBefore(open))) return null;
        end += open + 1;
        Copy(end);
        repaired!.Append(html[open]);
        report.Add(
            ProblemCodes.UnclosedQuote, "An address has no closing quote", html[(open + 1)..end], "It ends where its tag does.");
        return end;
    }

    private readonly ReadOnlySpan<char> NameBefore(int quote)
    {
        var start = quote - 1;
        while (start > 0 && char.IsAsciiLetter(html[start - 1])) start--;
        return html.AsSpan(start, quote - 1 - start);
    }
}
