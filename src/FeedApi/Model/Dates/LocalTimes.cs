namespace FeedApi.Model.Dates;

/// <summary>Finds the instant of a local time, also of one that a change of clocks skips or repeats.</summary>
/// <remarks>
/// Only the offset of an instant is asked of the zone, never that of a local time. .NET's answers to the latter are wrong where winter time
/// is the time that is saved (Europe/Dublin, Africa/Casablanca) or a day is missing (Pacific/Apia, 30 December 2011).
/// </remarks>
internal static class LocalTimes
{
    // Longer than any offset and any change of one.
    private static readonly TimeSpan Window = TimeSpan.FromHours(26);

    private static readonly TimeSpan MaxWrittenOffset = TimeSpan.FromHours(14);

    /// <summary>The instant of a time on the clock and an offset; of a local time when none is written.</summary>
    /// <param name="local">The time on the clock; its kind is ignored.</param>
    /// <param name="offset">The offset, less than a day. One of over 14 hours becomes that of the zone: DateTimeOffset has none.</param>
    /// <param name="rules">How a local time is interpreted.</param>
    /// <param name="instant">The instant.</param>
    /// <returns>False when it is out of range.</returns>
    public static bool TryCombine(DateTime local, TimeSpan? offset, DateRules rules, out DateTimeOffset instant)
    {
        instant = default;
        if (offset is not { } written) return TryResolve(local, rules, out instant);
        var ticks = local.Ticks - written.Ticks;
        if (!IsInRange(ticks)) return false;
        var utc = new DateTimeOffset(ticks, TimeSpan.Zero);
        var isWritable = written.Seconds == 0 && written.Duration() <= MaxWrittenOffset;
        instant = isWritable ? utc.ToOffset(written) : TimeZoneInfo.ConvertTime(utc, rules.Zone);
        return true;
    }

    /// <summary>
    /// The instant. A time that was skipped is moved forward by the gap: it keeps the offset from before it, as in Ruby and RFC 5545,
    /// section 3.3.5.
    /// </summary>
    /// <param name="local">The local time; its kind is ignored.</param>
    /// <param name="rules">The zone, and which of two instants a repeated time is.</param>
    /// <param name="instant">The instant, with the offset that is in force then.</param>
    /// <returns>False when it is out of range.</returns>
    public static bool TryResolve(DateTime local, DateRules rules, out DateTimeOffset instant)
    {
        var zone = rules.Zone;
        instant = default;
        var clock = new DateTimeOffset(local.Ticks, TimeSpan.Zero);
        // No clock changes at the ends of the calendar.
        var before = OffsetAt(clock - DateTimeOffset.MinValue > Window ? clock - Window : clock, zone);
        var after = OffsetAt(DateTimeOffset.MaxValue - clock > Window ? clock + Window : clock, zone);
        var isInRange = IsInRange(local.Ticks - before.Ticks) && IsInRange(local.Ticks - after.Ticks);
        if (!isInRange) return false;
        var (first, second) = (clock - before, clock - after);
        var isSecond = before != after
            && OffsetAt(second, zone) == after
            && (rules.TakesLater || OffsetAt(first, zone) != before);
        instant = isSecond ? second : first;
        instant = instant.ToOffset(OffsetAt(instant, zone));
        return true;
    }

    private static bool IsInRange(long utcTicks) => utcTicks >= DateTime.MinValue.Ticks && utcTicks <= DateTime.MaxValue.Ticks;

    // DateTimeOffset has no seconds in its offset; those of local mean time are cut off.
    private static TimeSpan OffsetAt(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var offset = zone.GetUtcOffset(instant);
        return offset.Seconds == 0 ? offset : TimeSpan.FromMinutes(Math.Truncate(offset.TotalMinutes));
    }
}
