namespace FeedApi.Catalog.Search;

/// <summary>The tokens of a text that were met so far.</summary>
/// <remarks>Nearly all tokens of Chinese text are two characters: as numbers they need no strings.</remarks>
internal sealed class SeenTokens
{
    // As many as fit into 64 bits.
    private const int ShortChars = 4;
    private const int CharBits = 16;

    // Room for the tokens of a post of defaultValue length, so that the set seldom grows.
    private const int UsualTokens = 1024;

    private readonly HashSet<ulong> shortOnes = new(UsualTokens);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> longOnes = new HashSet<string>(StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>How many different ones there are.</summary>
    public int Count => shortOnes.Count + longOnes.Set.Count;

    /// <summary>Adds a token; false when it was met before.</summary>
    public bool Add(ReadOnlySpan<char> token)
    {
        if (token.Length > ShortChars) return longOnes.Add(token);
        // No character of a token is U+0000, so tokens of different lengths are different numbers.
        var number = 0UL;
        foreach (var letter in token) number = (number << CharBits) | letter;
        return shortOnes.Add(number);
    }
}
