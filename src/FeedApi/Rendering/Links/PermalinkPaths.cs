using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace FeedApi.Rendering.Links;

/// <summary>Normalises and validates the paths of permalinks.</summary>
internal static partial class PermalinkPaths
{
    private static readonly SearchValues<char> Unsafe = SearchValues.Create("\\?#%:<>\"");

    // Jekyll's addresses may contain the others, escaped: "C#", "Part one: x" and "100%" are categories of real sites.
    private static readonly SearchValues<char> UnsafeInJekyll = SearchValues.Create("\\?");

    /// <summary>
    /// One leading slash, no double slashes. Jekyll removes dots as well, so that no path leads up: <c>a..b</c> is <c>a/b</c>,
    /// <c>a./b</c> is <c>ab</c>.
    /// </summary>
    public static string Tidy(string path, bool isJekyll)
    {
        var rooted = "/" + path;
        if (isJekyll) rooted = rooted.Replace("..", "/", StringComparison.Ordinal).Replace("./", "", StringComparison.Ordinal);
        if (rooted.Contains("//", StringComparison.Ordinal)) rooted = Slashes().Replace(rooted, "/");
        return rooted.Normalize(NormalizationForm.FormC);
    }

    /// <summary>True when the path is acceptable for an article.</summary>
    public static bool IsSafe(string path, bool isJekyll) => path.Length is > 1 and <= RenderingLimits.PathChars && path[0] == '/'
        && path.TrimEnd('/').Split('/').Skip(1).All(segment => segment.Length > 0 && IsSafeSegment(segment, isJekyll));

    /// <summary>True when the text is acceptable as a path segment.</summary>
    public static bool IsSafeSegment(string segment, bool isJekyll) => segment is not ("." or "..")
        && !segment.AsSpan().ContainsAny(isJekyll ? UnsafeInJekyll : Unsafe)
        && !(segment.Contains('%') && Escape().IsMatch(segment))
        && !segment.Any(char.IsControl)
        && IsWellFormed(segment);

    private static bool IsWellFormed(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar) return false;
        }

        return true;
    }

    // Text that looks like an escape may be decoded once more by a proxy.
    [GeneratedRegex("%[0-9A-Fa-f]{2}")]
    private static partial Regex Escape();

    [GeneratedRegex("/{2,}")]
    private static partial Regex Slashes();
}
