
namespace FeedApi.Queries.Search;

/// <summary>What an article must have, or must not have: one token, or several that follow one another.</summary>
/// <param name="Tokens">In order; of ideographs the last one alone is left out, because the text may go on.</param>
/// <param name="IsPrefix">True when the last token is only the beginning of one: an ideograph that stands alone.</param>
/// <param name="IsExcluded">True when articles that have it are left out.</param>
internal sealed record SearchClause(IReadOnlyList<string> Tokens, bool IsPrefix, bool IsExcluded)
{
    /// <summary>The clause as it stands in a text when it is one run of ideographs; else null.</summary>
    public string? Ideographs
    {
        get;
        init
        {
            field = value;
            IsFolded = value is not null && !value.Any(SearchCharacters.HasVariants);
        }
    }

    /// <summary>True when no other characters than these very ones are folded to <see cref="Ideographs"/>.</summary>
    public bool IsFolded { get; private init; }

    /// <summary>What the sieve of an article that has the clause lets through (the Bloom filter of its phrases).</summary>
    internal IReadOnlyList<uint> Runs { get; } = RunsOf(IsPrefix ? Tokens.SkipLast(1) : Tokens);

    /// <summary>True when an article that has all tokens may still lack the clause, because they must follow one another.</summary>
    public bool NeedsCheck => Tokens.Count > 1;

    private static uint[] RunsOf(IEnumerable<string> tokens)
    {
        var all = tokens.ToList();
        var numbers = new uint[all.Count * SearchRuns.MaxPerToken];
        var runs = new SearchRuns(numbers);
        foreach (var token in all) runs.Add(token);
        return numbers[..runs.Count];
    }
}
