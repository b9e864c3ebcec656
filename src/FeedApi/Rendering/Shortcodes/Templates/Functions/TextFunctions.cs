using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace FeedApi.Rendering.Shortcodes.Templates.Functions;

/// <summary>Functions of texts.</summary>
internal static partial class TextFunctions
{
    /// <summary>The functions by their names, separated by spaces.</summary>
    public static IReadOnlyDictionary<string, TemplateFunction> All { get; } = new Dictionary<string, TemplateFunction>
    {
        ["lower strings.ToLower"] = (all, _) => EnglishText.Lower(all.LastText),
        ["upper strings.ToUpper"] = (all, _) => EnglishText.Upper(all.LastText),
        ["title strings.Title"] = (all, _) => EnglishText.Title(all.LastText),
        ["humanize inflect.Humanize"] = (all, _) => EnglishText.Humanized(all.LastText) ?? throw all.Wrong(),
        ["strings.FirstUpper"] = (all, _) => EnglishText.FirstUpper(all.LastText),
        ["trim strings.Trim"] = (all, _) => all.Text(0).Trim(all.Text(1).ToCharArray()),
        ["chomp strings.Chomp"] = (all, _) => all.LastText.TrimEnd('\n', '\r'),
        ["strings.TrimSpace"] = (all, _) => all.LastText.Trim(),
        ["strings.TrimLeft"] = (all, _) => all.Text(1).TrimStart(all.Text(0).ToCharArray()),
        ["strings.TrimRight"] = (all, _) => all.Text(1).TrimEnd(all.Text(0).ToCharArray()),
        ["strings.TrimPrefix"] = (all, _) =>
            all.Text(1).StartsWith(all.Text(0), StringComparison.Ordinal) ? all.Text(1)[all.Text(0).Length..] : all.Text(1),
        ["strings.TrimSuffix"] = (all, _) =>
            all.Text(1).EndsWith(all.Text(0), StringComparison.Ordinal) ? all.Text(1)[..^all.Text(0).Length] : all.Text(1),
        ["replace strings.Replace"] = Replace,
        ["split strings.Split"] = Split,
        ["hasPrefix strings.HasPrefix"] = (all, _) => all.Text(0).StartsWith(all.Text(1), StringComparison.Ordinal),
        ["hasSuffix strings.HasSuffix"] = (all, _) => all.Text(0).EndsWith(all.Text(1), StringComparison.Ordinal),
        ["strings.Contains"] = (all, _) => all.Text(0).Contains(all.Text(1), StringComparison.Ordinal),
        ["strings.Count"] = (all, _) =>
            all.Text(0).Length == 0 ? RunesOf(all.Text(1)) + 1 : (long)(all.Text(1).Split(all.Text(0)).Length - 1),
        ["strings.Repeat"] = Repeat,
        ["strings.RuneCount"] = (all, _) => RunesOf(all.LastText),
        ["countrunes"] = (all, _) => (long)Tags().Replace(all.LastText, "").EnumerateRunes().Count(rune => !Rune.IsWhiteSpace(rune)),
        ["substr strings.Substr"] = Substring,
        ["htmlEscape transform.HTMLEscape"] = (all, _) => HtmlEncoded(all.LastText),
        ["htmlUnescape transform.HTMLUnescape"] = (all, _) => WebUtility.HtmlDecode(all.LastText),
        ["plainify transform.Plainify"] = (all, _) => Plain(all),
        ["markdownify transform.Markdownify"] = (all, context) => context.Render(all.LastText),
        ["string cast.ToString"] = (all, _) => all.LastText,
        ["print fmt.Print"] = (all, _) => Printed(all.All),
        ["println fmt.Println"] = (all, _) => string.Join(' ', all.All.Select(TemplateValues.TextOf)) + "\n",
        ["printf fmt.Printf"] = (all, context) => FormattedText.Of(all, context.Budget),
        ["jsonify encoding.Jsonify"] = (all, context) => JsonText.Of(all, context.Budget),
    };

    private static string Replace(FunctionArguments all, TemplateContext context)
    {
        var (text, part, other) = (all.Text(0), all.Text(1), all.Text(2));
        var limit = all.Count > 3 && all.Whole(3) is >= 0 and var most ? most : int.MaxValue;
        if (part.Length == 0) throw all.Wrong();
        context.Budget.Spend((long)text.Length / part.Length * other.Length);
        var made = new StringBuilder();
        var from = 0;
        for (var at = text.IndexOf(part, StringComparison.Ordinal);
            at >= 0 && limit-- > 0;
            at = text.IndexOf(part, from, StringComparison.Ordinal))
        {
            made.Append(text, from, at - from).Append(other);
            from = at + part.Length;
        }

        return made.Append(text, from, text.Length - from).ToString();
    }

    // Go has a space between two values of which neither is a text.
    private static string Printed(IReadOnlyList<object?> values)
    {
        var text = new StringBuilder();
        for (var index = 0; index < values.Count; index++)
        {
            if (index > 0 && values[index] is not (string or SafeText) && values[index - 1] is not (string or SafeText)) text.Append(' ');
            text.Append(TemplateValues.TextOf(values[index]));
        }

        return text.ToString();
    }

    private static long RunesOf(string text) => text.EnumerateRunes().Count();

    private static string HtmlEncoded(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&#34;", StringComparison.Ordinal)
        .Replace("'", "&#39;", StringComparison.Ordinal);

    // Paragraphs and breaks end lines.
    private static string Plain(FunctionArguments all)
    {
        var written = all.LastText;
        if (!written.Contains('<') && !written.Contains('>')) return written;
        return Tags().Replace(LineEnds().Replace(written.Replace('\n', ' '), "\n"), "");
    }

    private static List<object?> Split(FunctionArguments all, TemplateContext context)
    {
        context.Budget.Spend(all.Text(0).Length);
        return all.Text(1).Length > 0
            ? all.Text(0).Split(all.Text(1)).ToList<object?>()
            : all.Text(0).EnumerateRunes().Select(rune => (object?)rune.ToString()).ToList();
    }

    private static string Repeat(FunctionArguments all, TemplateContext context)
    {
        var count = Math.Max(0, all.Whole(0));
        context.Budget.Spend((long)all.Text(1).Length * count);
        return string.Concat(Enumerable.Repeat(all.Text(1), count));
    }

    // Runes, from a position that counts from the end when negative; by length.
    private static string Substring(FunctionArguments all, TemplateContext context)
    {
        var runes = all.Text(0).EnumerateRunes().ToArray();
        var from = all.Count > 1 ? all.Whole(1) : 0;
        if (from < 0) from = Math.Max(0, runes.Length + from);
        from = Math.Min(from, runes.Length);
        var length = all.Count > 2 ? all.Whole(2) : runes.Length;
        if (length < 0) length = Math.Max(0, runes.Length + length - from);
        return string.Concat(runes.Skip(from).Take(length).Select(rune => rune.ToString()));
    }

    [GeneratedRegex("</p>|<br ?/?>")]
    private static partial Regex LineEnds();

    [GeneratedRegex("<[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Tags();
}
