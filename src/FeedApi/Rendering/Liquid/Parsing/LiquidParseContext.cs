using FeedApi.Rendering.Liquid.Tags;
using Fluid.Ast;
using Fluid.Parser;
using Parlot;
using Parlot.Fluent;

namespace FeedApi.Rendering.Liquid.Parsing;

/// <summary>The state of parsing one template; enforces the limits of a template and of a tag.</summary>
internal sealed class LiquidParseContext(string source) : FluidParseContext(source)
{
    private int statements;
    private int depth;
    private int parts;
    private int brackets;

    /// <summary>Unknown tags, whose end tags are skipped.</summary>
    public HashSet<string> UnknownTags { get; } = new(StringComparer.Ordinal);

    public ParseException Fault(string message) => new(message, Scanner.Cursor.Position);

    private bool ReadStatement(Parser<Statement> inner, ref ParseResult<Statement> result)
    {
        if (++statements > LiquidLimits.Statements) throw new LiquidBudgetException("The template has too many tags.");
        LiquidBudgetException.ThrowIfDeeper(depth);
        if (++depth > LiquidLimits.BlockDepth) throw Fault("Blocks are nested too deeply.");
        (var line, parts) = (Scanner.Cursor.Position.Line, 0);
        var isRead = inner.Parse(this, ref result);
        depth--;
        if (isRead) result.Value = new GuardedStatement(result.Value, line);
        return isRead;
    }

    private bool ReadValue(Parser<Expression> inner, ref ParseResult<Expression> result)
    {
        if (++parts > LiquidLimits.Parts) throw Fault("A tag has too many values or filters.");
        if (++brackets > LiquidLimits.Brackets) throw Fault("Brackets are nested too deeply.");
        var isRead = inner.Parse(this, ref result);
        brackets--;
        return isRead;
    }

    /// <summary>Reads a statement and records its line.</summary>
    internal sealed class StatementParser(Parser<Statement> inner) : Parser<Statement>
    {
        public override bool Parse(ParseContext context, ref ParseResult<Statement> result) =>
        ((LiquidParseContext)context).ReadStatement(inner, ref result);
    }

    internal sealed class ValueParser(Parser<Expression> inner) : Parser<Expression>
    {
        public override bool Parse(ParseContext context, ref ParseResult<Expression> result) =>
        ((LiquidParseContext)context).ReadValue(inner, ref result);
    }
}
