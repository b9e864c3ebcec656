using System.Text.Encodings.Web;
using FeedApi.Model;
using FeedApi.Rendering.Liquid.Parsing;
using FeedApi.Site.Files;
using Fluid;
using Fluid.Ast;

namespace FeedApi.Rendering.Liquid.Tags;

/// <summary>A statement with its 1-based line. Charges its cost to the budget; when it fails it is left out, with a problem.</summary>
internal sealed class GuardedStatement(Statement inner, int line) : Statement
{
    private readonly int chars = inner is TextSpanStatement text ? text.Text.Length : inner is RawStatement raw ? raw.Text.Length : 0;
    private readonly bool isBlank = IsBlank(inner);

    public override ValueTask<Completion> WriteToAsync(TextWriter writer, TextEncoder encoder, TemplateContext context)
    {
        var liquid = (LiquidContext)context;
        var lineBefore = liquid.Enter(line, chars);
        try
        {
            var isSilent = isBlank && inner is not TextSpanStatement;
            return new(inner.WriteToAsync(isSilent ? TextWriter.Null : writer, encoder, context).Ready());
        }
        catch (Exception fault) when (fault is not UnreadableException && !liquid.IsExhaustedBy(fault))
        {
            liquid.Warn((fault as LiquidException)?.Code ?? ProblemCodes.LiquidError, fault.Message, "The tag is left out.");
            return Normal();
        }
        finally
        {
            liquid.Leave(lineBefore);
        }
    }

    // As in Ruby, a block that can write nothing but white space writes nothing at all.
    private static bool IsBlank(Statement statement) => statement switch
    {
        TextSpanStatement text => text.Text.Span.IsWhiteSpace(),
        AssignStatement or CaptureStatement or CommentStatement => true,
        IfStatement block => AreBlank([block.Statements, .. block.ElseIfs.Select(part => part.Statements), block.Else?.Statements ?? []]),
        ForNode block => AreBlank([block.Statements, block.Else?.Statements ?? []]),
        _ => false,
    };

    private static bool AreBlank(IEnumerable<IReadOnlyList<Statement>> bodies) =>
        bodies.All(body => body.All(statement => statement is GuardedStatement { isBlank: true }));
}
