using System.Text;
using System.Text.RegularExpressions;

namespace FeedApi.Site.Jekyll;

/// <summary>
/// A pattern for paths with <c>*</c>, <c>?</c>, <c>[a-z]</c> and <c>\</c>, in one of the two ways in which Ruby, and so Jekyll, reads one.
/// </summary>
internal sealed class PathPattern
{
    private readonly Regex regex;

    private PathPattern(string pattern, bool isGlob) =>
        regex = new Regex(
            $"^(?:{Translate(pattern, isGlob)})$", RegexOptions.NonBacktracking | RegexOptions.Singleline | RegexOptions.CultureInvariant);

    /// <summary>
    /// As <c>File.fnmatch</c> without flags reads it: <c>*</c> and <c>?</c> match slashes too, and braces mean themselves.
    /// </summary>
    public static PathPattern Loose(string pattern) => new(pattern, isGlob: false);

    /// <summary>
    /// As <c>Dir.glob</c> reads it: <c>*</c> stays within a folder, <c>**/</c> is any number of folders, <c>{a,b}</c> is either.
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

    // Ranges mean the same to both; nothing else in the brackets may.
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
