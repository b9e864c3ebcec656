namespace FeedApi.Queries.Search;

/// <summary>
/// Reads the tokens of a text: words, and of ideographs every two neighbours. Both what is indexed and what is asked goes through it.
/// </summary>
/// <remarks>
/// A run of n ideographs gives n tokens, one for each: with its right neighbour, or alone at the end of the run. So every token begins one
/// character after the one before, two characters are found by one token, and one character by the beginning of a token. A word keeps up to
/// two <c>+</c> or <c>#</c> behind it: <c>c++</c>, <c>c#</c>.
/// </remarks>
/// <param name="text">The text.</param>
/// <param name="buffer">Holds the token; at least <see cref="TokenChars"/> long.</param>
internal ref struct SearchTokenReader(ReadOnlySpan<char> text, Span<char> buffer)
{
    /// <summary>Longest token; the rest of a longer word does not count.</summary>
    public const int TokenChars = 64;

    private readonly ReadOnlySpan<char> text = text;
    private readonly Span<char> buffer = buffer;
    private int at;
    private int length;

    /// <summary>The token, folded; overwritten by the next one.</summary>
    public readonly ReadOnlySpan<char> Token => buffer[..length];

    /// <summary>Where the token begins in the text.</summary>
    public int Start { get; private set; }

    /// <summary>Where it ends.</summary>
    public int End { get; private set; }

    /// <summary>True for one or two ideographs.</summary>
    public bool IsIdeographic { get; private set; }

    /// <summary>True for an ideograph that none follows.</summary>
    public bool IsRunEnd { get; private set; }

    /// <summary>Reads the next token; false at the end of the text.</summary>
    public bool Read()
    {
        while (at < text.Length && SearchCharacters.Of(text[at]).Kind is SearchCharacters.Kind.Separator or SearchCharacters.Kind.Ignored)
            at++;
        if (at >= text.Length) return false;
        (Start, length) = (at, 0);
        IsIdeographic = SearchCharacters.Of(text[at]).Kind == SearchCharacters.Kind.Ideograph;
        if (IsIdeographic) ReadIdeographs();
        else ReadWord();
        return true;
    }

    private void ReadIdeographs()
    {
        at = Append(at);
        var next = at;
        while (next < text.Length && SearchCharacters.Of(text[next]).Kind == SearchCharacters.Kind.Ignored) next++;
        IsRunEnd = next >= text.Length || SearchCharacters.Of(text[next]).Kind != SearchCharacters.Kind.Ideograph;
        End = IsRunEnd ? at : Append(next);
    }

    // A character beyond the first plane is two of .NET's.
    private int Append(int from)
    {
        buffer[length++] = SearchCharacters.Of(text[from]).Folded;
        if (!char.IsHighSurrogate(text[from]) || from + 1 >= text.Length || !char.IsLowSurrogate(text[from + 1])) return from + 1;
        buffer[length++] = text[from + 1];
        return from + 2;
    }

    private void ReadWord()
    {
        IsRunEnd = false;
        for (; at < text.Length; at++)
        {
            var (folded, kind) = SearchCharacters.Of(text[at]);
            if (kind is SearchCharacters.Kind.Separator or SearchCharacters.Kind.Ideograph) break;
            if (kind == SearchCharacters.Kind.Word && length < TokenChars) buffer[length++] = folded;
        }

        var mark = at;
        while (mark < text.Length && mark - at < 2 && text[mark] is '+' or '#') mark++;
        var isMark = mark > at
            && (mark >= text.Length || SearchCharacters.Of(text[mark]).Kind != SearchCharacters.Kind.Word)
            && length + mark - at <= TokenChars;
        for (; isMark && at < mark; at++) buffer[length++] = text[at];
        End = at;
    }
}
