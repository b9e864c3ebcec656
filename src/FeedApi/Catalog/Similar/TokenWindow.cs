namespace FeedApi.Catalog.Similar;

/// <summary>Hashes the latest tokens of a text, at the same cost however many they are.</summary>
/// <param name="ring">Holds the hashes of these tokens; as long as the window, and zero at the start of the text.</param>
internal ref struct TokenWindow(Span<ulong> ring)
{
    private const ulong Base = 0x9E37_79B9_7F4A_7C15;

    private readonly Span<ulong> ring = ring;
    private readonly ulong leaving = Power(ring.Length);
    private ulong sum;
    private int next;

    /// <summary>The hash of the tokens in the window, in their order.</summary>
    public readonly ulong Hash => SketchTokenReader.Mix(sum);

    /// <summary>Adds a token; the oldest one leaves the window.</summary>
    public void Push(ulong token)
    {
        ref var oldest = ref ring[next];
        sum = (sum * Base) + token - (oldest * leaving);
        oldest = token;
        if (++next == ring.Length) next = 0;
    }

    private static ulong Power(int exponent)
    {
        var power = 1UL;
        for (var i = 0; i < exponent; i++) power *= Base;
        return power;
    }
}
