namespace FeedApi.Model.Dates;

/// <summary>
/// Reads the one form that nearly all dates have: <c>2022-04-19</c>, with <c>10:24</c> or <c>10:24:35</c> after a space or <c>T</c>, with
/// <c>Z</c> or an offset such as <c>+0800</c> or <c>+08:00</c> behind that. All generators read it alike.
/// </summary>
/// <param name="Local">The time on the clock.</param>
/// <param name="Offset">The offset; null when none is written.</param>
/// <param name="HasSeconds">True when seconds are written, without which YAML sees no timestamp.</param>
internal readonly record struct IsoDate(DateTime Local, TimeSpan? Offset, bool HasSeconds)
{
    private const int DayChars = 10;
    private const int MinuteChars = 16;
    private const int SecondChars = 19;

    /// <summary>Reads a date; false when it has any other form, or is no date.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out IsoDate date)
    {
        date = default;
        if (text.Length < DayChars || text[4] != '-' || text[7] != '-') return false;
        if (Number(text[..4]) is not (>= 0 and var year) || Number(text[5..7]) is not (>= 0 and var month)) return false;
        if (!PostDate.TryDay(year, month, Number(text[8..DayChars]), out var day)) return false;
        var time = TimeOnly.MinValue;
        TimeSpan? offset = null;
        var hasSeconds = text.Length >= SecondChars && text[MinuteChars] == ':';
        if (text.Length > DayChars && !(TryTime(text, hasSeconds, out time, out var end) && TryOffset(text[end..], out offset)))
            return false;
        date = new IsoDate(day.ToDateTime(time), offset, hasSeconds);
        return true;
    }

    private static bool TryTime(ReadOnlySpan<char> text, bool hasSeconds, out TimeOnly time, out int end)
    {
        time = default;
        end = hasSeconds ? SecondChars : MinuteChars;
        if (text.Length < MinuteChars || text[DayChars] is not (' ' or 'T') || text[13] != ':') return false;
        var hour = Number(text[11..13]);
        var minute = Number(text[14..MinuteChars]);
        var second = hasSeconds ? Number(text[17..SecondChars]) : 0;
        if (hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 59) return false;
        time = new TimeOnly(hour, minute, second);
        return true;
    }

    private static bool TryOffset(ReadOnlySpan<char> text, out TimeSpan? offset)
    {
        offset = null;
        if (text.IsEmpty) return true;
        if (text[0] == ' ') text = text[1..];
        if (text is "Z")
        {
            offset = TimeSpan.Zero;
            return true;
        }

        var hasColon = text.Length == 6 && text[3] == ':';
        if (text is not ['+' or '-', ..] || !(text.Length == 5 || hasColon)) return false;
        var (hours, minutes) = (Number(text[1..3]), Number(text[(hasColon ? 4 : 3)..]));
        if (hours is < 0 or > 13 || minutes is < 0 or > 59) return false;
        var length = new TimeSpan(hours, minutes, 0);
        offset = text[0] == '-' ? -length : length;
        return true;
    }

    // Minus one when it is no number.
    private static int Number(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit(digit)) return -1;
            number = (number * 10) + (digit - '0');
        }

        return number;
    }
}
