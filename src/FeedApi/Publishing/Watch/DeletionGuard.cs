using FeedApi.Publishing.Pipeline;

namespace FeedApi.Publishing.Watch;

/// <summary>Holds back mass deletions until a later scan confirms them: a lost mount or a half-done checkout empties no feed.</summary>
/// <remarks>
/// A few deletions are confirmed at once: each path was checked twice before. The deletion of every file is not: it is published only
/// when some file is there again.
/// </remarks>
/// <param name="time">The clock.</param>
/// <param name="confirmAfter">How long after the first suspicion a scan may confirm a mass deletion.</param>
internal sealed class DeletionGuard(TimeProvider time, TimeSpan confirmAfter)
{
    private const int MaxCountAtOnce = 10;
    private const double MaxShareAtOnce = 0.2;

    private readonly Queue<(DateTimeOffset At, int Count)> recent = new();
    private DateTimeOffset? suspectedAt;

    /// <summary>True while a mass deletion is held back.</summary>
    public bool IsHolding => suspectedAt is not null;

    /// <summary>From when on a full scan may confirm the mass deletion; null when none is held back.</summary>
    public DateTimeOffset? ConfirmableAt => suspectedAt + confirmAfter;

    /// <summary>The deletions that may be published now.</summary>
    /// <param name="deleted">Paths on record at which there is no file any more.</param>
    /// <param name="arriving">Paths of files that came at the same time: a deleted file of the same name has only moved.</param>
    /// <param name="knownCount">All files on record.</param>
    /// <param name="isFullScan">True when the whole folder was scanned, false when single files were checked.</param>
    public IReadOnlyList<string> Confirm(IReadOnlyList<string> deleted, IEnumerable<string> arriving, long knownCount, bool isFullScan)
    {
        var moves = new FileMoves(deleted, arriving);
        return IsConfirmed(moves.Deleted.Count, knownCount, isFullScan) ? deleted : moves.Moved;
    }

    private bool IsConfirmed(int count, long knownCount, bool isFullScan)
    {
        var now = time.GetUtcNow();
        while (recent.TryPeek(out var oldest) && now - oldest.At >= confirmAfter) recent.Dequeue();
        var isEverything = count > 1 && count >= knownCount;
        var isMass = isEverything || IsMass(count, knownCount);
        var isConfirmed = !isMass || (!isEverything && isFullScan && now >= ConfirmableAt);
        if (!isConfirmed)
        {
            suspectedAt ??= now;
            return false;
        }

        // Checks of single files tell nothing about those that a full scan missed.
        if (isFullScan) suspectedAt = null;
        if (isMass) recent.Clear();
        else if (count > 0) recent.Enqueue((now, count));
        return true;
    }

    // Many small deletions within a short time are a mass deletion as well.
    private bool IsMass(int count, long knownCount)
    {
        var recentCount = recent.Sum(deletion => deletion.Count);
        var total = recentCount + count;
        return count > 0 && total > MaxCountAtOnce && total > (knownCount + recentCount) * MaxShareAtOnce;
    }
}
