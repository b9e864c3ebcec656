
namespace FeedApi.Queries.Search;

/// <summary>A clause of a search query: one token or a phrase that an article must contain, or must not contain.</summary>
/// <param name="Tokens">In order; the final single ideograph of a longer run is omitted, because in the text the run may continue.</param>
/// <param name="IsPrefix">True when the last token is a prefix: a single ideograph.</param>
/// <param name="IsExcluded">True when articles that contain it are excluded.</param>
internal sealed record SearchClause(IReadOnlyList<string> Tokens, bool IsPrefix, bool IsExcluded)
{
    /// <summary>The clause as a text when it is one run of ideographs; otherwise null.</summary>
    public string? Ideographs
    {
        get;
        init
        {
            field = value;
            IsFolded = value is not null && !value.Any(SearchCharacters.HasVariants);
        }
    }

    /// <summary>True when no other characters are folded to those of <see cref="Ideographs"/>.</summary>
    public bool IsFolded { get; private init; }

    /// <summary>The hashes that the Bloom filter of every article with the clause contains.</summary>
    internal IReadOnlyList<uint> Runs { get; } = RunsOf(IsPrefix ? Tokens.SkipLast(1) : Tokens);

    /// <summary>True when the order of tokens must be verified: an article may contain all of them but not the phrase.</summary>
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
