using System.Globalization;
using System.Text;

namespace FeedApi.Rendering.Shortcodes.Templates.Functions;

/// <summary>What <c>printf</c> makes.</summary>
/// <remarks>Go, fmt, "Printing": <c>%s %v %d %q %t %f %x %%</c> with flags, width and precision.</remarks>
internal static class FormattedText
{
    private const int MaxWidth = 200;

    /// <summary>The text of a format, which is the first argument, and its values.</summary>
    public static string Of(FunctionArguments all, TemplateBudget budget)
    {
        var format = all.Text(0);
        var text = new StringBuilder();
        var next = 1;
        for (var i = 0; i < format.Length; i++)
        {
            if (format[i] != '%')
            {
                text.Append(format[i]);
                continue;
            }

            var start = ++i;
            while (i < format.Length && (char.IsAsciiDigit(format[i]) || format[i] is '-' or '+' or ' ' or '.')) i++;
            if (i == format.Length) throw all.Wrong();
            text.Append(format[i] == '%' ? "%" : Padded(Verb(format[i], format[start..i], all.Value(next++), all), format[start..i]));
        }

        // Go writes what is left over, with a remark of its own.
        if (next != Math.Max(1, all.Count)) throw all.Wrong();
        budget.Spend(text.Length);
        return text.ToString();
    }

    // What Go remarks on, such as a number for %s, is wrong.
    private static string Verb(char verb, string flags, object? value, FunctionArguments all) => (verb, value) switch
    {
        ('v', null) => "<nil>",
        ('v', _) => TemplateValues.TextOf(value),
        ('s', string or SafeText) => Cut(TemplateValues.TextOf(value), flags),
        ('s', IReadOnlyList<object?> list) when list.All(each => each is string or SafeText) => TemplateValues.TextOf(value),
        ('d', long number) => Signed(number.ToString(CultureInfo.InvariantCulture), flags),
        ('q', string or SafeText) => Quoted(TemplateValues.TextOf(value)),
        ('t', bool) => TemplateValues.TextOf(value),
        ('f', double number) => Signed(Fixed(number, Precision(flags)), flags),
        ('x', long number and >= 0) => number.ToString("x", CultureInfo.InvariantCulture),
        ('X', long number and >= 0) => number.ToString("X", CultureInfo.InvariantCulture),
        ('x', string) => Convert.ToHexStringLower(Encoding.UTF8.GetBytes(TemplateValues.TextOf(value))),
        ('T', _) => value switch { string => "string", long => "int", double => "float64", bool => "bool", _ => throw all.Wrong() },
        _ => throw all.Wrong(),
    };

    // Go rounds the exact value; halves that a double has exactly go to the even digit.
    private static string Fixed(double number, int digits) => digits <= 15 && Math.Abs(number) < 1e12
        ? ((decimal)number is var exact && (double)exact == number ? Math.Round(exact, digits, MidpointRounding.ToEven) : (decimal)number)
            .ToString("F" + digits, CultureInfo.InvariantCulture)
        : number.ToString("F" + digits, CultureInfo.InvariantCulture);

    private static string Signed(string number, string flags) =>
        number.StartsWith('-') ? number : flags.Contains('+') ? "+" + number : flags.Contains(' ') ? " " + number : number;

    private static string Cut(string text, string flags) => flags.Contains('.')
        ? string.Concat(text.EnumerateRunes().Take(Precision(flags)).Select(rune => rune.ToString()))
        : text;

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var letter in text)
        {
            _ = letter switch
            {
                '"' or '\\' => quoted.Append('\\').Append(letter),
                '\n' => quoted.Append("\\n"),
                '\t' => quoted.Append("\\t"),
                '\r' => quoted.Append("\\r"),
                < ' ' or '\u007F' => quoted.Append(CultureInfo.InvariantCulture, $"\\x{(int)letter:x2}"),
                _ => quoted.Append(letter),
            };
        }

        return quoted.Append('"').ToString();
    }

    private static int Precision(string flags) => flags.Split('.') is [_, var digits] ? Math.Min(NumberOf(digits), MaxWidth) : 6;

    private static string Padded(string text, string flags)
    {
        var isLeft = flags.Contains('-');
        var width = flags.Split('.')[0].TrimStart('-', '+', '#', ' ');
        var length = Math.Min(NumberOf(width), MaxWidth);
        if (isLeft) return text.PadRight(length);
        if (!width.StartsWith('0')) return text.PadLeft(length);
        return text is ['-' or '+' or ' ', ..] ? text[0] + text[1..].PadLeft(Math.Max(0, length - 1), '0') : text.PadLeft(length, '0');
    }

    private static int NumberOf(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
