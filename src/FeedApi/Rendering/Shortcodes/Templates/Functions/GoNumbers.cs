using System.Globalization;

namespace FeedApi.Rendering.Shortcodes.Templates.Functions;

/// <summary>Numbers with a fraction as Go writes them: the fewest digits that tell the number.</summary>
internal static class GoNumbers
{
    /// <summary>As templates and <c>%v</c> print it.</summary>
    /// <remarks>Go, strconv.FormatFloat with 'g' and -1: an exponent below -4 or from 6 on.</remarks>
    public static string Printed(double number) => Written(number, -4, 6);

    /// <summary>As JSON has it.</summary>
    /// <remarks>Go, encoding/json: an exponent below -6 or from 21 on, of one digit where one is enough.</remarks>
    public static string Json(double number) => Written(number, -6, 21).Replace("e-0", "e-", StringComparison.Ordinal);

    private static string Written(double number, int minExponent, int endExponent)
    {
        if (!double.IsFinite(number)) return double.IsNaN(number) ? "NaN" : number > 0 ? "+Inf" : "-Inf";
        var (digits, exponent) = Digits(Math.Abs(number));
        var sign = number < 0 ? "-" : "";
        return sign + (exponent < minExponent || exponent >= endExponent ? WithExponent(digits, exponent) : Plain(digits, exponent));
    }

    // "1.5E-07" is (15, -7), and so is "0.00000015".
    private static (string Digits, int Exponent) Digits(double number)
    {
        if (number == 0) return ("0", 0);
        var parts = number.ToString("R", CultureInfo.InvariantCulture).Split('E');
        var point = parts[0].IndexOf('.', StringComparison.Ordinal);
        var figures = parts[0].Replace(".", "", StringComparison.Ordinal);
        var zeros = figures.Length - figures.TrimStart('0').Length;
        var exponent = (point < 0 ? parts[0].Length : point) - 1 - zeros
            + (parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0);
        return (figures.Trim('0'), exponent);
    }

    private static string WithExponent(string digits, int exponent)
    {
        var fraction = digits.Length > 1 ? "." + digits[1..] : "";
        return string.Create(
            CultureInfo.InvariantCulture, $"{digits[0]}{fraction}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}");
    }

    private static string Plain(string digits, int exponent) =>
        exponent < 0 ? "0." + new string('0', -exponent - 1) + digits
        : digits.Length <= exponent + 1 ? digits.PadRight(exponent + 1, '0')
        : digits[..(exponent + 1)] + "." + digits[(exponent + 1)..];
}
