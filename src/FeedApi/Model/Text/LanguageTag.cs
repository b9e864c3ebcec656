using System.Text.RegularExpressions;

namespace FeedApi.Model.Text;

/// <summary>Tags of languages, such as <c>en</c> and <c>zh-CN</c>.</summary>
internal static partial class LanguageTag
{
    private const int MaxChars = 35;

    /// <summary>True for what has the shape of a tag (BCP 47).</summary>
    public static bool IsValid(string tag) => tag.Length <= MaxChars && Shape().IsMatch(tag);

    [GeneratedRegex(@"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$", RegexOptions.NonBacktracking)]
    private static partial Regex Shape();
}
