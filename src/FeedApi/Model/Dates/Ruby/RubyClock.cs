namespace FeedApi.Model.Dates.Ruby;

/// <summary>Day and time of a date in figures that need not exist yet: day 30 of February, hour 24, second 60.</summary>
internal record struct RubyClock(int Year, int Month, int Day, int Hour, int Minute, int Second)
{
    private const int DaySeconds = 24 * 60 * 60;

    /// <summary>True when the month has no such day.</summary>
    public readonly bool IsRolledOver =>
        Month is >= 1 and <= 12 && Year is >= 1 and <= 9999 && Day > DateTime.DaysInMonth(Year, Month);

    /// <summary>
    /// The time on the clock: a 30 February is 1 or 2 March, 24:00 the next day, second 60 the next minute. False when a figure is out of
    /// the range that Ruby's <c>Time.utc</c> takes, or the year before 1000 or after 9998.
    /// </summary>
    public readonly bool TryLocal(out DateTime local)
    {
        local = default;
        var isTime = Hour is >= 0 and <= 23 || this is { Hour: 24, Minute: 0, Second: 0 };
        if (Year is < 1000 or > 9998 || Month is < 1 or > 12 || Day is < 1 or > 31) return false;
        if (!isTime || Minute is < 0 or > 59 || Second is < 0 or > 60) return false;
        local = new DateTime(Year, Month, 1).AddDays(Day - 1).AddSeconds((Hour * 3600) + (Minute * 60) + Second);
        return true;
    }

    /// <summary>The same clock in UTC.</summary>
    /// <remarks>
    /// Ruby's <c>Time.parse</c> takes the offset from the figures before it looks whether they exist, and carries only between those that
    /// the offset changes. So 25:00 is a time with an offset of an hour and none without.
    /// </remarks>
    /// <param name="offset">At most one day.</param>
    public readonly RubyClock ToUtc(TimeSpan offset)
    {
        var sign = offset < TimeSpan.Zero ? 1 : -1;
        var left = (int)offset.Duration().TotalSeconds;
        var (hour, minute, second) = (Hour, Minute, Second);
        Shift(ref second, 60, sign, ref left);
        Shift(ref minute, 60, sign, ref left);
        Shift(ref hour, 24, sign, ref left);
        var moved = this with { Hour = hour, Minute = minute, Second = second };
        if (left != 0) moved = sign > 0 ? moved.AddDays(left) : moved.SubtractDays(left);
        return moved;
    }

    private readonly RubyClock AddDays(int days)
    {
        if (Day + days <= DaysInMonth(Year, Month)) return this with { Day = Day + days };
        var (year, month) = Month == 12 ? (Year + 1, 1) : (Year, Month + 1);
        return this with { Year = year, Month = month, Day = 1 };
    }

    private readonly RubyClock SubtractDays(int days)
    {
        if (Day - days >= 1) return this with { Day = Day - days };
        var (year, month) = Month <= 1 ? (Year - 1, 12) : (Year, Month - 1);
        return this with { Year = year, Month = month, Day = DaysInMonth(year, month) };
    }

    // Takes the share of one unit, and carries what is over into what is left for the next.
    private static void Shift(ref int figure, int size, int sign, ref int left)
    {
        (left, var share) = Math.DivRem(left, size);
        if (left < 0 || share < 0) (left, share) = (left - 1, share + size);
        if (share == 0) return;
        var moved = Math.Clamp(figure, 0, DaySeconds) + (sign * share);
        var carry = (int)Math.Floor((double)moved / size);
        figure = moved - (carry * size);
        left += sign * carry;
    }

    private static int DaysInMonth(int year, int month) =>
        month is >= 1 and <= 12 && year is >= 1 and <= 9999 ? DateTime.DaysInMonth(year, month) : 31;
}
