using System.Text.RegularExpressions;
using FeedApi.Model.Text;

namespace FeedApi.Benchmarks.Fidelity;

/// <summary>Text of bodies in the form in which it is compared.</summary>
/// <remarks>
/// Characters that XML forbids are put aside, because no feed can show them; white space between two CJK letters, or one of them and a sign
/// that Chinese and Latin share, because a line break there is no space to a reader; and the signs of emphasis, which generators keep
/// where the letters beside them are CJK.
/// </remarks>
internal static partial class ComparableText
{
    private const string Cjk = @"\u2E80-\u9FFF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFFEF";
    private const string Shared = "“”‘’…—·";

    /// <summary>The text of a body, ready to be compared.</summary>
    public static string Of(string html) => OfText(HtmlText.Of(XmlText.Clean(html)));

    /// <summary>A text without markup, ready to be compared.</summary>
    // A sign that stands alone would leave the white space on both its sides.
    public static string OfText(string text) =>
        CjkSpace().Replace(Space().Replace(Emphasis().Replace(text, ""), " ").Trim(), "");

    [GeneratedRegex("[*_~]")]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex($@"(?<=[{Cjk}])\s+(?=[{Cjk}{Shared}])|(?<=[{Shared}])\s+(?=[{Cjk}])")]
    private static partial Regex CjkSpace();
}
