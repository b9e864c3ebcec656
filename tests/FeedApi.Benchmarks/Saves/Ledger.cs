using System.Collections.Concurrent;

namespace FeedApi.Benchmarks.Saves;

/// <summary>What was saved, and what readers saw that no save explains.</summary>
internal sealed class Ledger
{
    // What a stalled writer left may be served until the next look at the file.
    private static readonly TimeSpan Excuse = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<int, int> versions = new();
    private readonly ConcurrentDictionary<int, DateTime> excusedUntil = new();
    private readonly ConcurrentDictionary<string, int> faults = new(StringComparer.Ordinal);
    private int excused;

    /// <summary>The last version of each post.</summary>
    public IReadOnlyDictionary<int, int> Versions => versions;

    /// <summary>Faults with how often they were seen.</summary>
    public IReadOnlyDictionary<string, int> Faults => faults;

    /// <summary>Saves whose writer stood still for longer than a file must rest.</summary>
    public int Excused => excused;

    /// <summary>Notes that a version is about to be saved.</summary>
    public void Begin(int number, int version) => versions[number] = version;

    /// <summary>Notes that the machine held up the writer of a post, so that a half-written file had time to rest.</summary>
    public void Stalled(int number)
    {
        Interlocked.Increment(ref excused);
        excusedUntil[number] = DateTime.UtcNow + Excuse;
    }

    /// <summary>Notes a fault; of a post whose writer was held up just now it is none.</summary>
    public void Fault(int? number, string what)
    {
        if (number is { } post && excusedUntil.TryGetValue(post, out var until) && DateTime.UtcNow < until) return;
        faults.AddOrUpdate(what, 1, (_, count) => count + 1);
    }
}
