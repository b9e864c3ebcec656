using System.Buffers;
using Fluid.Ast;

namespace FeedApi.Rendering.Liquid.Parsing;

/// <summary>Parses templates, and expressions given as text, with the <see cref="JekyllGrammar"/>. Thread-safe.</summary>
internal static class LiquidParser
{
    private static readonly JekyllGrammar Grammar = new();
    private static readonly SearchValues<string> Openings = SearchValues.Create(["{{", "{%"], StringComparison.Ordinal);

    public static IEnumerable<string> TagNames => Grammar.RegisteredTags.Keys;

    /// <summary>True when a text contains a Liquid delimiter.</summary>
    public static bool HasLiquid(ReadOnlySpan<char> text) => text.ContainsAny(Openings);

    /// <exception cref="LiquidSyntaxException">The template cannot be parsed.</exception>
    /// <exception cref="LiquidBudgetException">The template has too many statements.</exception>
    public static LiquidTemplate Parse(string source)
    {
        var context = new LiquidParseContext(source);
        if (!Grammar.Grammar.TryParse(context, out var statements, out var error))
            throw new LiquidSyntaxException(error?.Message ?? "The Liquid cannot be parsed.", error?.Position.Line ?? 1);
        var cursor = context.Scanner.Cursor;
        if (cursor.Eof) return new LiquidTemplate(statements);
        var name = string.Concat(cursor.Span[2..].TrimStart('-').TrimStart().ToString().TakeWhile(char.IsLetterOrDigit));
        var message = name.Length == 0 ? "A tag has no name." : $"The tag {name} is outside its block.";
        throw new LiquidSyntaxException(message, cursor.Position.Line);
    }

    /// <summary>Parses an expression, with filters or comparisons; null when it is invalid.</summary>
    public static Expression? ParseExpression(string text)
    {
        var context = new LiquidParseContext(text);
        var isRead = Grammar.Expressions.TryParse(context, out var expression, out _);
        context.SkipWhiteSpace();
        return isRead && context.Scanner.Cursor.Eof ? expression : null;
    }
}
