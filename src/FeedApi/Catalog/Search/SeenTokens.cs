namespace FeedApi.Catalog.Search;

/// <summary>The set of tokens read from a text so far.</summary>
/// <remarks>Nearly all tokens of Chinese text have two characters: stored as numbers they need no strings.</remarks>
internal sealed class SeenTokens
{
    // As many as fit into 64 bits.
    private const int ShortChars = 4;
    private const int CharBits = 16;

    // Capacity for the tokens of a post of typical length, so that the set seldom grows.
    private const int TypicalTokens = 1024;

    private readonly HashSet<ulong> shortOnes = new(TypicalTokens);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> longOnes = new HashSet<string>(StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The number of distinct tokens.</summary>
    public int Count => shortOnes.Count + longOnes.Set.Count;

    /// <summary>Adds a token; false when it was already present.</summary>
    public bool Add(ReadOnlySpan<char> token)
    {
        if (token.Length > ShortChars) return longOnes.Add(token);
        // No character of a token is U+0000, so tokens of different lengths are different numbers.
        var number = 0UL;
        foreach (var letter in token) number = (number << CharBits) | letter;
        return shortOnes.Add(number);
    }
}
