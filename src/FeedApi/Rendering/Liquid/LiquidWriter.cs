using System.Globalization;
using System.Text;

namespace FeedApi.Rendering.Liquid;

/// <summary>Collects what a template or a block writes, and refuses to grow beyond the limit.</summary>
internal sealed class LiquidWriter(LiquidContext context) : TextWriter
{
    private readonly StringBuilder text = new();

    /// <summary>Text has no bytes yet.</summary>
    public override Encoding Encoding => Encoding.Unicode;

    /// <inheritdoc/>
    public override IFormatProvider FormatProvider => CultureInfo.InvariantCulture;

    /// <inheritdoc/>
    public override void Write(char value) => Write([value]);

    /// <inheritdoc/>
    public override void Write(string? value) => Write(value.AsSpan());

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<char> buffer)
    {
        context.SpendText(buffer.Length);
        LiquidBudgetException.ThrowIfTooLong((long)text.Length + buffer.Length);
        text.Append(buffer);
    }

    /// <inheritdoc/>
    public override string ToString() => text.ToString();
}
