using Fluid.Ast;

namespace FeedApi.Rendering.Liquid.Tags;

/// <summary>A template, or the inside of a block.</summary>
internal sealed class LiquidBody(IReadOnlyList<LiquidNode> nodes)
{
    private readonly LiquidNode[] nodes = [.. nodes];

    /// <summary>True when all nodes are blank.</summary>
    public bool IsBlank { get; } = nodes.All(node => node.IsBlank);

    /// <summary>The same without text: what a block writes that is blank in all its parts.</summary>
    public LiquidBody WithoutText() => new([.. nodes.Where(node => node is not TextNode)]);

    /// <summary>Writes the nodes in order, until one breaks the loop around them. A node that fails is left out, with a problem.</summary>
    public Completion Write(TextWriter output, LiquidContext context)
    {
        context.Enter();
        foreach (var node in nodes)
        {
            context.Arrive(node.Line);
            try
            {
                var completion = node.Write(output, context);
                if (completion == Completion.Normal) continue;
                context.Leave();
                return completion;
            }
            catch (LiquidException fault)
            {
                context.Warn(fault.Code, fault.Message, "The tag is left out.");
            }
        }

        context.Leave();
        return Completion.Normal;
    }

    /// <summary>Writes into a text of its own.</summary>
    public string Render(LiquidContext context, out Completion completion)
    {
        using var text = new LiquidWriter(context);
        completion = Write(text, context);
        return text.ToString();
    }
}
