using FeedApi.Model.Text;
using Spectre.Console;

namespace FeedApi.Commands.Terminal;

/// <summary>Tables on a terminal; where the output is a file or another program, lines are written instead.</summary>
internal static class TerminalTable
{
    /// <summary>True when the output is a terminal that has room for tables.</summary>
    public static bool IsTerminal => !Console.IsOutputRedirected && TerminalRoom.IsEnough;

    /// <summary>Writes a table.</summary>
    /// <param name="columns">Headings, in the language of the user.</param>
    /// <param name="rows">Texts of each row; null where there is none.</param>
    public static void Write(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string?>> rows)
    {
        var table = new Table { Border = TableBorder.Simple, Expand = false };
        foreach (var column in columns) table.AddColumn(new TableColumn(Markup.Escape(column)));
        foreach (var row in rows) table.AddRow(row.Select(text => new Text(text ?? "")));
        AnsiConsole.Write(table);
    }
}
