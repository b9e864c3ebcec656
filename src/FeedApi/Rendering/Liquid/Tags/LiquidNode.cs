using System.Text.Encodings.Web;
using Fluid;
using Fluid.Ast;

namespace FeedApi.Rendering.Liquid.Tags;

/// <summary>A statement of Fluid's tree that is written at once.</summary>
/// <param name="line">1-based line of the template.</param>
internal abstract class LiquidNode(int line) : Statement
{
    /// <summary>1-based line of the template.</summary>
    public int Line => line;

    /// <summary>True when nothing but white space can come of it: blocks of such nodes write nothing at all.</summary>
    public virtual bool IsBlank => false;

    /// <summary>Writes what comes of the node.</summary>
    public abstract Completion Write(TextWriter output, LiquidContext context);

    /// <inheritdoc/>
    public sealed override ValueTask<Completion> WriteToAsync(TextWriter output, TextEncoder encoder, TemplateContext context) =>
        new(Write(output, (LiquidContext)context));
}

/// <summary>A tag without an inside: it never breaks a loop.</summary>
internal abstract class LiquidLeaf(int line) : LiquidNode(line)
{
    /// <inheritdoc/>
    public sealed override Completion Write(TextWriter output, LiquidContext context)
    {
        Render(output, context);
        return Completion.Normal;
    }

    /// <summary>Writes what comes of the tag.</summary>
    protected abstract void Render(TextWriter output, LiquidContext context);
}

/// <summary>Text between tags.</summary>
internal sealed class TextNode(string text, int line) : LiquidLeaf(line)
{
    /// <summary>The text.</summary>
    public string Text => text;

    /// <inheritdoc/>
    public override bool IsBlank { get; } = text.AsSpan().Trim(Values.RubyString.WhiteSpace).IsEmpty;

    /// <inheritdoc/>
    protected override void Render(TextWriter output, LiquidContext context) => output.Write(text);
}

/// <summary><c>{{ ... }}</c></summary>
internal sealed class OutputNode(Parsing.LiquidExpression expression, int line) : LiquidLeaf(line)
{
    /// <inheritdoc/>
    protected override void Render(TextWriter output, LiquidContext context) =>
        output.Write(Values.RubyText.Output(expression.Evaluate(context), context));
}

/// <summary>A tag of a plugin, which is left out.</summary>
internal sealed class UnknownTagNode(string name, int line) : LiquidLeaf(line)
{
    /// <inheritdoc/>
    protected override void Render(TextWriter output, LiquidContext context) => context.WarnUnknownTag(name);
}
