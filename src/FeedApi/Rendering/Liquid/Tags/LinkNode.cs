using FeedApi.Model;
using FeedApi.Model.Text;
using FeedApi.Rendering.Liquid.Parsing;

namespace FeedApi.Rendering.Liquid.Tags;

/// <summary><c>{% link _docs/start.md %}</c>: the address of a file of the site. Of what is not there the path is written.</summary>
internal sealed class LinkNode(LiquidTag tag) : LiquidLeaf(tag.Line)
{
    private readonly string path = tag.Markup.Trim();
    private readonly LiquidBody? computed = tag.Markup.Contains("{{", StringComparison.Ordinal) ? LiquidParser.ParseInside(tag.Markup.Trim(), tag.Line) : null;

    /// <inheritdoc/>
    protected override void Render(TextWriter output, LiquidContext context)
    {
        var wanted = computed is null ? path : computed.Render(context, out _);
        if (context.Files.Targets.OfFile(wanted, context) is { } address)
        {
            output.Write(address);
            return;
        }

        context.Warn(ProblemCodes.LiquidTarget, $"The tag link finds no document {MessageText.Shorten(wanted)}.", "The path is shown.");
        output.Write(wanted);
    }
}

/// <summary><c>{% post_url 2024-05-06-name %}</c>: the address of a post. Of one that is not there the name is written.</summary>
internal sealed class PostUrlNode(LiquidTag tag) : LiquidLeaf(tag.Line)
{
    private readonly string name = tag.Markup.Trim();

    /// <inheritdoc/>
    protected override void Render(TextWriter output, LiquidContext context)
    {
        if (context.Files.Targets.OfPost(name, context) is { } address)
        {
            output.Write(address);
            return;
        }

        context.Warn(ProblemCodes.LiquidTarget, $"The tag post_url finds no post {MessageText.Shorten(name)}.", "The name is shown.");
        output.Write(name);
    }
}
