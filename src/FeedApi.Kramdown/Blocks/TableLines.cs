using FeedApi.Kramdown.Parsing;
using Markdig.Extensions.Tables;

namespace FeedApi.Kramdown.Blocks;

/// <summary>The rows of a table, line by line.</summary>
/// <param name="hasLeadingPipe">True when the first line begins with a pipe: an empty first cell is then omitted.</param>
/// <param name="budget">The budget to charge.</param>
internal sealed class TableLines(bool hasLeadingPipe, ParseBudget budget)
{
    private bool hasFoot;
    private bool hasSeparator;

    /// <summary>The rows with their cells.</summary>
    public List<(List<string> Cells, bool IsHeader)> Rows { get; } = [];

    /// <summary>Alignment by column; null for none.</summary>
    public IReadOnlyList<TableColumnAlign?> Alignments { get; private set; } = [];

    /// <summary>True when there is a row besides header and footer.</summary>
    public bool HasBody { get; private set; }

    /// <summary>Adds a line without its end.</summary>
    public void Add(ReadOnlySpan<char> line)
    {
        if (TableLine.IsSeparator(line))
        {
            AddSeparator(line);
        }
        else if (TableLine.IsFootSeparator(line))
        {
            hasFoot = true;
        }
        else
        {
            budget.Spend(line.Length);
            Rows.Add((TableCells.Split(line.TrimEnd(" \t").ToString(), hasLeadingPipe, budget), false));
            HasBody |= !hasFoot;
        }
    }

    // Only the first one, with rows before it, ends a header.
    private void AddSeparator(ReadOnlySpan<char> line)
    {
        if (hasSeparator || hasFoot || Rows.Count == 0) return;
        hasSeparator = true;
        HasBody = false;
        Alignments = TableLine.AlignmentsOf(line);
        for (var i = 0; i < Rows.Count; i++) Rows[i] = (Rows[i].Cells, true);
    }
}
