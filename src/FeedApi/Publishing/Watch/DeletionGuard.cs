using FeedApi.Publishing.Pipeline;

namespace FeedApi.Publishing.Watch;

/// <summary>Holds back mass deletions until a second look, so that a lost mount or a half-done checkout empties no feed.</summary>
/// <remarks>
/// Few files that vanish are believed at once: the watcher has already looked twice. A folder in which nothing is left is believed only when
/// something is there again.
/// </remarks>
public sealed class DeletionGuard(TimeProvider time, TimeSpan secondLookAfter)
{
    private const int BelievedAtOnce = 10;
    private const double LargestShare = 0.2;

    private readonly Queue<(DateTimeOffset At, int Count)> recent = new();
    private DateTimeOffset? suspectedAt;

    /// <summary>True while a mass deletion waits for its second look.</summary>
    public bool IsHolding => suspectedAt is not null;

    /// <summary>When a whole look may confirm the suspicion; null when there is none.</summary>
    public DateTimeOffset? SecondLookAt => suspectedAt + secondLookAfter;

    /// <summary>The deletions that may be published now.</summary>
    /// <param name="gone">Paths on record at which there is no file any more.</param>
    /// <param name="arriving">Paths of files that came at the same time: a file of the same name has only moved.</param>
    /// <param name="knownCount">All files on record.</param>
    /// <param name="isWholeLook">True when the whole folder was compared, false when single files were.</param>
    public IReadOnlyList<string> Confirm(IReadOnlyList<string> gone, IEnumerable<string> arriving, long knownCount, bool isWholeLook)
    {
        var moves = new FileMoves(gone, arriving);
        return IsBelieved(moves.Deleted.Count, knownCount, isWholeLook) ? gone : moves.Moved;
    }

    private bool IsBelieved(int count, long knownCount, bool isWholeLook)
    {
        var now = time.GetUtcNow();
        while (recent.TryPeek(out var oldest) && now - oldest.At >= secondLookAfter) recent.Dequeue();
        var lately = recent.Sum(each => each.Count);
        var isEverything = count > 1 && count >= knownCount;
        var isMass = isEverything || (count > 0 && lately + count > BelievedAtOnce && lately + count > (knownCount + lately) * LargestShare);
        var isConfirmed = !isMass || (!isEverything && isWholeLook && now >= SecondLookAt);
        if (!isConfirmed)
        {
            suspectedAt ??= now;
            return false;
        }

        // Single files say nothing of those that a look at the whole folder missed.
        if (isWholeLook) suspectedAt = null;
        if (isMass) recent.Clear();
        else if (count > 0) recent.Enqueue((now, count));
        return true;
    }
}
