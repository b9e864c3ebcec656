namespace FeedApi.Queries.Search;

/// <summary>
/// Tokenises a text into words and bigrams of ideographs, for indexing as well as for queries.
/// </summary>
/// <remarks>
/// A run of n ideographs has n tokens: each ideograph with the next one, and the last one alone. So consecutive tokens overlap by one
/// character, a search for two characters is one token, and a search for one character is a prefix. A word includes up to two trailing
/// <c>+</c> or <c>#</c>: <c>c++</c>, <c>c#</c>.
/// </remarks>
/// <param name="text">The text.</param>
/// <param name="buffer">Receives the current token; at least <see cref="TokenChars"/> long.</param>
internal ref struct SearchTokenReader(ReadOnlySpan<char> text, Span<char> buffer)
{
    /// <summary>Maximum length of a token, in chars; the rest of a longer word is ignored.</summary>
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

    /// <summary>True for the last ideograph of a run.</summary>
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

    // A supplementary character is a surrogate pair.
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
