namespace FeedApi.Queries.Search;

/// <summary>
/// Hashes every two and every three consecutive tokens; equal in every process, because Bloom filters are stored.
/// </summary>
/// <param name="numbers">Receives the hashes; at least <see cref="MaxPerToken"/> elements per token.</param>
internal ref struct SearchRuns(Span<uint> numbers)
{
    /// <summary>Maximum number of hashes per token.</summary>
    public const int MaxPerToken = 2;

    private const uint Offset = 2_166_136_261;
    private const uint Prime = 16_777_619;
    private const uint Mixer = 0x9E37_79B1;

    private readonly Span<uint> numbers = numbers;
    private int tokens;
    private uint last;
    private uint lastPair;

    /// <summary>Number of hashes so far.</summary>
    public int Count { get; private set; }

    /// <summary>Adds the next token.</summary>
    public void Add(scoped ReadOnlySpan<char> token)
    {
        var hash = Offset;
        foreach (var letter in token) hash = (hash ^ letter) * Prime;
        var pair = Mix(Mix(last) ^ hash);
        if (tokens > 0) numbers[Count++] = pair;
        if (tokens > 1) numbers[Count++] = Mix(lastPair ^ hash);
        (last, lastPair) = (hash, pair);
        tokens++;
    }

    /// <summary>Starts a new sequence: the next token does not follow the previous one.</summary>
    public void Break() => tokens = 0;

    /// <summary>Mixes the bits, so that every bit of the input affects many bits of the result.</summary>
    public static uint Mix(uint number)
    {
        number = (number ^ (number >> 15)) * Mixer;
        return number ^ (number >> 13);
    }
}
