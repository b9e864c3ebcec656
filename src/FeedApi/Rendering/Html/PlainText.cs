using System.Buffers;
using System.Text;

namespace FeedApi.Rendering.Html;

/// <summary>Collects the text of a tree: white space collapsed, one line per block.</summary>
internal sealed class PlainText
{
    private static readonly SearchValues<char> Spaces = SearchValues.Create(" \t\n\r\f\u00a0");

    private readonly StringBuilder text = new();
    private int blockStart;
    private bool hasSpace;
    private bool hasBreak;

    /// <summary>The first block that may be a summary; null when there is none yet.</summary>
    public string? FirstParagraph { get; private set; }

    /// <summary>The first block with text of any kind; null when there is none yet.</summary>
    public string? FirstLine { get; private set; }

    /// <summary>Adds text of the current block.</summary>
    public void Append(ReadOnlySpan<char> run)
    {
        while (!run.IsEmpty)
        {
            var word = run.IndexOfAny(Spaces);
            if (word == 0)
            {
                hasSpace = true;
                run = run[1..];
                continue;
            }

            Separate();
            text.Append(word < 0 ? run : run[..word]);
            run = word < 0 ? [] : run[word..];
        }
    }

    /// <summary>Ends a line inside the current block.</summary>
    public void AppendBreak() => hasBreak = true;

    /// <summary>Ends the current block.</summary>
    public void EndBlock(bool canSummarise)
    {
        if (text.Length > blockStart)
        {
            if (FirstLine is null || (FirstParagraph is null && canSummarise))
            {
                var block = text.ToString(blockStart, text.Length - blockStart).Replace('\n', ' ');
                FirstLine ??= block;
                if (canSummarise) FirstParagraph ??= block;
            }

            text.Append('\n');
            blockStart = text.Length;
        }

        hasSpace = hasBreak = false;
    }

    /// <summary>The text collected so far.</summary>
    public string SoFar() => text.ToString().Trim();

    /// <inheritdoc/>
    public override string ToString() => text.ToString().Trim();

    private void Separate()
    {
        if (text.Length > blockStart && (hasSpace || hasBreak)) text.Append(hasBreak ? '\n' : ' ');
        hasSpace = hasBreak = false;
    }
}
