using System.Collections.Concurrent;

namespace FeedApi.Reliability.Saves;

/// <summary>What was saved, and what readers saw that no save explains.</summary>
internal sealed class Ledger
{
    // What a stalled writer left may be served until the server has read the whole file.
    private static readonly TimeSpan Excuse = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<int, int> versions = new();
    private readonly ConcurrentQueue<Stall> stalls = new();
    private readonly ConcurrentQueue<Fault> faults = new();

    /// <summary>The last version of each post.</summary>
    public IReadOnlyDictionary<int, int> Versions => versions;

    /// <summary>Saves whose writer stood still for longer than a file must rest.</summary>
    public int Excused => stalls.Count;

    /// <summary>Faults with how often they were seen; of a post whose writer was held up just then it is none.</summary>
    /// <remarks>Looked at when all is over: a reader can see half a file before its writer knows that it was held up.</remarks>
    public IReadOnlyDictionary<string, int> ListFaults() =>
        faults.Where(fault => !stalls.Any(stall => stall.Explains(fault)))
            .CountBy(fault => fault.What)
            .ToDictionary(StringComparer.Ordinal);

    /// <summary>Notes that a version is about to be saved.</summary>
    public void Begin(int number, int version) => versions[number] = version;

    /// <summary>Notes that the machine held up the writer of a post, so that a half-written file had time to rest.</summary>
    /// <param name="number">The post.</param>
    /// <param name="begun">When the save began.</param>
    public void AddStall(int number, DateTime begun) => stalls.Enqueue(new Stall(number, begun, DateTime.UtcNow + Excuse));

    /// <summary>Notes a fault.</summary>
    /// <param name="number">The post that it concerns; null when it concerns none.</param>
    /// <param name="what">What was seen.</param>
    /// <param name="asked">When the request was sent whose answer shows it.</param>
    public void AddFault(int? number, string what, DateTime asked) => faults.Enqueue(new Fault(number, what, asked, DateTime.UtcNow));

    private sealed record Fault(int? Number, string What, DateTime Asked, DateTime Seen);

    private sealed record Stall(int Number, DateTime Begun, DateTime Until)
    {
        public bool Explains(Fault fault) => fault.Number == Number && fault.Asked <= Until && fault.Seen >= Begun;
    }
}
