using FeedApi.Model.Dates;
using FeedApi.Publishing.Pipeline;

namespace FeedApi.Publishing.Watch;

/// <summary>
/// Holds back mass deletions until a later scan confirms them, so that a lost mount or an incomplete checkout does not empty the feeds.
/// </summary>
/// <remarks>
/// A few deletions are confirmed at once, as each path was checked twice before. The deletion of all files is never confirmed: the
/// deletions are published only when some file exists again.
/// </remarks>
/// <param name="time">The clock.</param>
/// <param name="confirmAfter">How long after it was first suspected a scan may confirm a mass deletion.</param>
internal sealed class DeletionGuard(TimeProvider time, TimeSpan confirmAfter)
{
    private const int MaxCountAtOnce = 10;
    private const double MaxShareAtOnce = 0.2;

    private readonly Queue<(TimeSpan At, int Count)> recent = new();
    private TimeSpan? suspectedAt;

    /// <summary>True while a mass deletion is held back.</summary>
    public bool IsHolding => suspectedAt is not null;

    /// <summary>When a full scan may first confirm the mass deletion, in uptime; null when none is held back.</summary>
    public TimeSpan? ConfirmableAt => suspectedAt + confirmAfter;

    /// <summary>Returns the deletions that may be published now.</summary>
    /// <param name="deleted">Indexed paths at which there is no file any more.</param>
    /// <param name="arriving">Paths of files that were created at the same time: a deleted file of the same name was only moved.</param>
    /// <param name="knownCount">Number of indexed files.</param>
    /// <param name="isFullScan">True when the whole folder was scanned, false when single files were checked.</param>
    public IReadOnlyList<string> Confirm(IReadOnlyList<string> deleted, IEnumerable<string> arriving, long knownCount, bool isFullScan)
    {
        var moves = new FileMoves(deleted, arriving);
        return IsConfirmed(moves.Deleted.Count, knownCount, isFullScan) ? deleted : moves.Moved;
    }

    private bool IsConfirmed(int count, long knownCount, bool isFullScan)
    {
        var now = time.GetUptime();
        while (recent.TryPeek(out var oldest) && now - oldest.At >= confirmAfter) recent.Dequeue();
        var isEverything = count > 1 && count >= knownCount;
        var isMass = isEverything || IsMass(count, knownCount);
        var isConfirmed = !isMass || (!isEverything && isFullScan && now >= ConfirmableAt);
        if (!isConfirmed)
        {
            suspectedAt ??= now;
            return false;
        }

        // Checks of single files say nothing about those that a full scan missed.
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
