namespace FeedApi.Catalog.Similar;

/// <summary>
/// A fingerprint of an article that tells whether another article is a copy of it: the same wire, published by another outlet with few
/// edits. A store keeps it, finds candidates by <see cref="Bands"/>, and compares each with <see cref="IsCopyOf"/>.
/// </summary>
/// <remarks>
/// Copies differ in what outlets add to the headline, a source line, an editor's note, a paragraph left out, punctuation and some words.
/// Articles of one template (market closings, earnings) share most of their words as well, but are about other companies and numbers, so
/// three samples are compared: shingles, the terms of the headline, and numbers. Sketches are stored, so they are the same on every
/// machine.
/// </remarks>
internal sealed class NearDuplicateSketch
{
    /// <summary>The bytes of a sketch.</summary>
    public const int SizeBytes = 128;

    /// <summary>The maximum number of <see cref="Bands"/>.</summary>
    public const int MaxBands = ShingleSample.MaxBands;

    // A market flash of two sentences has forty. In a shorter text a replaced word changes too much of it.
    private const int MinTokens = 24;

    // These take 0.04 ms; what follows is ignored.
    private const int MaxTokens = 2_000;

    private const int TermsAt = ShingleSample.SizeBytes;
    private const int FactsAt = TermsAt + (MaxTerms * HeadlineTerms.TermBytes);
    private const int MaxTerms = 17;

    // Of the shingles of both articles. A morning's round-up contains whole wires, but is no copy of them.
    private const double MinShared = 0.3;

    // Of the shingles of the article that has fewer of its own: a note or a paragraph that only the other one has does not count. Less is
    // enough when headlines and numbers agree.
    private const double MinContained = 0.8;
    private const double MinContainedOfSameStory = 0.5;
    private const int MinSameNumbers = 2;
    private const int MinSharedTerms = 2;

    private readonly byte[] bytes;

    private NearDuplicateSketch(byte[] bytes) => this.bytes = bytes;

    /// <summary>
    /// Keys by which a store finds candidates, at most <see cref="MaxBands"/>: nearly all copies have at least one in common. Each is at
    /// least 0 and less than 2^39.
    /// </summary>
    public IReadOnlyList<long> Bands => ShingleSample.BandsOf(bytes);

    private ReadOnlySpan<byte> Shingles => bytes.AsSpan(0, TermsAt);

    private ReadOnlySpan<byte> Terms => bytes.AsSpan(TermsAt, FactsAt - TermsAt);

    private ReadOnlySpan<byte> Facts => bytes.AsSpan(FactsAt);

    /// <summary>The sketch of an article.</summary>
    /// <param name="title">Its headline; may be empty.</param>
    /// <param name="text">Its body as plain text.</param>
    /// <returns>Null when the text is too short to tell.</returns>
    public static NearDuplicateSketch? Of(string title, string text)
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(text);
        var shingles = new ShingleSample(stackalloc uint[ShingleSample.Bins], stackalloc ulong[ShingleSample.ShingleTokens]);
        var terms = new HeadlineTerms(title, stackalloc ulong[HeadlineTerms.MaxTerms], stackalloc ulong[HeadlineTerms.FilterWords]);
        var facts = new NumberFacts(stackalloc ulong[NumberFacts.MaxFacts], stackalloc ulong[NumberFacts.ContextTokens]);
        facts.AddTitle(title);
        var reader = new SketchTokenReader(text);
        var tokens = 0;
        for (; tokens < MaxTokens && reader.Read(); tokens++)
        {
            shingles.Add(reader.Token);
            terms.Confirm(reader.Token);
            facts.Add(reader.Token);
        }

        if (tokens < MinTokens) return null;
        var bytes = new byte[SizeBytes];
        shingles.WriteTo(bytes.AsSpan(0, TermsAt));
        terms.WriteTo(bytes.AsSpan(TermsAt, FactsAt - TermsAt));
        facts.WriteTo(bytes.AsSpan(FactsAt));
        return new NearDuplicateSketch(bytes);
    }

    /// <summary>A sketch that was stored.</summary>
    /// <param name="stored">What <see cref="ToArray"/> gave; <see cref="SizeBytes"/> long.</param>
    /// <exception cref="ArgumentException">It has another length.</exception>
    public static NearDuplicateSketch From(ReadOnlySpan<byte> stored) => stored.Length == SizeBytes
        ? new NearDuplicateSketch(stored.ToArray())
        : throw new ArgumentException($"A sketch has {SizeBytes} bytes.", nameof(stored));

    /// <summary>The sketch as it is stored.</summary>
    public byte[] ToArray() => [.. bytes];

    /// <summary>
    /// True when the two articles are one wire. Symmetric: which one is the original depends on when they were published. Not transitive:
    /// two copies of an article may be too different from each other.
    /// </summary>
    public bool IsCopyOf(NearDuplicateSketch other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var (shared, left, right) = ShingleSample.Compare(Shingles, other.Shingles);
        if (shared < MinShared * (shared + left + right)) return false;
        var terms = HeadlineTerms.Compare(Terms, other.Terms);
        var (same, different) = NumberFacts.Compare(Facts, other.Facts);
        if (different > 0 || (terms.Left > 0 && terms.Right > 0)) return false;
        var isSameStory = same >= MinSameNumbers && terms.Shared >= MinSharedTerms;
        return shared >= (isSameStory ? MinContainedOfSameStory : MinContained) * (shared + Math.Min(left, right));
    }
}
