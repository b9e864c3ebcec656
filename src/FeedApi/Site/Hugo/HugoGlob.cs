using System.Text;
using System.Text.RegularExpressions;

namespace FeedApi.Site.Hugo;

/// <summary>
/// A glob pattern as Hugo matches it, ignoring case: <c>*</c>, <c>**</c>, <c>?</c>, <c>[a-z]</c>, <c>[!a]</c>, <c>{a,b}</c>.
/// </summary>
/// <remarks>github.com/gobwas/glob with <c>/</c> as separator. Matching takes linear time.</remarks>
internal sealed class HugoGlob
{
    private readonly Regex? expression;

    private HugoGlob(string pattern, Regex? expression) => (Pattern, this.expression) = (pattern, expression);

    /// <summary>The pattern as written.</summary>
    public string Pattern { get; }

    /// <summary>Reads a pattern. As in Hugo, one that is malformed matches everything.</summary>
    public static HugoGlob Of(string pattern)
    {
        try
        {
            const RegexOptions options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Singleline;
            return new HugoGlob(pattern, new Regex(ExpressionOf(pattern.ToLowerInvariant()), options));
        }
        catch (Exception failure) when (failure is ArgumentException or NotSupportedException)
        {
            return new HugoGlob(pattern, null);
        }
    }

    /// <summary>True when the whole text matches.</summary>
    public bool IsMatch(string text) => expression is null || expression.IsMatch(text.ToLowerInvariant());

    private static string ExpressionOf(string pattern)
    {
        var text = new StringBuilder("^");
        var depth = 0;
        for (var index = 0; index < pattern.Length; index++)
        {
            switch (pattern[index])
            {
                case '*' when index + 1 < pattern.Length && pattern[index + 1] == '*':
                    text.Append(".*");
                    index++;
                    break;
                case '*':
                    text.Append("[^/]*");
                    break;
                case '?':
                    text.Append("[^/]");
                    break;
                case '[':
                    index = AppendSet(text, pattern, index);
                    break;
                case '{':
                    depth++;
                    text.Append("(?:");
                    break;
                case ',' when depth > 0:
                    text.Append('|');
                    break;
                case '}' when depth > 0:
                    depth--;
                    text.Append(')');
                    break;
                case '\\' when index + 1 < pattern.Length:
                    text.Append(Regex.Escape(pattern[++index].ToString()));
                    break;
                default:
                    text.Append(Regex.Escape(pattern[index].ToString()));
                    break;
            }
        }

        return text.Append(@"\z").ToString();
    }

    // The index of the set's last character.
    private static int AppendSet(StringBuilder text, string pattern, int start)
    {
        var end = pattern.IndexOf(']', start + 1);
        if (end < 0) throw new ArgumentException("A set has no end.", nameof(pattern));
        var set = pattern[(start + 1)..end];
        var isNegated = set.StartsWith('!') || set.StartsWith('^');
        var escaped = set[(isNegated ? 1 : 0)..]
            .Replace(@"\", @"\\", StringComparison.Ordinal)
            .Replace("[", @"\[", StringComparison.Ordinal);
        text.Append('[').Append(isNegated ? "^" : "").Append(escaped).Append(']');
        return end;
    }
}
