namespace FeedApi.Kramdown;

/// <summary>The replacements of straight quotation marks, in the order of kramdown's option <c>smart_quotes</c>.</summary>
/// <param name="LeftSingle">Opens a quotation inside another.</param>
/// <param name="RightSingle">Closes it; also the apostrophe.</param>
/// <param name="LeftDouble">Opens a quotation.</param>
/// <param name="RightDouble">Closes it.</param>
public sealed record QuotationMarks(string LeftSingle, string RightSingle, string LeftDouble, string RightDouble)
{
    /// <summary>The marks of English, kramdown's default (<c>lsquo,rsquo,ldquo,rdquo</c>).</summary>
    public static QuotationMarks Curly { get; } = new("\u2018", "\u2019", "\u201c", "\u201d");

    internal string Of(bool isDouble, bool isOpening) => (isDouble, isOpening) switch
    {
        (true, true) => LeftDouble,
        (true, false) => RightDouble,
        (false, true) => LeftSingle,
        (false, false) => RightSingle,
    };
}
