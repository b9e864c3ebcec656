using System.Globalization;
using System.Text;

namespace FeedApi.Site.Nodes;

/// <summary>
/// Resolves the escapes <c>\ud800</c> to <c>\udfff</c> in YAML, which no YAML parser accepts: a pair becomes its character, a
/// lone surrogate is removed.
/// </summary>
/// <remarks>Programs that write JSON strings into front matter escape emoji this way.</remarks>
internal static class SurrogateEscapes
{
    private const int EscapeChars = 6;

    /// <summary>The text without such escapes; the same string when there are none.</summary>
    /// <param name="yaml">The text.</param>
    /// <param name="droppedAt">Index of the first escape that was removed; null when none was.</param>
    public static string Resolve(string yaml, out int? droppedAt)
    {
        droppedAt = null;
        if (!yaml.Contains(@"\ud", StringComparison.OrdinalIgnoreCase)) return yaml;
        var text = new StringBuilder(yaml.Length);
        for (var i = 0; i < yaml.Length; i++)
        {
            if (SurrogateAt(yaml, i) is { } unit)
            {
                var second = char.IsHighSurrogate(unit) ? SurrogateAt(yaml, i + EscapeChars) : null;
                if (second is { } low && char.IsLowSurrogate(low))
                {
                    text.Append(unit).Append(low);
                    i += EscapeChars;
                }
                else
                {
                    droppedAt ??= i;
                }

                i += EscapeChars - 1;
                continue;
            }

            text.Append(yaml[i]);
            // The character after a backslash is escaped, and may be another backslash.
            if (yaml[i] == '\\' && i + 1 < yaml.Length) text.Append(yaml[++i]);
        }

        return text.ToString();
    }

    private static char? SurrogateAt(string yaml, int index)
    {
        if (index + EscapeChars > yaml.Length || yaml[index] != '\\' || yaml[index + 1] != 'u') return null;
        var isHex = ushort.TryParse(yaml.AsSpan(index + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit);
        return isHex && char.IsSurrogate((char)unit) ? (char)unit : null;
    }
}
