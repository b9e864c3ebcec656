namespace FeedApi.Model.Dates;

/// <summary>Reads dates that are written as whole numbers, the seconds since 1970.</summary>
/// <remarks>
/// Hugo 0.111 reads each number of YAML and TOML so. One with fewer digits than nine, which is in the years from 1967 to 1973, is more
/// likely meant as a year or a day without hyphens, and is left to the other forms.
/// </remarks>
internal static class UnixSeconds
{
    private const int MinDigits = 9;

    private static readonly long Max = DateTimeOffset.MaxValue.ToUnixTimeSeconds();
    private static readonly long Min = DateTimeOffset.MinValue.ToUnixTimeSeconds();

    /// <summary>Reads a number; false when it is none, or too short.</summary>
    /// <param name="text">The number; there may be underscores between its digits.</param>
    /// <param name="date">The instant in UTC; the end of the calendar for one that is after it, such as of milliseconds.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset date)
    {
        date = default;
        var isNegative = text is ['-', ..];
        if (text is ['-' or '+', ..]) text = text[1..];
        if (text.Length < MinDigits || text[0] == '_') return false;
        var (number, digits) = (0L, 0);
        foreach (var sign in text)
        {
            if (sign == '_') continue;
            if (!char.IsAsciiDigit(sign)) return false;
            number = Math.Min((number * 10) + (sign - '0'), Max);
            digits++;
        }

        date = DateTimeOffset.FromUnixTimeSeconds(isNegative ? Math.Max(-number, Min) : number);
        return digits >= MinDigits;
    }
}
