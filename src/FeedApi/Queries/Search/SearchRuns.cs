namespace FeedApi.Queries.Search;

/// <summary>
/// Numbers for every two and every three tokens that follow one another, the same in every process, because sieves are stored.
/// </summary>
/// <param name="numbers">Where they go: room for <see cref="MaxPerToken"/> a token.</param>
internal ref struct SearchRuns(Span<uint> numbers)
{
    /// <summary>Most numbers that one more token gives.</summary>
    public const int MaxPerToken = 2;

    private const uint Offset = 2_166_136_261;
    private const uint Prime = 16_777_619;
    private const uint Mixer = 0x9E37_79B1;

    private readonly Span<uint> numbers = numbers;
    private int tokens;
    private uint last;
    private uint lastPair;

    /// <summary>How many numbers there are by now.</summary>
    public int Count { get; private set; }

    /// <summary>Takes the next token.</summary>
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

    /// <summary>Begins anew: what comes now does not follow what came before.</summary>
    public void Break() => tokens = 0;

    /// <summary>Spreads what tells two numbers apart over all bits.</summary>
    public static uint Mix(uint number)
    {
        number = (number ^ (number >> 15)) * Mixer;
        return number ^ (number >> 13);
    }
}
