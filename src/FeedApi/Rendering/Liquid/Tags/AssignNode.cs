using System.Text.RegularExpressions;
using FeedApi.Rendering.Liquid.Parsing;
using Fluid.Ast;
using Fluid.Values;

namespace FeedApi.Rendering.Liquid.Tags;

/// <summary><c>{% assign name = value %}</c></summary>
internal sealed partial class AssignNode(string name, LiquidExpression value, int line) : LiquidLeaf(line)
{
    /// <summary>What names of variables are made of.</summary>
    public const string NamePattern = @"(?:\(?[A-Za-z0-9_\-.\[\]]\)?)+";

    /// <inheritdoc/>
    public override bool IsBlank => true;

    /// <summary>Reads the tag.</summary>
    public static AssignNode Read(LiquidParser parser, LiquidTag tag)
    {
        var match = Syntax().Match(tag.Markup);
        if (!match.Success) throw new LiquidSyntaxException("assign has the form: assign name = value.", tag.Line);
        return new AssignNode(match.Groups[1].Value, MarkupParser.Filtered(tag.Markup[(match.Index + match.Length)..].TrimEnd()), tag.Line);
    }

    /// <inheritdoc/>
    protected override void Render(TextWriter output, LiquidContext context) => context.Assign(name, value.Evaluate(context));

    [GeneratedRegex("(" + NamePattern + @")\s*=\s*", RegexOptions.NonBacktracking)]
    private static partial Regex Syntax();
}

/// <summary><c>{% capture name %}...{% endcapture %}</c></summary>
internal sealed partial class CaptureNode(string name, LiquidBody body, int line) : LiquidNode(line)
{
    /// <inheritdoc/>
    public override bool IsBlank => true;

    /// <summary>Reads the tag.</summary>
    public static CaptureNode Read(LiquidParser parser, LiquidTag tag)
    {
        var match = Name().Match(tag.Markup);
        if (!match.Success) throw new LiquidSyntaxException("capture needs the name of a variable.", tag.Line);
        return new CaptureNode(match.Value, parser.ReadBody("capture", out _), tag.Line);
    }

    /// <inheritdoc/>
    public override Completion Write(TextWriter output, LiquidContext context)
    {
        context.Assign(name, new StringValue(body.Render(context, out var completion)));
        return completion;
    }

    [GeneratedRegex(AssignNode.NamePattern, RegexOptions.NonBacktracking)]
    private static partial Regex Name();
}

/// <summary><c>{% increment name %}</c> and <c>{% decrement name %}</c>: counters, apart from variables of the same name.</summary>
internal sealed class CounterNode(LiquidTag tag, int step) : LiquidLeaf(tag.Line)
{
    private readonly string name = tag.Markup.Trim();

    /// <inheritdoc/>
    protected override void Render(TextWriter output, LiquidContext context)
    {
        var value = Values.RubyNumber.Whole(context.Counter(name));
        var next = value + step;
        context.SetCounter(name, NumberValue.Create(next));
        output.Write(Values.RubyText.Number(step > 0 ? value : next));
    }
}
