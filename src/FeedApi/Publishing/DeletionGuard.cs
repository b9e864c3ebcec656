namespace FeedApi.Publishing;

/// <summary>Holds back mass deletions until a second look, so that a lost mount or a half-done checkout empties no feed.</summary>
/// <remarks>Few files that vanish are believed at once: the watcher has already looked twice.</remarks>
public sealed class DeletionGuard(TimeProvider time, TimeSpan secondLookAfter)
{
    private const int BelievedAtOnce = 10;
    private const double LargestShare = 0.2;

    private DateTimeOffset? suspectedAt;

    /// <summary>True while a mass deletion waits for its second look.</summary>
    public bool IsHolding => suspectedAt is not null;

    /// <summary>Whether the deletions may be published now.</summary>
    /// <param name="goneCount">Files on record that are no longer there.</param>
    /// <param name="knownCount">All files on record.</param>
    public bool Confirms(long goneCount, long knownCount)
    {
        if (goneCount <= BelievedAtOnce || goneCount <= knownCount * LargestShare)
        {
            suspectedAt = null;
            return true;
        }

        var now = time.GetUtcNow();
        suspectedAt ??= now;
        if (now - suspectedAt < secondLookAfter) return false;
        suspectedAt = null;
        return true;
    }
}
