using System.Globalization;

namespace FeedApi.Reliability.Stops;

/// <summary>What became of the requests of many readers.</summary>
internal sealed class ReaderOutcomes
{
    private long whole;
    private long refused;
    private long closedIdle;
    private long lost;
    private long lostAtOnce;
    private long cut;
    private long wrong;

    /// <summary>Requests that were sent and not answered, cut answers, answers with another status than 200: what must not be.</summary>
    public long Failed => lost + lostAtOnce + cut + wrong;

    /// <summary>Answers that came whole.</summary>
    public long Answered => Interlocked.Read(ref whole);

    /// <summary>Answered with 200, whole.</summary>
    public void Whole() => Interlocked.Increment(ref whole);

    /// <summary>No connection could be made.</summary>
    public void Refused() => Interlocked.Increment(ref refused);

    /// <summary>The server had closed a connection before anything was sent on it: clients open another.</summary>
    public void ClosedIdle() => Interlocked.Increment(ref closedIdle);

    /// <summary>Sent, and the connection ended without an answer.</summary>
    /// <param name="isFirst">True for the first request of a connection.</param>
    public void Lost(bool isFirst)
    {
        if (isFirst) Interlocked.Increment(ref lostAtOnce);
        else Interlocked.Increment(ref lost);
    }

    /// <summary>The answer ended before its length.</summary>
    public void Cut() => Interlocked.Increment(ref cut);

    /// <summary>Answered with another status.</summary>
    public void Wrong() => Interlocked.Increment(ref wrong);

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{whole} whole, {refused} refused connections, {closedIdle} closed idle; "
            + $"failed: {lost} lost on a used connection, {lostAtOnce} on a new one, {cut} cut, {wrong} with a wrong status");
}
