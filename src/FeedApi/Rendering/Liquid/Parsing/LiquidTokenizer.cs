using System.Buffers;

namespace FeedApi.Rendering.Liquid.Parsing;

/// <summary>Cuts a template into text, outputs and tags, as Ruby's Liquid does: a tag ends at the first <c>%}</c>, an output at the first <c>}</c>.</summary>
internal sealed class LiquidTokenizer(string source)
{
    private static readonly SearchValues<string> Openings = SearchValues.Create(["{{", "{%"], StringComparison.Ordinal);

    private int at;
    private int line = 1;

    /// <summary>True when a text has anything that Liquid would read.</summary>
    public static bool HasLiquid(ReadOnlySpan<char> text) => text.ContainsAny(Openings);

    /// <summary>The line on which the next piece starts.</summary>
    public int Line => line;

    /// <summary>Reads the next piece; false at the end.</summary>
    public bool TryRead(out LiquidToken token)
    {
        token = default;
        if (at >= source.Length) return false;
        var next = source.AsSpan(at).IndexOfAny(Openings);
        if (next != 0)
        {
            Take(LiquidTokenKind.Text, next < 0 ? source.Length : at + next, out token);
            return true;
        }

        if (source[at + 1] == '%') Take(LiquidTokenKind.Tag, EndOfTag(at), out token);
        else Take(LiquidTokenKind.Output, EndOfOutput(), out token);
        return true;
    }

    /// <summary>Takes a tag apart.</summary>
    public LiquidTag TagOf(LiquidToken token)
    {
        var inside = InsideOf(token).TrimStart(Values.RubyString.WhiteSpace);
        var length = NameLength(inside);
        if (length == 0) throw new LiquidSyntaxException("A tag has no name.", token.Line);
        return new LiquidTag(inside[..length].ToString(), inside[length..].TrimStart(Values.RubyString.WhiteSpace).ToString(), token.Line);
    }

    /// <summary>The markup of an output.</summary>
    public string MarkupOf(LiquidToken token) => InsideOf(token).ToString();

    /// <summary>Reads on to the end of a block whose inside is not Liquid, and past it.</summary>
    /// <param name="name">The name of the block.</param>
    /// <param name="nests">True when blocks of the same name may stand inside.</param>
    /// <returns>The inside.</returns>
    public ReadOnlySpan<char> ReadVerbatim(string name, bool nests)
    {
        var (start, depth) = (at, 1);
        for (var tag = IndexOf("{%", at); tag >= 0; tag = IndexOf("{%", tag + 2))
        {
            var word = source.AsSpan(tag + 2);
            if (word.StartsWith("-")) word = word[1..];
            word = word.TrimStart(Values.RubyString.WhiteSpace);
            word = word[..NameLength(word)];
            if (nests && word.SequenceEqual(name)) depth++;
            if (!word.StartsWith("end") || !word[3..].SequenceEqual(name) || --depth > 0) continue;
            var inside = source.AsSpan(start, tag - start);
            Advance(EndOfTag(tag));
            return inside;
        }

        throw new LiquidSyntaxException($"The tag {name} has no end{name}.", line);
    }

    private ReadOnlySpan<char> InsideOf(LiquidToken token)
    {
        if (token.End - token.Start > LiquidLimits.TagChars) throw new LiquidBudgetException("A tag is too long.");
        var inside = source.AsSpan(token.Start + 2, token.End - token.Start - 4);
        if (inside.StartsWith("-")) inside = inside[1..];
        return inside.EndsWith("-") ? inside[..^1] : inside;
    }

    private static int NameLength(ReadOnlySpan<char> text)
    {
        if (text.StartsWith("#")) return 1;
        var length = 0;
        while (length < text.Length && (char.IsAsciiLetterOrDigit(text[length]) || text[length] == '_')) length++;
        return length;
    }

    private int EndOfTag(int start)
    {
        var end = IndexOf("%}", start + 2);
        return end >= 0 ? end + 2 : throw new LiquidSyntaxException("A tag has no %} at its end.", line);
    }

    private int EndOfOutput()
    {
        var end = source.IndexOf('}', at + 2);
        return end >= 0 && end + 1 < source.Length && source[end + 1] == '}' ? end + 2
            : throw new LiquidSyntaxException("An output has no }} at its end.", line);
    }

    private int IndexOf(string text, int from) => source.IndexOf(text, from, StringComparison.Ordinal);

    private void Take(LiquidTokenKind kind, int end, out LiquidToken token)
    {
        token = new LiquidToken(kind, at, end, line);
        Advance(end);
    }

    private void Advance(int end)
    {
        line += source.AsSpan(at, end - at).Count('\n');
        at = end;
    }
}
