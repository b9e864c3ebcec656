using System.Text;
using FeedApi.Kramdown.Parsing;
using FeedApi.Kramdown.Spans;

namespace FeedApi.Kramdown.Blocks;

/// <summary>Splits a row at its pipes, except those in code and after a backslash.</summary>
internal static class TableCells
{
    /// <summary>The cells of a row, trimmed.</summary>
    public static List<string> Split(string line, bool hasLeadingPipe, ParseBudget budget)
    {
        List<string> cells = [];
        var cell = new StringBuilder();
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] == '|')
            {
                cells.Add(cell.ToString().AsSpan().Trim(Characters.Space).ToString());
                cell.Clear();
            }
            else if (line[at] == '\\' && at + 1 < line.Length && line[at + 1] == '|')
            {
                cell.Append(line[++at]);
            }
            else if (EndOfCode(line, at, budget) is var end && end > at)
            {
                cell.Append(line, at, end - at);
                at = end - 1;
            }
            else
            {
                cell.Append(line[at]);
            }
        }

        cells.Add(cell.ToString().AsSpan().Trim(Characters.Space).ToString());
        if (hasLeadingPipe && cells[0].Length == 0) cells.RemoveAt(0);
        if (cells.Count > 0 && cells[^1].Length == 0) cells.RemoveAt(cells.Count - 1);
        return cells;
    }

    private static int EndOfCode(string line, int at, ParseBudget budget)
    {
        if (line[at] == '`') return CodeSpan.EndOf(line, at, budget)?.End ?? CodeSpan.EndOfRun(line, at);
        if (!Characters.IsAt(line, at, "<code") || line.IndexOf('>', at) is not (var open and >= 0)) return at;
        budget.SpendSearch(line.Length - at);
        var close = line.IndexOf("</code>", open, StringComparison.Ordinal);
        return close < 0 ? at : close + "</code>".Length;
    }
}
