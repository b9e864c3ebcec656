using System.Globalization;
using System.Text.RegularExpressions;

namespace FeedApi.Rendering.Shortcodes;

/// <summary>The HTML that the shortcodes of one body wrote, and the words that stand for it while Markdown is rendered.</summary>
/// <remarks>As in Hugo, Markdown sees a word, and a paragraph of nothing but that word is replaced as a whole.</remarks>
/// <param name="body">The body; no word for an output occurs in it.</param>
internal sealed partial class ShortcodeOutputs(string body)
{
    // A body that repeats the word of a long output is not worth more than any post.
    private const int MaxChars = 4_000_000;
    private const string End = "END";

    private readonly List<string> outputs = [];
    private readonly Lazy<string> prefix = new(() => PrefixFor(body));
    private Regex? words;

    /// <summary>Keeps an output; returns the word that stands for it.</summary>
    public string Add(string html)
    {
        outputs.Add(html);
        return string.Create(CultureInfo.InvariantCulture, $"{prefix.Value}{outputs.Count - 1}{End}");
    }

    /// <summary>The text with every word replaced by its output.</summary>
    public string Restore(string text)
    {
        if (outputs.Count == 0) return text;
        var chars = text.Length;
        words ??= WordsWith(prefix.Value);
        return words.Replace(text, match =>
        {
            var isNumber = int.TryParse(match.Groups["index"].ValueSpan, CultureInfo.InvariantCulture, out var index);
            if (!isNumber || index >= outputs.Count || (chars += outputs[index].Length) > MaxChars) return "";
            return outputs[index];
        });
    }

    // With the first number that no such word of the body itself has.
    private static string PrefixFor(string body)
    {
        const string word = "FEEDAPISHORTCODE";
        HashSet<string> taken = new(StringComparer.Ordinal);
        foreach (Match match in Numbered().Matches(body)) taken.Add(match.Groups[1].Value);
        var number = 0;
        while (taken.Contains(number.ToString(CultureInfo.InvariantCulture))) number++;
        return string.Create(CultureInfo.InvariantCulture, $"{word}{number}N");
    }

    [GeneratedRegex(
        "FEEDAPISHORTCODE([0-9]{1,9})N",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();

    private static Regex WordsWith(string prefix) => new(
        $"<p>{prefix}(?<index>[0-9]+){End}</p>|{prefix}(?<index>[0-9]+){End}",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
