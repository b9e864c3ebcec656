using System.Text.RegularExpressions;
using FeedApi.Rendering.Liquid.Parsing;
using Fluid.Ast;
using Fluid.Values;

namespace FeedApi.Rendering.Liquid.Tags;

/// <summary><c>{% for item in list %}</c> with <c>reversed</c>, <c>limit</c>, <c>offset</c> and <c>else</c>.</summary>
internal sealed partial class ForNode : LiquidNode
{
    private readonly Loop loop;
    private readonly LiquidBody body;
    private readonly LiquidBody? otherwise;

    private ForNode(Loop loop, LiquidBody body, LiquidBody? otherwise, int line)
        : base(line)
    {
        this.loop = loop;
        IsBlank = body.IsBlank && otherwise?.IsBlank != false;
        this.body = IsBlank ? body.WithoutText() : body;
        this.otherwise = IsBlank ? otherwise?.WithoutText() : otherwise;
    }

    /// <inheritdoc/>
    public override bool IsBlank { get; }

    /// <summary>Reads the tag.</summary>
    public static ForNode Read(LiquidParser parser, LiquidTag tag)
    {
        var loop = Loop.Read(tag.Markup) ?? throw new LiquidSyntaxException("for has the form: for item in list.", tag.Line);
        var body = parser.ReadBody("for", out var end, "else");
        var otherwise = end.Name == "else" ? parser.ReadBody("for", out _) : null;
        return new ForNode(loop, body, otherwise, tag.Line);
    }

    /// <inheritdoc/>
    public override Completion Write(TextWriter output, LiquidContext context)
    {
        var offset = loop.GoesOn ? context.LoopOffsets.GetValueOrDefault(loop.Name) : LoopItems.Number(loop.Offset, context) ?? 0;
        var items = LoopItems.Of(loop.Source.Evaluate(context), offset, LoopItems.Number(loop.Limit, context), loop.IsReversed);
        context.LoopOffsets[loop.Name] = offset + items.Count;
        if (items.Count == 0) return otherwise?.Write(output, context) ?? Completion.Normal;
        WriteItems(items, output, context);
        return Completion.Normal;
    }

    private void WriteItems(LoopItems items, TextWriter output, LiquidContext context)
    {
        var state = new ForLoopMap(loop.Name, items.Count, context.CurrentLoop);
        var (outer, scope) = (context.CurrentLoop, context.EnterScope());
        context.CurrentLoop = state.Value;
        scope["forloop"] = state.Value;
        try
        {
            for (; state.Index < items.Count; state.Index++)
            {
                context.Spend(1);
                scope[loop.Variable] = items.At(state.Index);
                if (body.Write(output, context) == Completion.Break) break;
            }
        }
        finally
        {
            context.LeaveScope();
            context.CurrentLoop = outer;
        }
    }

    // What stands in the tag.
    private sealed partial record Loop(string Variable, LiquidExpression Source, string Name, bool IsReversed, LiquidExpression? Limit, LiquidExpression? Offset, bool GoesOn)
    {
        public static Loop? Read(string markup)
        {
            var parser = new MarkupParser(markup);
            if (parser.Lexer.Kind == MarkupKind.Name && parser.Lexer.Take() is var variable && parser.Lexer.Skip("in"))
            {
                var start = parser.Lexer.Start;
                if (parser.TryExpression(out var source))
                {
                    var name = $"{variable}-{markup.AsSpan(start, parser.Lexer.Start - start).Trim()}";
                    if (ReadRest(parser, new Loop(variable, source, name, false, null, null, false)) is { } loop) return loop;
                }
            }

            return ReadLax(markup);
        }

        private static Loop? ReadRest(MarkupParser parser, Loop loop)
        {
            if (parser.Lexer.Skip("reversed")) loop = loop with { IsReversed = true };
            while (parser.Lexer.Kind == MarkupKind.Name && parser.Lexer.IsFollowedBy(':'))
            {
                var key = parser.Lexer.Take();
                parser.Lexer.Next();
                var goesOn = parser.Lexer.IsWord("continue");
                if (key is not ("limit" or "offset") || !parser.TryExpression(out var value)) return null;
                loop = key == "limit" ? loop with { Limit = value } : loop with { Offset = value, GoesOn = goesOn };
            }

            return parser.Lexer.Kind == MarkupKind.End ? loop : null;
        }

        private static Loop? ReadLax(string markup)
        {
            var match = Syntax().Match(markup);
            if (!match.Success) return null;
            var (variable, source) = (match.Groups[1].Value, match.Groups[2].Value);
            var loop = new Loop(variable, ExpressionText.Read(source), $"{variable}-{source}", match.Groups[3].Success, null, null, false);
            foreach (var (key, value) in LaxMarkup.Attributes(markup))
            {
                if (key == "limit") loop = loop with { Limit = ExpressionText.Read(value) };
                else if (key == "offset") loop = loop with { Offset = ExpressionText.Read(value), GoesOn = value == "continue" };
            }

            return loop;
        }

        [GeneratedRegex(@"^([A-Za-z0-9_\-]+)\s+in\s+(" + LaxMarkup.Fragment + @"+)\s*(reversed)?", RegexOptions.NonBacktracking)]
        private static partial Regex Syntax();
    }

    // The variable forloop.
    private sealed class ForLoopMap : IFluidIndexable
    {
        private static readonly string[] Names = ["index", "index0", "rindex", "rindex0", "first", "last", "length", "parentloop", "name"];
        private readonly string name;
        private readonly long length;
        private readonly FluidValue parent;

        public ForLoopMap(string name, long length, FluidValue parent)
        {
            (this.name, this.length, this.parent) = (name, length, parent);
            Value = new DictionaryValue(this);
        }

        public DictionaryValue Value { get; }

        public long Index { get; set; }

        public int Count => Names.Length;

        public IEnumerable<string> Keys => Names;

        public bool TryGetValue(string name, out FluidValue value)
        {
            value = name switch
            {
                "index" => NumberValue.Create(Index + 1),
                "index0" => NumberValue.Create(Index),
                "rindex" => NumberValue.Create(length - Index),
                "rindex0" => NumberValue.Create(length - Index - 1),
                "first" => BooleanValue.Create(Index == 0),
                "last" => BooleanValue.Create(Index == length - 1),
                "length" => NumberValue.Create(length),
                "parentloop" => parent,
                "name" => StringValue.Create(this.name),
                _ => null!,
            };
            return value is not null;
        }
    }
}
