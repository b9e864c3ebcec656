using FeedApi.Http;

namespace FeedApi.Publishing;

/// <summary>Tells supervisors when the content has been lost for some time: its folder is gone, or most of what was in it.</summary>
public sealed class LostContent(Readiness readiness, TimeProvider time, TimeSpan graceTime)
{
    private DateTimeOffset? since;

    /// <summary>True from the first look that missed it to the one that finds it.</summary>
    public bool IsLost => since is not null;

    /// <summary>Notes what a look at the folder came to.</summary>
    /// <param name="isThere">True when the content folder is there.</param>
    /// <param name="isHolding">True when a mass deletion waits for its confirmation.</param>
    public void Report(bool isThere, bool isHolding)
    {
        if (isThere && !isHolding)
        {
            since = null;
            readiness.Stale(null);
            return;
        }

        since ??= time.GetUtcNow();
        if (time.GetUtcNow() - since < graceTime) return;
        readiness.Stale(isThere
            ? "Most posts are gone from the content folder; what was published before is served."
            : "The content folder is not there; what was published before is served.");
    }
}
