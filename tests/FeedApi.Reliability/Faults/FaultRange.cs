namespace FeedApi.Reliability.Faults;

/// <summary>Which faults a run makes: a long program may run in parts that add up, and one number is enough to see a fault again.</summary>
/// <param name="From">The number of the first one.</param>
/// <param name="Count">How many.</param>
/// <param name="Seed">Another seed makes other faults.</param>
internal readonly record struct FaultRange(int From, int Count, int Seed)
{
    /// <summary>The numbers of the faults.</summary>
    public IEnumerable<int> Numbers => Enumerable.Range(From, Count);

    /// <summary>The source of chance of one fault, which depends on nothing but its number and the seed.</summary>
    public Random RandomOf(int number) => new(unchecked((Seed * 1_000_003) + number));
}
