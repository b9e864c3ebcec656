namespace FeedApi.Rendering.Liquid.Parsing;

/// <summary>Reads well-formed expressions, filters and conditions. What it refuses, <see cref="LaxMarkup"/> reads as far as it can.</summary>
/// <remarks>Jekyll's <c>error_mode: warn</c>: the strict reading counts where there is one.</remarks>
internal sealed class MarkupParser(string markup)
{
    // Brackets inside brackets: Ruby has no limit, and neither has any template that is not hostile.
    private const int MaxBrackets = 32;

    private readonly MarkupLexer lexer = new(markup);
    private int brackets;

    /// <summary>The pieces, for tags that have words of their own.</summary>
    public MarkupLexer Lexer => lexer;

    /// <summary>Reads an expression with its filters.</summary>
    public static LiquidExpression Filtered(string markup) => new MarkupParser(markup).TryFiltered(out var expression) ? expression : LaxMarkup.Filtered(markup);

    /// <summary>Reads comparisons joined by <c>and</c> and <c>or</c>; null when nothing can be made of them.</summary>
    public static LiquidCondition? Condition(string markup) => new MarkupParser(markup).TryCondition(out var condition) ? condition : LaxMarkup.Condition(markup);

    /// <summary>Reads an expression; false when it is not well-formed.</summary>
    public bool TryExpression(out LiquidExpression expression)
    {
        expression = ConstantExpression.Nil;
        if (brackets > MaxBrackets) return false;
        if (lexer.Kind == MarkupKind.Name) return TryLookup(LookupStep.Named(lexer.Take()), out expression);
        if (lexer.Kind is MarkupKind.Text or MarkupKind.Number)
        {
            expression = ExpressionText.Read(lexer.Take());
            return true;
        }

        if (lexer.IsSign('[')) return TryBracket(out var name) && TryLookup(name, out expression);
        return lexer.IsSign('(') && TryRange(out expression);
    }

    /// <summary>Reads comparisons to the end of the markup; false when they are not well-formed.</summary>
    public bool TryCondition([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out LiquidCondition? condition)
    {
        condition = null;
        List<(LiquidCondition Condition, bool IsAnd)> parts = [];
        do
        {
            if (parts.Count > LiquidLimits.Parts || !TryComparison(out var comparison)) return false;
            parts.Add((comparison, lexer.IsWord("and")));
        }
        while (lexer.Skip("and") || lexer.Skip("or"));
        if (lexer.Kind != MarkupKind.End) return false;
        condition = Chain(parts);
        return true;
    }

    /// <summary>Joins comparisons: each holds what follows it.</summary>
    public static LiquidCondition Chain(List<(LiquidCondition Condition, bool IsAnd)> parts)
    {
        var chain = parts[^1].Condition;
        for (var i = parts.Count - 2; i >= 0; i--) chain = parts[i].Condition.Then(parts[i].IsAnd, chain);
        return chain;
    }

    private bool TryComparison(out LiquidCondition condition)
    {
        condition = null!;
        if (!TryExpression(out var left)) return false;
        string? comparison = null;
        LiquidExpression right = ConstantExpression.Nil;
        if (lexer.Kind == MarkupKind.Comparison)
        {
            comparison = lexer.Take();
            if (!TryExpression(out right)) return false;
        }

        condition = new LiquidCondition(left, comparison, right);
        return true;
    }

    private bool TryFiltered(out LiquidExpression expression)
    {
        expression = ConstantExpression.Nil;
        if (lexer.Kind == MarkupKind.End) return true;
        if (!TryExpression(out expression)) return false;
        List<FilterCall> calls = [];
        while (lexer.Skip('|'))
        {
            if (lexer.Kind != MarkupKind.Name || calls.Count > LiquidLimits.Parts) return false;
            var name = lexer.Take();
            List<LiquidExpression> arguments = [];
            List<KeyValuePair<string, LiquidExpression>> named = [];
            if (lexer.Skip(':') && !TryArguments(arguments, named)) return false;
            calls.Add(new FilterCall(name, arguments, named));
        }

        if (calls.Count > 0) expression = new FilteredExpression(expression, calls);
        return lexer.Kind == MarkupKind.End;
    }

    private bool TryArguments(List<LiquidExpression> arguments, List<KeyValuePair<string, LiquidExpression>> named)
    {
        do
        {
            var name = lexer.Kind == MarkupKind.Name && lexer.IsFollowedBy(':') ? lexer.Take() : null;
            if (name is not null) lexer.Next();
            if (!TryExpression(out var argument)) return false;
            if (name is null) arguments.Add(argument);
            else named.Add(new(name, argument));
        }
        while (lexer.Skip(','));
        return true;
    }

    private bool TryLookup(LookupStep name, out LiquidExpression expression)
    {
        expression = ConstantExpression.Nil;
        List<LookupStep> steps = [];
        while (true)
        {
            if (lexer.IsSign('['))
            {
                if (!TryBracket(out var step)) return false;
                steps.Add(step);
            }
            else if (lexer.Skip('.'))
            {
                if (lexer.Kind != MarkupKind.Name) return false;
                steps.Add(LookupStep.Named(lexer.Take()));
            }
            else
            {
                expression = ExpressionText.Lookup(name, steps);
                return true;
            }
        }
    }

    private bool TryBracket(out LookupStep step)
    {
        step = default;
        lexer.Next();
        brackets++;
        if (!TryExpression(out var key) || !lexer.Skip(']')) return false;
        brackets--;
        step = new LookupStep(null, key);
        return true;
    }

    private bool TryRange(out LiquidExpression expression)
    {
        expression = ConstantExpression.Nil;
        lexer.Next();
        brackets++;
        if (!TryExpression(out var first) || lexer.Kind != MarkupKind.Range) return false;
        lexer.Next();
        if (!TryExpression(out var last) || !lexer.Skip(')')) return false;
        brackets--;
        expression = new RangeExpression(first, last);
        return true;
    }
}
