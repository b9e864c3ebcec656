namespace FeedApi.Catalog.Sqlite.Connections;

/// <summary>What the statements of one read may cost together. SQLite asks between its steps.</summary>
internal abstract class ReadBudget
{
    /// <summary>A statement or several begin on this thread.</summary>
    public virtual void Begin()
    {
    }

    /// <summary>True when the read must be given up.</summary>
    /// <param name="steps">Virtual machine instructions since the last call.</param>
    public abstract bool IsExceededAfter(int steps);

    /// <summary>They have ended.</summary>
    public virtual void End()
    {
    }

    /// <summary>What the read throws when it is given up.</summary>
    public abstract TimeoutException Fault(Exception interrupted);
}

/// <summary>The steps of a read that should be cheap, on any machine the same.</summary>
/// <param name="limit">Virtual machine instructions.</param>
internal sealed class StepBudget(int limit) : ReadBudget
{
    private int used;

    /// <inheritdoc/>
    public override bool IsExceededAfter(int steps) => (used += steps) > limit;

    /// <inheritdoc/>
    public override TimeoutException Fault(Exception interrupted) => new ReadStepsException("The read is not cheap.", interrupted);
}

/// <summary>
/// The processor time of an expensive read. What the thread waits for does not count, so that a busy machine refuses no more.
/// </summary>
internal sealed class WorkBudget : ReadBudget
{
    // A disk that does not answer takes no processor time. So much longer than its work no read takes on the busiest machine.
    private const int WaitFactor = 40;

    private readonly TimeSpan limit;
    private readonly ThreadClock clock;
    private readonly TimeProvider time;
    private readonly long arrival;
    private TimeSpan used;
    private TimeSpan beganAt;

    /// <summary>A budget that nothing was taken from.</summary>
    /// <param name="limit">Processor time.</param>
    /// <param name="clock">Measures it.</param>
    /// <param name="time">The clock.</param>
    public WorkBudget(TimeSpan limit, ThreadClock clock, TimeProvider time)
    {
        (this.limit, this.clock, this.time) = (limit, clock, time);
        arrival = time.GetTimestamp();
    }

    /// <inheritdoc/>
    public override void Begin() => beganAt = clock.Used;

    /// <inheritdoc/>
    public override bool IsExceededAfter(int steps) =>
        used + (clock.Used - beganAt) > limit || time.GetElapsedTime(arrival) > limit * WaitFactor;

    /// <inheritdoc/>
    public override void End() => used += clock.Used - beganAt;

    /// <inheritdoc/>
    public override TimeoutException Fault(Exception interrupted) =>
        new SearchBudgetException("The search took longer than allowed.", interrupted);
}
