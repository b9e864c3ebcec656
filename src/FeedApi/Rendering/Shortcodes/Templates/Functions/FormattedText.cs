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
            while (i < format.Length && (char.IsAsciiDigit(format[i]) || format[i] is '-' or '+' or '#' or ' ' or '.')) i++;
            if (i == format.Length) throw all.Wrong();
            text.Append(format[i] == '%' ? "%" : Padded(Verb(format[i], format[start..i], all.Value(next++), all), format[start..i]));
        }

        budget.Spend(text.Length);
        return text.ToString();
    }

    private static string Verb(char verb, string flags, object? value, FunctionArguments all) => verb switch
    {
        's' or 'v' => TemplateValues.TextOf(value),
        'd' => Number(value, all).ToString("0", CultureInfo.InvariantCulture),
        'q' => System.Text.Json.JsonSerializer.Serialize(TemplateValues.TextOf(value)),
        't' => TemplateValues.TextOf(value),
        'f' => Number(value, all).ToString("F" + Precision(flags), CultureInfo.InvariantCulture),
        'x' when value is long number => number.ToString("x", CultureInfo.InvariantCulture),
        'T' => value switch { string => "string", long => "int", double => "float64", bool => "bool", _ => "template.HTML" },
        _ => throw all.Wrong(),
    };

    private static double Number(object? value, FunctionArguments all) => TemplateValues.NumberOf(value) ?? throw all.Wrong();

    private static int Precision(string flags) => flags.Split('.') is [_, var digits] ? Math.Min(NumberOf(digits), 20) : 6;

    private static string Padded(string text, string flags)
    {
        var isLeft = flags.Contains('-');
        var width = flags.Split('.')[0].TrimStart('-', '+', '#', ' ');
        var length = Math.Min(NumberOf(width), MaxWidth);
        if (isLeft) return text.PadRight(length);
        if (!width.StartsWith('0')) return text.PadLeft(length);
        return text.StartsWith('-') ? "-" + text[1..].PadLeft(Math.Max(0, length - 1), '0') : text.PadLeft(length, '0');
    }

    private static int NumberOf(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
