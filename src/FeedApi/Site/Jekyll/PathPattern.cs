using System.Text;
using System.Text.RegularExpressions;

namespace FeedApi.Site.Jekyll;

/// <summary>
/// A path pattern with <c>*</c>, <c>?</c>, <c>[a-z]</c> and <c>\</c>, in one of the two syntaxes of Ruby that Jekyll uses.
/// </summary>
internal sealed class PathPattern
{
    private readonly Regex regex;

    private PathPattern(string pattern, bool isGlob) =>
        regex = new Regex(
            $"^(?:{Translate(pattern, isGlob)})$", RegexOptions.NonBacktracking | RegexOptions.Singleline | RegexOptions.CultureInvariant);

    /// <summary>
    /// The syntax of <c>File.fnmatch</c> without flags: <c>*</c> and <c>?</c> match slashes too, and braces are literals.
    /// </summary>
    public static PathPattern Loose(string pattern) => new(pattern, isGlob: false);

    /// <summary>
    /// The syntax of <c>Dir.glob</c>: <c>*</c> does not match slashes, <c>**/</c> matches any number of folders, <c>{a,b}</c> either name.
    /// </summary>
    public static PathPattern Glob(string pattern) => new(pattern, isGlob: true);

    /// <summary>True when the whole path matches.</summary>
    public bool IsMatch(string path) => regex.IsMatch(path);

    private static string Translate(string pattern, bool isGlob)
    {
        var made = new StringBuilder();
        var braces = 0;
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '*' when isGlob && IsFolders(pattern, i):
                    made.Append("(?:[^/.][^/]*/)*");
                    i += 2;
                    break;
                case '*':
                    made.Append(isGlob ? "[^/]*" : ".*");
                    break;
                case '?':
                    made.Append(isGlob ? "[^/]" : ".");
                    break;
                case '[' when pattern.IndexOf(']', i + 1) is > 0 and var end && end > i + 1:
                    made.Append(ClassOf(pattern[(i + 1)..end]));
                    i = end;
                    break;
                case '{' when isGlob && pattern.IndexOf('}', i) > 0:
                    made.Append("(?:");
                    braces++;
                    break;
                case ',' when braces > 0:
                    made.Append('|');
                    break;
                case '}' when braces > 0:
                    made.Append(')');
                    braces--;
                    break;
                case '\\' when i + 1 < pattern.Length:
                    made.Append(Regex.Escape(pattern[++i].ToString()));
                    break;
                default:
                    made.Append(Regex.Escape(pattern[i].ToString()));
                    break;
            }
        }

        return made + new string(')', braces);
    }

    private static bool IsFolders(string pattern, int at) =>
        string.CompareOrdinal(pattern, at, "**/", 0, 3) == 0 && (at == 0 || pattern[at - 1] == '/');

    // Ranges have the same syntax in regular expressions; everything else is escaped.
    private static string ClassOf(string inside)
    {
        var isNegated = inside[0] is '!' or '^' && inside.Length > 1;
        var letters = (isNegated ? inside[1..] : inside)
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("[", "\\[", StringComparison.Ordinal)
            .Replace("^", "\\^", StringComparison.Ordinal);
        return $"[{(isNegated ? "^" : "")}{letters}]";
    }
}
