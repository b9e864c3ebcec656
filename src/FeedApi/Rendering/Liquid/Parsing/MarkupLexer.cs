namespace FeedApi.Rendering.Liquid.Parsing;

/// <summary>What a piece of a tag's markup is.</summary>
internal enum MarkupKind
{
    /// <summary>Nothing is left.</summary>
    End,

    /// <summary>A name.</summary>
    Name,

    /// <summary>A whole or decimal number.</summary>
    Number,

    /// <summary>A text in quotes.</summary>
    Text,

    /// <summary><c>==</c> and its kin, and <c>contains</c>.</summary>
    Comparison,

    /// <summary>Two dots.</summary>
    Range,

    /// <summary>One of <c>| . : , [ ] ( ) ? -</c>.</summary>
    Sign,

    /// <summary>Something that a well-formed expression cannot have.</summary>
    Wrong,
}

/// <summary>Reads the markup of a tag piece by piece, one ahead.</summary>
internal sealed class MarkupLexer
{
    private const string Contains = "contains";
    private const string Signs = "|.:,[]()?-";

    private readonly string markup;
    private int end;

    /// <summary>Starts at the first piece.</summary>
    public MarkupLexer(string markup)
    {
        this.markup = markup;
        Next();
    }

    /// <summary>What the current piece is.</summary>
    public MarkupKind Kind { get; private set; }

    /// <summary>Where it starts.</summary>
    public int Start { get; private set; }

    /// <summary>Where it ends, exclusive.</summary>
    public int End => end;

    /// <summary>The piece as written.</summary>
    public ReadOnlySpan<char> Piece => markup.AsSpan(Start, end - Start);

    /// <summary>True when the current piece is this sign.</summary>
    public bool IsSign(char sign) => Kind == MarkupKind.Sign && markup[Start] == sign;

    /// <summary>True when the current piece is this word.</summary>
    public bool IsWord(string word) => Kind == MarkupKind.Name && Piece.SequenceEqual(word);

    /// <summary>Goes past the current piece if it is this sign.</summary>
    public bool Skip(char sign)
    {
        if (!IsSign(sign)) return false;
        Next();
        return true;
    }

    /// <summary>Goes past the current piece if it is this word.</summary>
    public bool Skip(string word)
    {
        if (!IsWord(word)) return false;
        Next();
        return true;
    }

    /// <summary>The current piece, which is gone past.</summary>
    public string Take()
    {
        var piece = Piece.ToString();
        Next();
        return piece;
    }

    /// <summary>True when the piece after the current one is this sign.</summary>
    public bool IsFollowedBy(char sign) => markup.AsSpan(end).TrimStart(Values.RubyString.WhiteSpace) is [var next, ..] && next == sign;

    /// <summary>Goes on to the next piece.</summary>
    public void Next()
    {
        Start = end;
        while (Start < markup.Length && Values.RubyString.IsWhiteSpace(markup[Start])) Start++;
        end = Start;
        Kind = Start == markup.Length ? MarkupKind.End : Read(markup.AsSpan(Start));
    }

    private MarkupKind Read(ReadOnlySpan<char> rest)
    {
        if (ComparisonLength(rest) is > 0 and var comparison) return Ends(comparison, MarkupKind.Comparison);
        if (rest[0] is '"' or '\'') return rest[1..].IndexOf(rest[0]) is >= 0 and var length ? Ends(length + 2, MarkupKind.Text) : MarkupKind.Wrong;
        if (NumberLength(rest) is > 0 and var number) return Ends(number, MarkupKind.Number);
        if (NameLength(rest) is > 0 and var name) return Ends(name, MarkupKind.Name);
        if (rest.StartsWith("..")) return Ends(2, MarkupKind.Range);
        return Signs.Contains(rest[0], StringComparison.Ordinal) ? Ends(1, MarkupKind.Sign) : MarkupKind.Wrong;
    }

    private MarkupKind Ends(int length, MarkupKind kind)
    {
        end = Start + length;
        return kind;
    }

    private static int ComparisonLength(ReadOnlySpan<char> rest) => rest switch
    {
        ['=', '=', ..] or ['!', '=', ..] or ['<', '>', ..] or ['<', '=', ..] or ['>', '=', ..] => 2,
        ['<', ..] or ['>', ..] => 1,
        _ => rest.StartsWith(Contains) && rest.Length > Contains.Length && Values.RubyString.IsWhiteSpace(rest[Contains.Length]) ? Contains.Length : 0,
    };

    private static int NumberLength(ReadOnlySpan<char> rest)
    {
        var start = rest[0] == '-' ? 1 : 0;
        var length = start + Digits(rest[start..]);
        if (length == start) return 0;
        var fraction = length < rest.Length && rest[length] == '.' ? Digits(rest[(length + 1)..]) : 0;
        return fraction > 0 ? length + 1 + fraction : length;
    }

    private static int Digits(ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('0', '9') is var end and >= 0 ? end : text.Length;

    private static int NameLength(ReadOnlySpan<char> rest)
    {
        if (!char.IsAsciiLetter(rest[0]) && rest[0] != '_') return 0;
        var length = 1;
        while (length < rest.Length && (char.IsAsciiLetterOrDigit(rest[length]) || rest[length] is '_' or '-')) length++;
        return length < rest.Length && rest[length] == '?' ? length + 1 : length;
    }
}
