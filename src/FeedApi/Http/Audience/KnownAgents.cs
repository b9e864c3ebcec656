using System.Collections.Concurrent;

namespace FeedApi.Http.Audience;

/// <summary>Remembers User-Agent fields that were read, and the counts of each name; bounded, whatever fields are invented.</summary>
internal sealed class KnownAgents
{
    /// <summary>Names of unknown programs that are told apart; further ones are counted together.</summary>
    public const int MaxOtherNames = 1_000;

    /// <summary>The name of all further ones.</summary>
    public const string OtherName = "other";

    // Two generations of so many fields of at most 512 characters: 4 MB at worst. The old one goes when the young one is full.
    private const int MaxFields = 2_048;

    private readonly ConcurrentDictionary<string, PollCounts> byName = new(StringComparer.OrdinalIgnoreCase);
    private ConcurrentDictionary<string, KnownAgent> young = new(StringComparer.Ordinal);
    private ConcurrentDictionary<string, KnownAgent> old = new(StringComparer.Ordinal);
    private int youngCount;
    private int otherNames;

    /// <summary>Every name with its counts.</summary>
    public IEnumerable<KeyValuePair<string, PollCounts>> Names => byName;

    /// <summary>Fields that are remembered.</summary>
    public int FieldCount => young.Count + old.Count;

    /// <summary>What a field says.</summary>
    public KnownAgent Of(string field)
    {
        if (young.TryGetValue(field, out var known)) return known;
        if (!old.TryGetValue(field, out known)) known = Read(field);
        if (field.Length <= UserAgentParser.MaxChars) Remember(field, known);
        return known;
    }

    // Two threads may both find the generation full; then the old one is lost sooner, and its fields are read once more.
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
