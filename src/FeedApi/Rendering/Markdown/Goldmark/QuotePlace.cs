using System.Text;
using Markdig.Helpers;

namespace FeedApi.Rendering.Markdown.Goldmark;

/// <summary>What stands around a quote in its line.</summary>
/// <remarks>
/// Flanking is that of emphasis (CommonMark 0.30, section 6.2). The signs behind the quote are read as goldmark reads them: some only
/// where they are ASCII.
/// </remarks>
internal readonly ref struct QuotePlace
{
    private readonly ReadOnlySpan<char> line;

    /// <summary>Looks around the quote at which a slice begins.</summary>
    public QuotePlace(StringSlice slice)
    {
        line = slice.Text.AsSpan(slice.Start, slice.Length);
        if (line.IndexOf('\n') is var end and >= 0) line = line[..(end + 1)];
        Before = slice.Start == 0 ? new Rune('\n') : LastRuneOf(slice.Text.AsSpan(0, slice.Start));
        var run = line.IndexOfAnyExcept(line[0]);
        var after = run < 0 ? new Rune('\n') : FirstRuneOf(line[run..]);
        var (spaceBefore, spaceAfter) = (IsSpace(Before), IsSpace(after));
        var (signBefore, signAfter) = (IsSign(Before), IsSign(after));
        CanOpen = !spaceAfter && (!signAfter || spaceBefore || signBefore);
        CanClose = !spaceBefore && (!signBefore || spaceAfter || signAfter);
    }

    /// <summary>The character before the quote; a line feed where there is none.</summary>
    public Rune Before { get; }

    /// <summary>True when the quote may open.</summary>
    public bool CanOpen { get; }

    /// <summary>True when the quote may close.</summary>
    public bool CanClose { get; }

    /// <summary>True when this is the quote's only possible part.</summary>
    public bool OpensOnly => CanOpen && !CanClose;

    /// <summary>True when the quote closes, if one is open: it can do nothing else, or ASCII punctuation follows.</summary>
    public bool Closes => CanClose && (!CanOpen || (Has(1) && Next.IsAscii && Rune.IsPunctuation(Next) && IsEndAt(2)));

    /// <summary>The character behind the quote; a line feed where there is none.</summary>
    public Rune Next => Has(1) ? FirstRuneOf(line[1..]) : new Rune('\n');

    /// <summary>True when there is a character at an index behind the quote, which is at 0.</summary>
    public bool Has(int index) => line.Length > index;

    /// <summary>True when the letters behind the quote are these.</summary>
    public bool IsFollowedBy(string letters) => line[1..].StartsWith(letters, StringComparison.Ordinal);

    /// <summary>True when a word ends at an index: nothing, white space or ASCII punctuation is there.</summary>
    public bool IsEndAt(int index) =>
        !Has(index) || (char.IsAscii(line[index]) && (char.IsWhiteSpace(line[index]) || IsAsciiSign(line[index])));

    /// <summary>True for a decade such as <c>'90s</c>.</summary>
    public bool IsBeforeDecade()
    {
        if (!Has(3) || !char.IsAsciiDigit(line[1]) || !char.IsAsciiDigit(line[2]) || line[3] != 's') return false;
        var after = Has(4) ? FirstRuneOf(line[4..]) : new Rune(' ');
        return IsSpace(after) || IsSign(after);
    }

    private static Rune FirstRuneOf(ReadOnlySpan<char> text)
    {
        _ = Rune.DecodeFromUtf16(text, out var rune, out _);
        return rune;
    }

    private static Rune LastRuneOf(ReadOnlySpan<char> text)
    {
        _ = Rune.DecodeLastFromUtf16(text, out var rune, out _);
        return rune;
    }

    private static bool IsSpace(Rune rune) => Rune.IsWhiteSpace(rune);

    private static bool IsSign(Rune rune) => rune.IsAscii ? IsAsciiSign((char)rune.Value) : Rune.IsPunctuation(rune);

    private static bool IsAsciiSign(char c) => char.IsPunctuation(c) || char.IsSymbol(c);
}
