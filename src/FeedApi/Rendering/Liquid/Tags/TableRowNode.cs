using System.Globalization;
using System.Text.RegularExpressions;
using FeedApi.Rendering.Liquid.Parsing;
using FeedApi.Rendering.Liquid.Values;
using Fluid.Ast;
using Fluid.Values;

namespace FeedApi.Rendering.Liquid.Tags;

/// <summary><c>{% tablerow item in list cols:2 %}</c>: the rows of a table.</summary>
internal sealed partial class TableRowNode(string variable, LiquidExpression source, Dictionary<string, LiquidExpression> attributes, LiquidBody body, int line)
    : LiquidNode(line)
{
    /// <summary>Reads the tag.</summary>
    public static TableRowNode Read(LiquidParser parser, LiquidTag tag)
    {
        var match = Syntax().Match(tag.Markup);
        if (!match.Success) throw new LiquidSyntaxException("tablerow has the form: tablerow item in list.", tag.Line);
        Dictionary<string, LiquidExpression> attributes = new(StringComparer.Ordinal);
        foreach (var (key, value) in LaxMarkup.Attributes(tag.Markup)) attributes[key] = ExpressionText.Read(value);
        return new TableRowNode(match.Groups[1].Value, ExpressionText.Read(match.Groups[2].Value), attributes, parser.ReadBody("tablerow", out _), tag.Line);
    }

    /// <inheritdoc/>
    public override Completion Write(TextWriter output, LiquidContext context)
    {
        var value = source.Evaluate(context);
        if (!RubyCompare.IsTrue(value)) return Completion.Normal;
        var items = LoopItems.Of(value, Number("offset", context) ?? 0, Number("limit", context), isReversed: false);
        var columns = Number("cols", context) ?? 0;
        var scope = context.EnterScope();
        try
        {
            WriteRows(items, columns, scope, output, context);
        }
        finally
        {
            context.LeaveScope();
        }

        return Completion.Normal;
    }

    private void WriteRows(LoopItems items, long columns, Dictionary<string, FluidValue> scope, TextWriter output, LiquidContext context)
    {
        var (row, column) = (1L, 1L);
        output.Write("<tr class=\"row1\">\n");
        for (long i = 0; i < items.Count; i++)
        {
            context.Spend(1);
            scope["tablerowloop"] = State(i, items.Count, row, column, columns);
            scope[variable] = items.At(i);
            output.Write(string.Create(CultureInfo.InvariantCulture, $"<td class=\"col{column}\">"));
            var completion = body.Write(output, context);
            output.Write("</td>");
            if (completion == Completion.Break) break;
            if (column != columns)
            {
                column++;
                continue;
            }

            (row, column) = (row + 1, 1);
            if (i < items.Count - 1) output.Write(string.Create(CultureInfo.InvariantCulture, $"</tr>\n<tr class=\"row{row}\">"));
        }

        output.Write("</tr>\n");
    }

    private static DictionaryValue State(long index, long length, long row, long column, long columns) => RubyMap.From(
        ("length", NumberValue.Create(length)), ("index", NumberValue.Create(index + 1)), ("index0", NumberValue.Create(index)),
        ("rindex", NumberValue.Create(length - index)), ("rindex0", NumberValue.Create(length - index - 1)), ("row", NumberValue.Create(row)),
        ("col", NumberValue.Create(column)), ("col0", NumberValue.Create(column - 1)), ("first", BooleanValue.Create(index == 0)),
        ("last", BooleanValue.Create(index == length - 1)), ("col_first", BooleanValue.Create(column == 1)), ("col_last", BooleanValue.Create(column == columns)));

    private long? Number(string key, LiquidContext context) =>
        attributes.TryGetValue(key, out var expression) ? RubyNumber.Narrow(RubyNumber.Whole(expression.Evaluate(context))) : null;

    [GeneratedRegex(@"([A-Za-z0-9_]+)\s+in\s+(" + LaxMarkup.Fragment + "+)", RegexOptions.NonBacktracking)]
    private static partial Regex Syntax();
}
