using System.Globalization;
using FeedApi.Rendering.Liquid.Parsing;
using Fluid;
using Fluid.Ast;

namespace FeedApi.Rendering.Liquid;

/// <summary>A parsed template, an included file, or the body of a block. Shared by all renderings.</summary>
internal sealed class LiquidTemplate(IReadOnlyList<Statement> statements)
{
    public Completion Write(TextWriter writer, LiquidContext context) =>
        statements.RenderStatementsAsync(writer, NullEncoder.Default, context).Ready();

    public string Render(LiquidContext context)
    {
        using var writer = new BoundedTextWriter();
        Write(writer, context);
        return writer.ToString();
    }

    // Fluid writes only whole strings.
    private sealed class BoundedTextWriter() : StringWriter(CultureInfo.InvariantCulture)
    {
        public override void Write(string? value)
        {
            LiquidBudgetException.ThrowIfTooLong((long)GetStringBuilder().Length + (value?.Length ?? 0));
            base.Write(value);
        }
    }
}
