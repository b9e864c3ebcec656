using System.Collections.Concurrent;

namespace FeedApi.Http.Audience;

/// <summary>Caches parsed User-Agent fields and counts polls by name; bounded even when clients send random fields.</summary>
internal sealed class KnownAgents
{
    /// <summary>Maximum number of unknown names that are counted separately; further ones are counted together.</summary>
    public const int MaxOtherNames = 1_000;

    /// <summary>The name under which further unknown names are counted.</summary>
    public const string OtherName = "other";

    // Per generation. Two generations of fields of at most 512 chars take at most 4 MB; the old one is dropped when the young one is full.
    private const int MaxFields = 2_048;

    private readonly ConcurrentDictionary<string, PollCounts> byName = new(StringComparer.OrdinalIgnoreCase);
    private ConcurrentDictionary<string, KnownAgent> young = new(StringComparer.Ordinal);
    private ConcurrentDictionary<string, KnownAgent> old = new(StringComparer.Ordinal);
    private int youngCount;
    private int otherNames;

    /// <summary>All names with their counters.</summary>
    public IEnumerable<KeyValuePair<string, PollCounts>> Names => byName;

    /// <summary>Number of cached fields.</summary>
    public int FieldCount => young.Count + old.Count;

    /// <summary>Returns the parsed field, from the cache if possible.</summary>
    public KnownAgent Of(string field)
    {
        if (young.TryGetValue(field, out var known)) return known;
        if (!old.TryGetValue(field, out known)) known = Read(field);
        if (field.Length <= UserAgentParser.MaxChars) Remember(field, known);
        return known;
    }

    // Two threads may both find the generation full; then the old one is dropped early, and its fields are parsed again.
    private void Remember(string field, KnownAgent known)
    {
        if (Interlocked.Increment(ref youngCount) > MaxFields)
        {
            (old, young) = (young, new ConcurrentDictionary<string, KnownAgent>(StringComparer.Ordinal));
            Interlocked.Exchange(ref youngCount, 1);
        }

        young[field] = known;
    }

    private KnownAgent Read(string field)
    {
        var agent = UserAgentParser.Parse(field);
        return new KnownAgent(agent, (uint)string.GetHashCode(field, StringComparison.Ordinal), PollsOf(agent.Name));
    }

    private PollCounts PollsOf(string name)
    {
        if (byName.TryGetValue(name, out var polls)) return polls;
        var isKept = KnownReaders.Contains(name) || Interlocked.Increment(ref otherNames) <= MaxOtherNames;
        return byName.GetOrAdd(isKept ? name : OtherName, _ => new PollCounts());
    }
}
