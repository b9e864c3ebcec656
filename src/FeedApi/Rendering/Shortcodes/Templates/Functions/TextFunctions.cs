using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace FeedApi.Rendering.Shortcodes.Templates.Functions;

/// <summary>Functions of texts.</summary>
internal static partial class TextFunctions
{
    /// <summary>The functions by their names, separated by spaces.</summary>
    public static IReadOnlyDictionary<string, TemplateFunction> All { get; } = new Dictionary<string, TemplateFunction>
    {
        ["lower strings.ToLower"] = (all, _) => all.LastText.ToLowerInvariant(),
        ["upper strings.ToUpper"] = (all, _) => all.LastText.ToUpperInvariant(),
        ["title strings.Title"] = (all, _) => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(all.LastText),
        ["humanize inflect.Humanize"] = (all, _) => FirstUpper(all.LastText.Replace('-', ' ').Replace('_', ' ').ToLowerInvariant()),
        ["strings.FirstUpper"] = (all, _) => FirstUpper(all.LastText),
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
        ["strings.Count"] = (all, _) => (long)(all.Text(0).Length == 0 ? 0 : all.Text(1).Split(all.Text(0)).Length - 1),
        ["strings.Repeat"] = Repeat,
        ["strings.RuneCount countrunes"] = (all, _) => (long)all.LastText.EnumerateRunes().Count(),
        ["substr strings.Substr"] = Substring,
        ["htmlEscape transform.HTMLEscape"] = (all, _) => WebUtility.HtmlEncode(all.LastText),
        ["htmlUnescape transform.HTMLUnescape"] = (all, _) => WebUtility.HtmlDecode(all.LastText),
        ["plainify transform.Plainify"] = (all, _) => Tags().Replace(all.LastText, ""),
        ["markdownify transform.Markdownify"] = (all, context) => context.Render(all.LastText),
        ["string cast.ToString"] = (all, _) => all.LastText,
        ["print fmt.Print"] = (all, _) => string.Concat(all.All.Select(TemplateValues.TextOf)),
        ["println fmt.Println"] = (all, _) => string.Join(' ', all.All.Select(TemplateValues.TextOf)) + "\n",
        ["printf fmt.Printf"] = (all, context) => FormattedText.Of(all, context.Budget),
        ["jsonify encoding.Jsonify"] = (all, _) => System.Text.Json.JsonSerializer.Serialize(all.LastText),
    };

    private static string FirstUpper(string text) => text.Length == 0 ? "" : char.ToUpperInvariant(text[0]) + text[1..];

    private static string Replace(FunctionArguments all, TemplateContext context)
    {
        if (all.Text(1).Length == 0) return all.Text(0);
        context.Budget.Spend((long)all.Text(0).Length / all.Text(1).Length * all.Text(2).Length);
        return all.Text(0).Replace(all.Text(1), all.Text(2), StringComparison.Ordinal);
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

    [GeneratedRegex("<[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Tags();
}
