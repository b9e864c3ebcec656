using System.Buffers;

namespace FeedApi.Model.Dates;

/// <summary>Reads a date from left to right.</summary>
internal ref struct DateReader(ReadOnlySpan<char> text)
{
    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private ReadOnlySpan<char> rest = text;

    /// <summary>True when everything has been read.</summary>
    public readonly bool IsAtEnd => rest.IsEmpty;

    /// <summary>True when the name of a zone was read in place of an offset.</summary>
    public bool HasZoneName { get; private set; }

    /// <summary>True when the second 60 was read, as 59.</summary>
    public bool HasLeapSecond { get; private set; }

    /// <summary>Reads <c>2022-04-19</c> (or with slashes), or <c>20220419</c>.</summary>
    public bool ReadIsoDay(out DateOnly day)
    {
        var start = rest;
        day = default;
        if (DigitsAhead() == 8)
        {
            return Number(4, 4, out var fullYear) & Number(2, 2, out var fullMonth) & Number(2, 2, out var fullDay)
                && PostDate.TryDay(fullYear, fullMonth, fullDay, out day);
        }

        if (Number(4, 4, out var year) && (rest is ['-' or '/', ..]))
        {
            var separator = rest[0];
            rest = rest[1..];
            if (Number(1, 2, out var month)
                && Skip(separator)
                && Number(1, 2, out var number)
                && PostDate.TryDay(year, month, number, out day))
            {
                return true;
            }
        }

        rest = start;
        return false;
    }

    /// <summary>Reads a time of day if one follows; midnight if none does.</summary>
    public bool ReadTime(out TimeOnly time)
    {
        time = TimeOnly.MinValue;
        SkipLink();
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
        if (!Number(1, 2, out var hour)) return false;
        var minute = 0;
        if ((isCompact || Skip(':') || !IsHalfOfDayNext()) && !Number(1, 2, out minute)) return false;
        if (hour > 23 || minute > 59) return false;
        if (((isCompact && DigitsAhead() == 2) || Skip(':')) && !(Number(1, 2, out second) && second <= 60 && SkipFraction())) return false;
        if (!ReadHalfOfDay(ref hour)) return false;
        SkipRepeatedYear();
        HasLeapSecond = second == 60;
        time = new TimeOnly(hour, minute, Math.Min(second, 59));
        return true;
    }

    // True also when neither AM nor PM follows.
    private bool ReadHalfOfDay(ref int hour)
    {
        if (!IsHalfOfDayNext()) return true;
        var after = rest.TrimStart();
        var isMorning = after[0] is 'A' or 'a';
        rest = after[(after[1] == '.' ? 4 : 2)..];
        if (hour is 0 or > 12) return false;
        hour = (hour % 12) + (isMorning ? 0 : 12);
        return true;
    }

    private readonly bool IsHalfOfDayNext()
    {
        var after = rest.TrimStart();
        return after.StartsWith("AM", StringComparison.OrdinalIgnoreCase) || after.StartsWith("PM", StringComparison.OrdinalIgnoreCase)
            || after.StartsWith("A.M.", StringComparison.OrdinalIgnoreCase) || after.StartsWith("P.M.", StringComparison.OrdinalIgnoreCase);
    }

    // "2015-03-04, 05:06" and "2015-03-04 at 05:06".
    private void SkipLink()
    {
        if (rest is [',', ' ', ..]) rest = rest[1..];
        else if (rest.StartsWith(" at ", StringComparison.OrdinalIgnoreCase)) rest = rest[3..];
    }

    // "2023-01-29 18:30:22 2023 -0800" occurs in real posts, and Ruby accepts it.
    private void SkipRepeatedYear()
    {
        var after = rest.TrimStart(' ');
        if (after.Length < rest.Length && after.Length > 4 && after[4] == ' ' && !after[..4].ContainsAnyExceptInRange('0', '9'))
            rest = after[4..];
    }

    /// <summary>Reads an offset or a zone abbreviation if one follows; false when it is malformed.</summary>
    /// <param name="zone">The site's zone, whose own abbreviations are recognised.</param>
    /// <param name="year">The year of the date.</param>
    /// <param name="offset">The offset; null when none follows.</param>
    /// <param name="unknownZone">An abbreviation that is not recognised; the offset is null then.</param>
    public bool ReadOffset(TimeZoneInfo zone, int year, out TimeSpan? offset, out string? unknownZone)
    {
        offset = null;
        unknownZone = null;
        rest = rest.TrimStart();
        if (rest.IsEmpty) return true;
        SkipReference();
        if (rest[0] is not ('+' or '-')) return ReadZoneName(zone, year, out offset, out unknownZone);
        var sign = rest[0] == '-' ? -1 : 1;
        rest = rest[1..];
        var digits = DigitsAhead();
        var minutes = 0;
        if (digits == 4
            ? !(Number(2, 2, out var hours) && Number(2, 2, out minutes))
            : !Number(1, 2, out hours) || (Skip(':') && !Number(2, 2, out minutes)))
        {
            return false;
        }

        offset = new TimeSpan(sign * hours, sign * minutes, 0);
        SkipNameOfOffset();
        return minutes < 60 && offset.Value.Duration() <= TimeSpan.FromHours(14);
    }

    // "GMT+8" and "UTC+08:00".
    private void SkipReference()
    {
        if (rest.Length < 5 || rest[3] is not ('+' or '-')) return;
        if (rest[..3].Equals("GMT", StringComparison.OrdinalIgnoreCase) || rest[..3].Equals("UTC", StringComparison.OrdinalIgnoreCase))
            rest = rest[3..];
    }

    // "+0800 CST" and "-0700 (PDT)": the numeric offset is sufficient.
    private void SkipNameOfOffset()
    {
        var name = rest.Trim();
        if (name.Length > 2 && name[0] == '(' && name[^1] == ')') name = name[1..^1];
        if (name.Length is > 0 and <= 5 && !name.ContainsAnyExcept(Letters)) rest = [];
    }

    private bool ReadZoneName(TimeZoneInfo zone, int year, out TimeSpan? offset, out string? unknownZone)
    {
        offset = ZoneNames.OffsetOf(rest, zone, year);
        var isName = offset is not null || (rest.Length is >= 3 and <= 5 && !rest.ContainsAnyExceptInRange('A', 'Z'));
        unknownZone = offset is null && isName ? rest.ToString() : null;
        HasZoneName = isName;
        if (isName) rest = [];
        return isName;
    }

    private readonly int DigitsAhead() => rest.IndexOfAnyExceptInRange('0', '9') is var end and >= 0 ? end : rest.Length;

    private bool Number(int minDigits, int maxDigits, out int number)
    {
        number = 0;
        var length = 0;
        while (length < maxDigits && length < rest.Length && char.IsAsciiDigit(rest[length]))
            number = (number * 10) + (rest[length++] - '0');
        rest = rest[length..];
        return length >= minDigits;
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
