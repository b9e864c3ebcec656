using System.Globalization;
using System.Text.RegularExpressions;

namespace FeedApi.Model.Dates;

/// <summary>Writes the Chinese numerals of a date in figures: <c>二〇二四年十二月二十一日</c> is <c>2024年12月21日</c>.</summary>
internal static partial class ChineseNumerals
{
    private const string Digits = "〇一二三四五六七八九";
    private const char Ten = '十';

    /// <summary>Replaces the numerals that stand before the sign of a unit of time; all others, as that of 周二, stay.</summary>
    public static string Replace(string text) =>
        Numeral().Replace(text, match => Of(match.Groups["number"].ValueSpan) + match.Groups["unit"].Value);

    private static string Of(ReadOnlySpan<char> numeral)
    {
        var ten = numeral.IndexOf(Ten);
        if (ten < 0) return string.Concat(numeral.ToString().Select(sign => (char)('0' + DigitOf(sign))));
        var tens = ten == 0 ? 1 : DigitOf(numeral[ten - 1]);
        var ones = ten == numeral.Length - 1 ? 0 : DigitOf(numeral[ten + 1]);
        return ((tens * 10) + ones).ToString(CultureInfo.InvariantCulture);
    }

    private static int DigitOf(char sign) => Math.Max(0, Digits.IndexOf(sign, StringComparison.Ordinal));

    [GeneratedRegex(
        "(?<number>[〇零一二三四五六七八九]{1,4}|[二三四五六七八九]?十[一二三四五六七八九]?)(?<unit>[年月日号號时時点點分秒])")]
    private static partial Regex Numeral();
}
