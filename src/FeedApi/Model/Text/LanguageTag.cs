using System.Text.RegularExpressions;

namespace FeedApi.Model.Text;

/// <summary>Validates language tags such as <c>en</c> and <c>zh-CN</c>.</summary>
internal static partial class LanguageTag
{
    private const int MaxChars = 35;

    /// <summary>True when the text has the syntax of a language tag (BCP 47), of at most 35 chars.</summary>
    public static bool IsValid(string tag) => tag.Length <= MaxChars && Shape().IsMatch(tag);

    [GeneratedRegex(@"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$")]
    private static partial Regex Shape();
}
