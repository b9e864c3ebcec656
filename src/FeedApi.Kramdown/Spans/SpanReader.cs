using System.Buffers;
using FeedApi.Kramdown.Html;
using FeedApi.Kramdown.Parsing;
using Markdig.Helpers;
using Markdig.Syntax.Inlines;

namespace FeedApi.Kramdown.Spans;

/// <summary>Parses the text of one block by kramdown's rules into Markdig's inlines.</summary>
/// <remarks>
/// Kramdown opens an element, searches for its end and backtracks when there is none; failed attempts are recorded, so that none is
/// repeated.
/// </remarks>
internal sealed class SpanReader(string text, ParseState state)
{
    private static readonly SearchValues<char> Special = SearchValues.Create("*_`<>[!\"'${&.-\n\\~");
    private static readonly SearchValues<char> SpecialInLink = SearchValues.Create("*_`<>[]!\"'${&.-\n\\~");

    private const int StepsPerSpan = 64;

    private HashSet<(int Position, SpanScope Scope)>? failures;
    private Dictionary<char, int>? lastEnds;

    /// <summary>The whole text.</summary>
    public string Text => text;

    /// <summary>The current position.</summary>
    public int Position { get; set; }

    /// <summary>The state shared by the whole document.</summary>
    public ParseState State => state;

    /// <summary>The container to which spans are added.</summary>
    public ContainerInline Tree { get; private set; } = new();

    /// <summary>The context of the spans that are being parsed.</summary>
    public SpanScope Scope { get; set; }

    /// <summary>Parses the whole text.</summary>
    public static ContainerInline Read(string text, ParseState state, SpanScope scope = SpanScope.None)
    {
        var root = new ContainerInline();
        new SpanReader(text, state) { Scope = scope }.ReadInto(root, SpanStop.None);
        return root;
    }

    /// <summary>Parses spans into a container up to a stop, or to the end; true when the stop was reached.</summary>
    public bool ReadInto(ContainerInline container, SpanStop stop)
    {
        state.Budget.EnterElement();
        var tree = Tree;
        Tree = container;
        var isMet = ReadUntil(stop);
        Tree = tree;
        state.Budget.LeaveElement();
        return isMet;
    }

    /// <summary>Adds a part of the text unchanged.</summary>
    public void AddText(int start, int end)
    {
        if (end <= start) return;
        if (Scope.HasFlag(SpanScope.RawHtml))
        {
            Tree.AppendChild(new HtmlTextInline(text[start..end]));
        }
        else if (Tree.LastChild is LiteralInline last && last.Content.End == start - 1 && ReferenceEquals(last.Content.Text, text))
        {
            last.Content.End = end - 1;
        }
        else
        {
            Tree.AppendChild(new LiteralInline(new StringSlice(text, start, end - 1)));
        }
    }

    /// <summary>Adds the next characters unchanged and advances past them.</summary>
    public void Take(int count)
    {
        AddText(Position, Position + count);
        Position += count;
    }

    /// <summary>Adds a span and advances past its source.</summary>
    public void Add(Inline span, int end)
    {
        Tree.AppendChild(span);
        Position = end;
    }

    /// <summary>Adds a replacement of the source, such as a quotation mark, and advances past the source.</summary>
    public void AddSymbol(string symbol, int end) => Add(new HtmlEntityInline { Transcoded = new StringSlice(symbol) }, end);

    /// <summary>True when no marker that could end a span follows a position, so that a lone marker is recognised immediately.</summary>
    public bool HasNoEnd(char mark, int position)
    {
        lastEnds ??= [];
        if (!lastEnds.TryGetValue(mark, out var last)) lastEnds[mark] = last = LastEndOf(mark);
        return last <= position;
    }

    /// <summary>True when a span at this position was already tried in the same context.</summary>
    public bool HasFailed(int position) => failures?.Contains((position, Scope)) ?? false;

    /// <summary>Records that no span begins at a position, and goes back to it.</summary>
    public void Fail(int position)
    {
        (failures ??= []).Add((position, Scope));
        Position = position;
    }

    // Emphasis does not end after a space, except in the middle of a run of markers.
    private int LastEndOf(char mark)
    {
        state.Budget.SpendSearch(text.Length);
        for (var last = text.LastIndexOf(mark); last > 0; last = text.LastIndexOf(mark, last - 1))
        {
            var start = last;
            while (start > 0 && text[start - 1] == mark) start--;
            if (mark is ']' or ')' || last - start >= 2 || (start > 0 && !Characters.IsSpace(text[start - 1]))) return last;
            if (start == 0) break;
            last = start;
        }

        return -1;
    }

    private bool ReadUntil(SpanStop stop)
    {
        while (Position < text.Length)
        {
            var next = FindNext(stop);
            state.Budget.Spend((next < 0 ? text.Length : next) - Position + StepsPerSpan);
            if (next < 0)
            {
                if (stop.Kind != SpanStopKind.None) return false;
                Take(text.Length - Position);
                return false;
            }

            Take(next - Position);
            if (stop.IsAt(this)) return true;
            if (!SpanRules.Read(this)) Take(1);
        }

        return false;
    }

    private int FindNext(SpanStop stop)
    {
        if (Scope.HasFlag(SpanScope.RawHtml)) return text.IndexOf('<', Position);
        var special = stop.Kind == SpanStopKind.Bracket ? SpecialInLink : Special;
        for (var at = Position; at < text.Length; at++)
        {
            var found = text.AsSpan(at).IndexOfAny(special);
            if (found < 0) return -1;
            at += found;
            if (SpanRules.StartOf(this, at) is var start and >= 0) return start;
        }

        return -1;
    }
}

/// <summary>The context of a span. Some spans cannot be nested in each other.</summary>
[Flags]
internal enum SpanScope
{
    /// <summary>The text of a block.</summary>
    None = 0,

    /// <summary>Emphasis.</summary>
    Emphasis = 1,

    /// <summary>Strong emphasis.</summary>
    Strong = 2,

    /// <summary>A link or an image.</summary>
    Link = 4,

    /// <summary>Directly in emphasis.</summary>
    DirectlyInEmphasis = 8,

    /// <summary>An HTML element, in which a backslash is not a line break.</summary>
    Html = 16,

    /// <summary>An HTML element whose content is HTML.</summary>
    RawHtml = 32,
}
