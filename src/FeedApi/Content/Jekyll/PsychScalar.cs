using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace FeedApi.Content.Jekyll;

/// <summary>
/// The text that a plain YAML scalar becomes in Jekyll, which turns it into a number or truth value and that back into text:
/// <c>002415</c> is octal and becomes <c>1293</c>.
/// </summary>
/// <remarks>Ruby 3.1, psych/scalar_scanner.rb (YAML 1.1); Ruby's Integer#to_s and Float#to_s.</remarks>
internal static partial class PsychScalar
{
    private const string NumberStarts = "0123456789+-.";
    private const int MaxChars = 64;

    /// <summary>The text; the same instance when Jekyll keeps it as written.</summary>
    /// <param name="plain">The scalar as written, without quotes, trimmed.</param>
    public static string TextOf(string plain)
    {
        if (plain.Length is 0 or > MaxChars) return plain;
        if (NumberStarts.Contains(plain[0])) return NumberOf(plain) ?? plain;
        return plain.ToLowerInvariant() switch
        {
            "yes" or "true" or "on" => "true",
            "no" or "false" or "off" => "false",
            _ => plain,
        };
    }

    private static string? NumberOf(string plain)
    {
        if (plain.ToLowerInvariant() is "+.inf" or ".inf") return "Infinity";
        if (plain.Equals("-.inf", StringComparison.OrdinalIgnoreCase)) return "-Infinity";
        if (plain.Equals(".nan", StringComparison.OrdinalIgnoreCase)) return "NaN";
        if (Sexagesimal().IsMatch(plain)) return SexagesimalOf(plain);
        if (Decimals().IsMatch(plain) && plain.AsSpan().ContainsAnyInRange('0', '9')) return FloatOf(plain);
        return Whole().IsMatch(plain) ? IntegerOf(plain) : null;
    }

    // 12:30:45 is 45,045 seconds; two parts are hours and minutes.
    private static string SexagesimalOf(string plain)
    {
        var parts = plain.Replace("_", "", StringComparison.Ordinal).Split(':');
        int[] weights = [3_600, 60, 1];
        if (parts[^1].Contains('.'))
            return TextOf(parts.Select((part, at) => double.Parse(part, CultureInfo.InvariantCulture) * weights[at]).Sum());
        return parts.Select((part, at) => Parse(part) * weights[at]).Aggregate(BigInteger.Add).ToString(CultureInfo.InvariantCulture);

        static BigInteger Parse(string part) => BigInteger.Parse(part, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
    }

    private static string? FloatOf(string plain)
    {
        var digits = plain.Replace(",", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal);
        return double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? TextOf(number)
            : null;
    }

    private static string IntegerOf(string plain)
    {
        var digits = plain.Replace(",", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal);
        var isNegative = digits[0] == '-';
        digits = digits.TrimStart('+', '-');
        var (radix, at) = digits switch
        {
            ['0', 'b', ..] => (2, 2),
            ['0', 'x', ..] => (16, 2),
            ['0', _, ..] => (8, 1),
            _ => (10, 0),
        };
        var number = BigInteger.Zero;
        foreach (var digit in digits.AsSpan(at)) number = (number * radix) + Convert.ToInt32(digit.ToString(), 16);
        return (isNegative ? -number : number).ToString(CultureInfo.InvariantCulture);
    }

    // The shortest form; an exponent below 0.0001 and from 10^16 on.
    private static string TextOf(double number)
    {
        if (number == 0) return double.IsNegative(number) ? "-0.0" : "0.0";
        var scientific = number.ToString("E16", CultureInfo.InvariantCulture);
        var power10 = scientific.AsSpan(scientific.IndexOf('E') + 1);
        var exponent = int.Parse(power10, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var shortest = number.ToString("R", CultureInfo.InvariantCulture);
        if (exponent is >= -4 and < 16)
        {
            var text = shortest.Contains('E') ? ((decimal)number).ToString(CultureInfo.InvariantCulture) : shortest;
            return text.Contains('.') ? text : text + ".0";
        }

        var digits = shortest.TrimStart('-').Split('E')[0].Replace(".", "", StringComparison.Ordinal).Trim('0');
        var sign = number < 0 ? "-" : "";
        var power = string.Create(CultureInfo.InvariantCulture, $"{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}");
        return $"{sign}{digits[0]}.{(digits.Length > 1 ? digits[1..] : "0")}e{power}";
    }

    [GeneratedRegex(@"^[-+]?[0-9][0-9_]*(:[0-5]?[0-9]){1,2}(\.[0-9_]*)?$")]
    private static partial Regex Sexagesimal();

    [GeneratedRegex(@"^[-+]?([0-9][0-9_,]*)?\.[0-9]*([eE][-+][0-9]+)?$")]
    private static partial Regex Decimals();

    [GeneratedRegex(
        @"^[-+]?(0b[01_,]*[01][01_,]*|0[0-7_,]*[0-7][0-7_,]*|0x[0-9a-fA-F_,]*[0-9a-fA-F][0-9a-fA-F_,]*|0|[1-9]([0-9]|[,_][0-9])*)$",
        RegexOptions.NonBacktracking)]
    private static partial Regex Whole();
}
