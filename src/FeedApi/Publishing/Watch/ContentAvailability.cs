using FeedApi.Http.Hosting;

namespace FeedApi.Publishing.Watch;

/// <summary>
/// Makes readiness say when what is served has not been up to date for some time: the content folder or most of its files are missing, or
/// the index cannot be written.
/// </summary>
internal sealed class ContentAvailability(Readiness readiness, TimeProvider time, TimeSpan graceTime)
{
    private DateTimeOffset? since;

    /// <summary>True from the first scan or commit that failed to the first scan after it that succeeds.</summary>
    public bool IsUnavailable => since is not null;

    /// <summary>Records the result of a scan.</summary>
    /// <param name="isThere">True when the content folder is there.</param>
    /// <param name="isHolding">True when a mass deletion is held back.</param>
    public void Report(bool isThere, bool isHolding)
    {
        if (!isThere) MarkUnavailable("The content folder is not there; what was published before is served.");
        else if (isHolding) MarkUnavailable("Most posts are missing in the content folder; what was published before is served.");
        else MarkAvailable();
    }

    /// <summary>Records that publishing failed.</summary>
    /// <param name="why">A sentence for people.</param>
    public void Fail(string why) => MarkUnavailable($"Publishing fails; what was published before is served. {why}");

    private void MarkAvailable()
    {
        since = null;
        readiness.Stale(null);
    }

    private void MarkUnavailable(string why)
    {
        since ??= time.GetUtcNow();
        if (time.GetUtcNow() - since >= graceTime) readiness.Stale(why);
    }
}
