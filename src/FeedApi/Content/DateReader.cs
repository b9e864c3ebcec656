using System.Buffers;
using System.Globalization;

namespace FeedApi.Content;

/// <summary>Reads a date from left to right.</summary>
internal ref struct DateReader(ReadOnlySpan<char> text)
{
    private static readonly string[] FullMonths = CultureInfo.InvariantCulture.DateTimeFormat.MonthNames;
    private static readonly string[] Months = CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames;
    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private ReadOnlySpan<char> rest = text;

    /// <summary>True when everything has been read.</summary>
    public readonly bool IsAtEnd => rest.IsEmpty;

    /// <summary>Reads <c>2022-04-19</c> (or with slashes), or <c>20220419</c>.</summary>
    public bool ReadIsoDay(out DateOnly day)
    {
        var start = rest;
        day = default;
        if (DigitsAhead() == 8) return Number(4, 4, out var fullYear) & Number(2, 2, out var fullMonth) & Number(2, 2, out var fullDay) && PostDate.TryDay(fullYear, fullMonth, fullDay, out day);
        if (Number(4, 4, out var year) && (rest is ['-' or '/', ..]))
        {
            var separator = rest[0];
            rest = rest[1..];
            if (Number(1, 2, out var month) && Skip(separator) && Number(1, 2, out var number) && PostDate.TryDay(year, month, number, out day)) return true;
        }

        rest = start;
        return false;
    }

    /// <summary>Reads <c>Fri, 27 May 2022</c>; the name of the day may be missing.</summary>
    public bool ReadMailDay(out DateOnly day)
    {
        day = default;
        var comma = rest.IndexOf(',');
        if (comma is >= 3 and <= 9 && !rest[..comma].ContainsAnyExcept(Letters)) rest = rest[(comma + 1)..].TrimStart();
        if (!Number(1, 2, out var number) || !Skip(' ') || rest.Length < 3) return false;
        var month = MonthOf(rest[..3]);
        rest = rest[3..];
        if (month == 0 || !Skip(' ')) return false;
        var start = rest;
        if (!Number(4, 4, out var year))
        {
            rest = start;
            if (!Number(2, 2, out year)) return false;
            year += year < 50 ? 2000 : 1900;
        }

        return PostDate.TryDay(year, month, number, out day);
    }

    /// <summary>Reads <c>May 27, 2022</c>; the month may be written out.</summary>
    public bool ReadMonthFirstDay(out DateOnly day)
    {
        day = default;
        var letters = rest.IndexOfAnyExcept(Letters);
        if (letters < 3 || MonthOf(rest[..3]) is var month && month == 0 || !FullMonths[month - 1].StartsWith(rest[..letters].ToString(), StringComparison.OrdinalIgnoreCase)) return false;
        rest = rest[letters..].TrimStart();
        if (!Number(1, 2, out var number)) return false;
        Skip(',');
        rest = rest.TrimStart();
        return Number(4, 4, out var year) && PostDate.TryDay(year, month, number, out day);
    }

    /// <summary>Reads a time of day if one follows; midnight if none does.</summary>
    public bool ReadTime(out TimeOnly time)
    {
        time = TimeOnly.MinValue;
        var start = rest;
        if (rest is ['T' or 't', ..]) rest = rest[1..];
        else if (rest is [' ' or '\t', ..]) rest = rest.TrimStart();
        else return true;
        if (rest is not [>= '0' and <= '9', ..])
        {
            rest = start[0] is 'T' or 't' ? start : rest;
            return true;
        }

        var second = 0;
        var isCompact = DigitsAhead() is 4 or 6;
        if (!Number(1, 2, out var hour) || !(isCompact || Skip(':')) || !Number(2, 2, out var minute) || hour > 23 || minute > 59) return false;
        if (((isCompact && DigitsAhead() == 2) || Skip(':')) && !(Number(2, 2, out second) && second <= 60 && SkipFraction())) return false;
        if (!ReadHalfOfDay(ref hour)) return false;
        SkipRepeatedYear();
        time = new TimeOnly(hour, minute, Math.Min(second, 59));
        return true;
    }

    // AM or PM; true when neither follows.
    private bool ReadHalfOfDay(ref int hour)
    {
        var after = rest.TrimStart();
        var isMorning = after.StartsWith("AM", StringComparison.OrdinalIgnoreCase);
        if (!isMorning && !after.StartsWith("PM", StringComparison.OrdinalIgnoreCase)) return true;
        rest = after[2..];
        if (hour is 0 or > 12) return false;
        hour = (hour % 12) + (isMorning ? 0 : 12);
        return true;
    }

    // "2023-01-29 18:30:22 2023 -0800" stands in real posts; Ruby takes it.
    private void SkipRepeatedYear()
    {
        var after = rest.TrimStart(' ');
        if (after.Length < rest.Length && after.Length > 4 && after[4] == ' ' && !after[..4].ContainsAnyExceptInRange('0', '9')) rest = after[4..];
    }

    /// <summary>Reads an offset if one follows; null if none does.</summary>
    public bool ReadOffset(out TimeSpan? offset)
    {
        offset = null;
        rest = rest.TrimStart();
        if (rest.IsEmpty) return true;
        if (rest[0] is not ('+' or '-')) return ReadZoneName(out offset);
        var sign = rest[0] == '-' ? -1 : 1;
        rest = rest[1..];
        var digits = DigitsAhead();
        var minutes = 0;
        if (digits == 4 ? !(Number(2, 2, out var hours) && Number(2, 2, out minutes)) : !Number(1, 2, out hours) || (Skip(':') && !Number(2, 2, out minutes)))
            return false;
        offset = new TimeSpan(sign * hours, sign * minutes, 0);
        SkipNameOfOffset();
        return minutes < 60 && offset.Value.Duration() <= TimeSpan.FromHours(14);
    }

    // "+0800 CST" and "-0700 (PDT)": the number says it all.
    private void SkipNameOfOffset()
    {
        var name = rest.Trim();
        if (name.Length > 2 && name[0] == '(' && name[^1] == ')') name = name[1..^1];
        if (name.Length is > 0 and <= 5 && !name.ContainsAnyExcept(Letters)) rest = [];
    }

    // RFC 822, section 5.1, but for CST, which is another time in China; other names are no better.
    private bool ReadZoneName(out TimeSpan? offset)
    {
        int? hours = rest switch
        {
            "Z" or "z" or "UTC" or "GMT" or "UT" => 0,
            "EDT" => -4,
            "EST" or "CDT" => -5,
            "MDT" => -6,
            "MST" or "PDT" => -7,
            "PST" => -8,
            _ => null,
        };
        if (hours is not null) rest = [];
        offset = hours is { } known ? TimeSpan.FromHours(known) : null;
        return hours is not null;
    }

    private static int MonthOf(ReadOnlySpan<char> name)
    {
        for (var i = 0; i < 12; i++)
        {
            if (name.Equals(Months[i], StringComparison.OrdinalIgnoreCase)) return i + 1;
        }

        return 0;
    }

    private readonly int DigitsAhead() => rest.IndexOfAnyExceptInRange('0', '9') is var end and >= 0 ? end : rest.Length;

    private bool Number(int fewest, int most, out int number)
    {
        number = 0;
        var length = 0;
        while (length < most && length < rest.Length && char.IsAsciiDigit(rest[length])) number = (number * 10) + (rest[length++] - '0');
        rest = rest[length..];
        return length >= fewest;
    }

    private bool Skip(char expected)
    {
        if (rest.IsEmpty || rest[0] != expected) return false;
        rest = rest[1..];
        return true;
    }

    private bool SkipFraction()
    {
        if (rest is not ['.' or ',', ..]) return true;
        rest = rest[1..];
        var digits = DigitsAhead();
        rest = rest[digits..];
        return digits > 0;
    }
}
