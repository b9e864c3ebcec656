using System.Buffers;
using Markdig.Helpers;

namespace FeedApi.Rendering.Markdown;

/// <summary>Estimates the steps that Markdig's inline parsers take for one leaf block.</summary>
/// <remarks>The end of an opener is searched for to the end of the block, so each opener costs as many steps as are open there.</remarks>
internal struct InlineCost
{
    private static readonly SearchValues<char> Special = SearchValues.Create("[]()<>!*_~`|&:w^");

    private const long StepsPerCell = 200;

    private long squareBrackets;
    private long roundBrackets;
    private long angleBrackets;
    private long declarations;
    private long delimiters;
    private long pipes;
    private long chars;
    private long inlines;
    private ulong backtickLengths;
    private long longBacktickRuns;

    /// <summary>Steps so far.</summary>
    public long Steps { get; private set; }

    /// <summary>Adds one line of the block.</summary>
    public void Add(ReadOnlySpan<char> line)
    {
        chars += line.Length;
        inlines++;
        while (line.IndexOfAny(Special) is var at and >= 0)
        {
            inlines += line[at] == 'w' ? 0 : 1;
            line = line[at..];
            var run = RunLength(line);
            Count(line[0], run, line.Length > run ? line[run] : '\n');
            line = line[run..];
        }
    }

    /// <summary>Adds the cost of the cells if the block is a pipe table: each row gets as many as the widest one.</summary>
    public void AddTable(StringLineGroup lines)
    {
        var widest = 0;
        for (var i = 0; i < lines.Count; i++) widest = Math.Max(widest, lines.Lines[i].Slice.AsSpan().Count('|'));
        Steps += (long)widest * lines.Count * StepsPerCell;
    }

    /// <summary>Adds the costs that depend on the whole block; call once, after the last line.</summary>
    public void Finish()
    {
        // The closing run for backticks without one is searched for to the end of the block, once per length.
        var lengths = System.Numerics.BitOperations.PopCount(backtickLengths) + longBacktickRuns;
        Steps += lengths * chars / 16;
    }

    private void Count(char c, int run, char next)
    {
        switch (c)
        {
            case '[': Steps += Open(ref squareBrackets, run); break;
            case ']': squareBrackets = Math.Max(0, squareBrackets - run); break;
            case '(': Steps += Open(ref roundBrackets, run); break;
            case ')': roundBrackets = Math.Max(0, roundBrackets - run); break;
            case '<': Steps += next is '!' or '?' ? Open(ref declarations, run) : Open(ref angleBrackets, run); break;
            case '>': angleBrackets = Math.Max(0, angleBrackets - run); break;
            case '*' or '_' or '~' or '^': Steps += Open(ref delimiters, 1) / 4; break;
            case '|': Steps += Open(ref pipes, run) / 64; break;
            case '`': AddBackticks(run); break;
            // At each bare address Markdig walks all inlines before it.
            case 'w' when run >= 3 && next == '.':
            case ':' when next == '/' || char.IsAsciiLetterOrDigit(next):
                Steps += inlines++;
                break;
            default: break;
        }
    }

    private static long Open(ref long open, int run)
    {
        open += run;
        return open * run;
    }

    private void AddBackticks(int run)
    {
        if (run < 64) backtickLengths |= 1UL << run;
        else longBacktickRuns++;
    }

    private static int RunLength(ReadOnlySpan<char> line)
    {
        var run = line.IndexOfAnyExcept(line[0]);
        return run < 0 ? line.Length : run;
    }
}
