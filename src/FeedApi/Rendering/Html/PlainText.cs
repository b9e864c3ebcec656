using System.Text;

namespace FeedApi.Rendering.Html;

/// <summary>Collects the text of a tree: white space collapsed, one line per block.</summary>
internal sealed class PlainText
{
    private readonly StringBuilder text = new();
    private int blockStart;
    private bool hasSpace;
    private bool hasBreak;

    /// <summary>The first block that may be a summary; null when there is none yet.</summary>
    public string? FirstParagraph { get; private set; }

    /// <summary>The first block with text of any kind; null when there is none yet.</summary>
    public string? FirstLine { get; private set; }

    /// <summary>Adds text of the current block.</summary>
    public void Append(string run)
    {
        foreach (var c in run)
        {
            if (c is ' ' or '\t' or '\n' or '\r' or '\f' or '\u00a0')
            {
                hasSpace = true;
                continue;
            }

            Separate();
            text.Append(c);
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
