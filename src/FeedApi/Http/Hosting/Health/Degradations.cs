using System.Collections.Immutable;

namespace FeedApi.Http.Hosting.Health;

/// <summary>
/// The reasons for which the server is degraded at present: it answers, so it is ready, but what it answers may not be up to date. Whoever
/// finds a fault reports it, and reports its end. Thread-safe.
/// </summary>
/// <remarks>
/// Each is logged when it begins, then at intervals that double from a minute to a day, and when it ends: a fault that lasts must neither
/// fill the disk nor be overlooked.
/// </remarks>
internal sealed class Degradations : IDisposable
{
    private static readonly TimeSpan FirstInterval = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan MaxInterval = TimeSpan.FromDays(1);

    private readonly Lock gate = new();
    private readonly Dictionary<string, Reminder> reminders = new(StringComparer.Ordinal);
    private readonly TimeProvider time;
    private readonly ILogger<Degradations> logger;
    private readonly ITimer timer;
    private volatile ImmutableList<Degradation> current = [];

    /// <summary>Begins without any.</summary>
    public Degradations(TimeProvider time, ILogger<Degradations> logger)
    {
        (this.time, this.logger) = (time, logger);
        timer = time.CreateTimer(_ => Remind(), null, FirstInterval, FirstInterval);
    }

    /// <summary>Those that last, the oldest first.</summary>
    public IReadOnlyList<Degradation> Current => current;

    /// <summary>From now on the server is degraded for this reason. Reporting it again changes nothing but the sentence.</summary>
    /// <param name="code">One of <see cref="DegradationCodes"/>.</param>
    /// <param name="detail">A sentence for people: what is wrong, and what that means for answers.</param>
    public void Report(string code, string detail)
    {
        lock (gate)
        {
            if (current.Find(each => each.Code == code) is { } known)
            {
                current = current.Replace(known, known with { Detail = detail });
                return;
            }

            current = current.Add(new Degradation(code, detail, time.GetUtcNow()));
            reminders[code] = new Reminder(time.GetTimestamp(), FirstInterval);
        }

        logger.LogWarning(HealthEvents.Degraded, "Degraded ({Code}): {Detail}", code, detail);
    }

    /// <summary>From now on the server is not degraded for this reason; does nothing when it was not.</summary>
    public void End(string code)
    {
        lock (gate)
        {
            if (!reminders.Remove(code)) return;
            current = current.RemoveAll(each => each.Code == code);
        }

        logger.LogInformation(HealthEvents.Recovered, "No longer degraded ({Code})", code);
    }

    /// <inheritdoc/>
    public void Dispose() => timer.Dispose();

    private void Remind()
    {
        foreach (var each in TakeDue())
        {
            logger.LogWarning(
                HealthEvents.Degraded, "Still degraded ({Code}), since {Since:u}: {Detail}", each.Code, each.Since, each.Detail);
        }
    }

    private Degradation[] TakeDue()
    {
        lock (gate)
        {
            Degradation[] due = [.. current.Where(each => reminders[each.Code].IsDue(time))];
            foreach (var each in due) reminders[each.Code] = reminders[each.Code].Next(time, MaxInterval);
            return due;
        }
    }

    private sealed record Reminder(long LoggedAt, TimeSpan Interval)
    {
        public bool IsDue(TimeProvider time) => time.GetElapsedTime(LoggedAt) >= Interval;

        public Reminder Next(TimeProvider time, TimeSpan max) =>
            new(time.GetTimestamp(), Interval * 2 > max ? max : Interval * 2);
    }
}
