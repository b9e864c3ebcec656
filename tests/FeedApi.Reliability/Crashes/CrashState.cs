namespace FeedApi.Reliability.Crashes;

/// <summary>A state that a disk may be in after a power cut.</summary>
internal static class CrashState
{
    // What a disk writes at once.
    private const int SectorBytes = 512;

    /// <summary>
    /// Applies operations to files: all that are synced, and of the others before the cut any, in any order; a write may be torn.
    /// </summary>
    /// <returns>How many operations before the cut were lost or torn.</returns>
    public static int Apply(string folder, IReadOnlyList<DiskOperation> operations, int cut, Random random)
    {
        var lost = 0;
        // Some cuts lose hardly anything, others hardly leave anything.
        var keeps = random.NextDouble();
        foreach (var file in operations.Take(cut).GroupBy(each => each.File))
        {
            DiskOperation[] all = [.. file];
            var synced = Array.FindLastIndex(all, each => each.Kind is DiskOperationKind.Sync) + 1;
            foreach (var operation in all[..synced]) Do(folder, operation, operation.Bytes.Length);
            DiskOperation[] rest = [.. all[synced..].Where(_ => random.NextDouble() < keeps || Lose())];
            // Writes to other places may come in any order, so that the last of them all is the one that is torn.
            for (var at = 0; at < rest.Length; at++)
            {
                var isTorn = rest[at].Bytes.Length > SectorBytes && random.Next(8) == 0;
                if (isTorn) lost++;
                Do(folder, rest[at], isTorn ? random.Next(rest[at].Bytes.Length / SectorBytes) * SectorBytes : rest[at].Bytes.Length);
            }
        }

        return lost;

        bool Lose()
        {
            lost++;
            return false;
        }
    }

    private static void Do(string folder, DiskOperation operation, int bytes)
    {
        var path = Path.Combine(folder, operation.File);
        if (operation.Kind is DiskOperationKind.Unlink)
        {
            File.Delete(path);
            return;
        }

        using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write);
        if (operation.Kind is DiskOperationKind.Truncate) file.SetLength(operation.Offset);
        if (operation.Kind is not DiskOperationKind.Write) return;
        file.Position = operation.Offset;
        file.Write(operation.Bytes.AsSpan(0, bytes));
    }
}
