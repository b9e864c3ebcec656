using FeedApi.Kramdown.Parsing;
using Markdig.Extensions.Tables;

namespace FeedApi.Kramdown.Blocks;

/// <summary>Tables. They need neither a header row nor pipes at the ends of lines.</summary>
internal static class TableRule
{
    /// <summary>Parses a table: lines with pipes between two blank lines.</summary>
    public static bool Read(BlockReader reader)
    {
        var source = reader.Source;
        var start = source.Position;
        if (!MayBegin(source.Text, start) || !reader.IsAfterBoundary) return false;
        var lines = new TableLines(TableLine.HasLeadingPipe(source.Text, start), reader.State.Budget);
        while (!source.IsAtEnd && TableLine.HasPipe(source.Text, source.Position))
        {
            lines.Add(source.Text.AsSpan(source.Position, source.NextLine - source.Position - 1));
            source.Position = source.NextLine;
        }

        var isWhole = lines.Rows.Count > 0 && lines.HasBody && reader.IsBeforeBoundary;
        if (isWhole && TablePipes.AreOnEveryLine(source.Text[start..(source.Position - 1)], reader.State))
        {
            reader.Add(Build(lines, reader.State.Budget));
            return true;
        }

        source.Position = start;
        return false;
    }

    private static bool MayBegin(string text, int start)
    {
        var indent = LineRules.SkipIndent(text, start);
        return indent < text.Length && !Characters.IsSpace(text[indent]) && TableLine.HasPipe(text, indent);
    }

    private static Table Build(TableLines lines, ParseBudget budget)
    {
        var columns = lines.Rows.Max(row => row.Cells.Count);
        var table = new Table();
        for (var i = 0; i < columns; i++)
        {
            var alignment = i < lines.Alignments.Count ? lines.Alignments[i] : null;
            table.ColumnDefinitions.Add(new TableColumnDefinition { Alignment = alignment });
        }

        foreach (var (cells, isHeader) in lines.Rows)
        {
            var row = new TableRow { IsHeader = isHeader };
            budget.AddBlock();
            for (var i = 0; i < columns; i++)
            {
                // All rows have as many cells as the longest one.
                budget.AddBlock();
                row.Add(new TableCell { new SpanText(i < cells.Count ? cells[i] : "") });
            }

            table.Add(row);
        }

        return table;
    }
}
