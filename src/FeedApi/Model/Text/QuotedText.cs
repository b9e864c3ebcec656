using System.Globalization;
using System.Text;

namespace FeedApi.Model.Text;

/// <summary>A text in double quotes, as YAML, TOML and JSON read it.</summary>
internal static class QuotedText
{
    /// <summary>The quoted text. Letters stay as they are: none of the three takes an escape of half a letter.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var quoted = new StringBuilder("\"");
        foreach (var letter in text)
        {
            if (letter is '"' or '\\') quoted.Append('\\').Append(letter);
            else if (char.IsControl(letter)) quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:X4}");
            else quoted.Append(letter);
        }

        return quoted.Append('"').ToString();
    }
}
