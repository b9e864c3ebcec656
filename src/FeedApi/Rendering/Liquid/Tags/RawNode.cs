using FeedApi.Rendering.Liquid.Parsing;
using Fluid.Ast;

namespace FeedApi.Rendering.Liquid.Tags;

/// <summary><c>{% raw %}...{% endraw %}</c>: the inside as written.</summary>
internal sealed class RawNode(string text, int line) : LiquidLeaf(line)
{
    /// <inheritdoc/>
    public override bool IsBlank => text.Length == 0;

    /// <summary>Reads the tag.</summary>
    public static RawNode Read(LiquidParser parser, LiquidTag tag) => new(parser.ReadVerbatim("raw", nests: false), tag.Line);

    /// <inheritdoc/>
    protected override void Render(TextWriter output, LiquidContext context) => output.Write(text);
}

/// <summary><c>{% comment %}...{% endcomment %}</c> and <c>{% # ... %}</c></summary>
internal sealed class CommentNode(int line) : LiquidLeaf(line)
{
    /// <inheritdoc/>
    public override bool IsBlank => true;

    /// <summary>Reads the tag; whatever stands inside, even broken tags, is passed over.</summary>
    public static CommentNode Read(LiquidParser parser, LiquidTag tag)
    {
        parser.ReadVerbatim("comment", nests: true);
        return new CommentNode(tag.Line);
    }

    /// <inheritdoc/>
    protected override void Render(TextWriter output, LiquidContext context)
    {
    }
}

/// <summary><c>{% break %}</c> and <c>{% continue %}</c></summary>
internal sealed class InterruptNode(Completion completion, int line) : LiquidNode(line)
{
    /// <inheritdoc/>
    public override Completion Write(TextWriter output, LiquidContext context) => completion;
}

/// <summary><c>{% ifchanged %}...{% endifchanged %}</c>: the inside, unless it is what it was the last time.</summary>
internal sealed class IfChangedNode(LiquidBody body, int line) : LiquidNode(line)
{
    /// <summary>Reads the tag.</summary>
    public static IfChangedNode Read(LiquidParser parser, LiquidTag tag) => new(parser.ReadBody("ifchanged", out _), tag.Line);

    /// <inheritdoc/>
    public override Completion Write(TextWriter output, LiquidContext context)
    {
        var text = body.Render(context, out var completion);
        if (!string.Equals(text, context.LastChanged, StringComparison.Ordinal)) output.Write(text);
        context.LastChanged = text;
        return completion;
    }
}
