using System.Text.RegularExpressions;
using FeedApi.Rendering.Liquid.Filters;
using FeedApi.Rendering.Liquid.Tags;
using Fluid;
using Fluid.Ast;
using Fluid.Parser;
using Fluid.Values;
using Parlot;
using Parlot.Fluent;

namespace FeedApi.Rendering.Liquid.Parsing;

/// <summary>Fluid's grammar with Jekyll's tags: statements record their line, unknown tags are skipped, values are Ruby's.</summary>
internal sealed class JekyllGrammar : FluidParser
{
    // The text after a tag's name, as written: it ends at the first %}, even inside quotes.
    private static readonly Parser<TextSpan> Markup =
        AnyCharBefore(OneOf(Literals.Text("-%}"), Literals.Text("%}")), canBeEmpty: true, failOnEof: true)
            .ElseError("A tag has no %} at its end.");

    // Unexpected text after a value or a filter is skipped, as in Ruby's lax mode.
    private static readonly Parser<TextSpan> Junk = UpTo("|{}%)-");
    private static readonly Parser<TextSpan> ConditionJunk = UpTo("|{}%)-=!<>");

    public JekyllGrammar()
        : base(new FluidParserOptions())
    {
        var end = OneOf(Parsers.Terms.Integer().Then<Expression>(number => new LiteralExpression(NumberValue.Create(number))), Primary);
        var range = LParen.SkipAnd(end).AndSkip(Parsers.Terms.Text("..")).And(end).AndSkip(RParen)
            .Then<Expression>(ends => LiquidExpression.Range(ends.Item1, ends.Item2));
        var noRange = LParen.Error<Expression>("Parentheses are for ranges only.");
        Primary.Parser = new LiquidParseContext.ValueParser(
            OneOf(Quoted('"'), Quoted('\''), range, noRange, Primary.Parser!.Then(LookupExpression.Adapt)));
        RegisteredOperators.Clear();
        foreach (var name in LiquidExpression.Operators)
            RegisteredOperators[name] = (left, right) => LiquidExpression.Compare(left, name, right);
        FilterExpression.Parser = ZeroOrOne(LogicalExpression).AndSkip(Junk)
            .And(ZeroOrMany(Pipe.SkipAnd(ZeroOrOne(Identifier)).And(ZeroOrOne(Colon.Or(Comma).SkipAnd(ArgumentsList))).AndSkip(Junk)))
            .Then((context, read) => Filtered((LiquidParseContext)context, read.Item1, read.Item2));
        AnyTagsList.Parser = ZeroOrMany(StatementIn(isInside: true));
        KnownTagsList.Parser = ZeroOrMany(StatementIn(isInside: false));
        AdaptTags();
        AddTags();
    }

    public Parser<Expression> Expressions => FilterExpression;

    private static Parser<TextSpan> UpTo(string signs) => ZeroOrOne(AnyCharBefore(Literals.AnyOf(signs, maxSize: 1), failOnEof: true));

    // A backslash in a text is a backslash, as in Ruby.
    private static Parser<Expression> Quoted(char quote) =>
        Parsers.Terms.Char(quote).SkipAnd(AnyCharBefore(Literals.Char(quote), canBeEmpty: true, failOnEof: true, consumeDelimiter: true))
            .Then<Expression>(text => new LiteralExpression(new StringValue(text.ToString())));

    // Fluid parses these tags; they are rendered by Ruby's rules.
    private void AdaptTags()
    {
        RegisteredTags.Remove("liquid");
        RegisteredTags.Remove("render");
        Adapt<OutputStatement>("echo", (tag, _) => LiquidTag.Output(tag.Expression));
        Adapt<CaseStatement>("case", (tag, _) => ConditionOf(tag));
        Adapt<CycleStatement>("cycle", (tag, markup) => LiquidTag.Cycle(tag, markup));
        Adapt<TableRowStatement>("tablerow", (tag, _) =>
            new TableRowStatement(tag.Statements, tag.Identifier, LookupExpression.Adapt(tag.Source), tag.Limit, tag.Offset, tag.Cols));
        RegisteredTags["#"] = Markup.AndSkip(TagEnd).Then<Statement>(text => new CommentStatement(text));
    }

    // Fluid's own ignores a break or continue inside.
    private static IfStatement ConditionOf(CaseStatement tag)
    {
        var parts = tag.Whens.Select(part => new ElseIfStatement(LiquidExpression.IsAny(tag.Expression, part.Options), part.Statements));
        return new IfStatement(FalseKeyword, [], tag.Else, [.. parts]);
    }

    private void Adapt<T>(string name, Func<T, string, Statement> make)
        where T : Statement =>
        RegisteredTags[name] = RegisteredTags[name].Then((context, start, end, tag) => make((T)tag, context.Scanner.Buffer[start..end]));

    private void AddTags()
    {
        var condition = LogicalExpression.AndSkip(ConditionJunk);
        var elseIfs = ZeroOrMany(TagStart.SkipAnd(Parsers.Terms.Text("elsif")).SkipAnd(condition).AndSkip(TagEnd).And(AnyTagsList))
            .Then(parts => parts.Select(part => new ElseIfStatement(part.Item1, part.Item2)).ToArray());
        var otherwise = ZeroOrOne(CreateTag("else").SkipAnd(AnyTagsList).Then(body => new ElseStatement(body)));
        var named = OneOf(Parsers.Terms.Text("limit"), Parsers.Terms.Text("offset")).AndSkip(Colon).And(Primary);
        var reversed = Parsers.Terms.Text("reversed").Then(name => (name, (Expression)NilKeyword));
        var modifiers = ZeroOrMany(ZeroOrOne(Comma).SkipAnd(OneOf(reversed, named)));

        foreach (var name in new[] { "if", "unless" })
        {
            var first = name == "if" ? condition : condition.Then<Expression>(LiquidExpression.Not);
            Add(name, first.AndSkip(TagEnd).And(AnyTagsList).And(elseIfs).And(otherwise).AndSkip(EndOf(name))
                .Then<Statement>(tag => new IfStatement(tag.Item1, tag.Item2, tag.Item4, tag.Item3)));
        }

        Add("for", Identifier.AndSkip(Parsers.Terms.Text("in")).And(Primary).And(modifiers).AndSkip(TagEnd)
            .And(AnyTagsList).And(otherwise).AndSkip(EndOf("for"))
            .Then<Statement>(tag => new ForNode(tag.Item1, tag.Item2, tag.Item3, tag.Item4, tag.Item5)));
        // Ruby's Liquid takes the first name anywhere in the tag: 'quoted', or behind another sign.
        Add("capture", Markup.Then(text => Regex.Match(text.ToString(), @"[\w\-.\[\]]+").Value).When((_, name) => name.Length > 0)
            .AndSkip(TagEnd).And(AnyTagsList).AndSkip(EndOf("capture")).Then<Statement>(tag => new CaptureStatement(tag.Item1, tag.Item2)));
        Add("highlight", Markup.AndSkip(TagEnd).And(AnyTagsList).AndSkip(EndOf("highlight"))
            .Then<Statement>((context, tag) => LiquidTag.Highlight((LiquidParseContext)context, tag.Item1.ToString(), new(tag.Item2))));
        AddLeaf("include", (context, markup) => IncludeNode.Read(context, markup, isRelative: false));
        AddLeaf("include_relative", (context, markup) => IncludeNode.Read(context, markup, isRelative: true));
        AddLeaf("link", (_, markup) => LiquidTag.Link(LiquidParser.Parse(markup), isPost: false));
        AddLeaf("post_url", (_, markup) => LiquidTag.Link(LiquidParser.Parse(markup), isPost: true));
    }

    private void Add(string name, Parser<Statement> parser) => RegisteredTags[name] = parser.ElseError($"Invalid '{name}' tag");

    private void AddLeaf(string name, Func<LiquidParseContext, string, Statement> make) =>
        RegisteredTags[name] = Markup.AndSkip(TagEnd).Then((context, text) => make((LiquidParseContext)context, text.ToString().Trim()));

    private Parser<string> EndOf(string name) => CreateTag("end" + name).ElseError($"'{{% end{name} %}}' was expected");

    private LiquidParseContext.StatementParser StatementIn(bool isInside)
    {
        var output = OutputStart.SkipAnd(FilterExpression).AndSkip(OutputEnd.ElseError("An output has no }} at its end."))
            .Then<Statement>(expression => LiquidTag.Output(expression));
        var tag = TagStart.SkipAnd(OneOf(Parsers.Terms.Char('#').Then("#"), Identifier)
            .Switch((context, name) => TagNamed(name, isInside, (LiquidParseContext)context)!));
        var text = AnyCharBefore(OutputStart.Or(TagStart)).Then<Statement>((context, span) => TextOf((FluidParseContext)context, span));
        return new LiquidParseContext.StatementParser(OneOf(output, tag, text));
    }

    // Null for the end or another part of a block, which the block's parser reads.
    private Parser<Statement>? TagNamed(string name, bool isInside, LiquidParseContext context)
    {
        if (RegisteredTags.TryGetValue(name, out var known)) return known;
        var isEnd = name.StartsWith("end", StringComparison.Ordinal) && name.Length > 3;
        var isPart = name is "else" or "elsif" or "when" && (isInside || context.UnknownTags.Count == 0);
        if (isEnd ? !context.UnknownTags.Contains(name[3..]) : isPart) return null;
        if (!isEnd) context.UnknownTags.Add(name);
        return Markup.AndSkip(TagEnd).Then<Statement>(_ => isEnd ? new NoOpStatement() : LiquidTag.Unknown(name));
    }

    // As Fluid's own parser keeps the text before a tag, which may trim it.
    private static TextSpanStatement TextOf(FluidParseContext context, TextSpan span)
    {
        var text = new TextSpanStatement(span) { StripLeft = context.StripNextTextSpanStatement };
        context.StripNextTextSpanStatement = false;
        return context.PreviousTextSpanStatement = text;
    }

    private static Expression Filtered(
        LiquidParseContext context, Expression? value, IReadOnlyList<(string Name, IReadOnlyList<FilterArgument>)> filters)
    {
        if (filters.Count > LiquidLimits.Parts) throw context.Fault("A tag has too many values or filters.");
        // Between two bars there may be nothing.
        var named = filters.Where(filter => filter.Name is not null).ToLookup(filter => LiquidFilters.Names.Contains(filter.Name));
        var known = named[true].Aggregate(value ?? NilKeyword, (input, filter) => new FilterExpression(input, filter.Name, filter.Item2));
        return named[false].Any() ? LiquidExpression.WithUnknown(known, [.. named[false].Select(filter => filter.Name)]) : known;
    }
}
