using FeedApi.Http.Hosting;

namespace FeedApi.Publishing.Watch;

/// <summary>Tells supervisors when the content could not be followed for some time: its folder is gone, or most of what was in it, or the index cannot be written.</summary>
public sealed class ContentAvailability(Readiness readiness, TimeProvider time, TimeSpan graceTime)
{
    private DateTimeOffset? since;

    /// <summary>True from the first look that missed it to the one that finds it.</summary>
    public bool IsLost => since is not null;

    /// <summary>Notes what a look at the folder came to.</summary>
    /// <param name="isThere">True when the content folder is there.</param>
    /// <param name="isHolding">True when a mass deletion waits for its confirmation.</param>
    public void Report(bool isThere, bool isHolding)
    {
        if (!isThere) Miss("The content folder is not there; what was published before is served.");
        else if (isHolding) Miss("Most posts are gone from the content folder; what was published before is served.");
        else Find();
    }

    /// <summary>Notes that publishing failed.</summary>
    /// <param name="why">A sentence for people.</param>
    public void Fail(string why) => Miss($"Publishing fails; what was published before is served. {why}");

    private void Find()
    {
        since = null;
        readiness.Stale(null);
    }

    private void Miss(string why)
    {
        since ??= time.GetUtcNow();
        if (time.GetUtcNow() - since >= graceTime) readiness.Stale(why);
    }
}
