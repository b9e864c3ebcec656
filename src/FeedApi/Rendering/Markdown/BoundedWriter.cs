using System.Globalization;
using System.Text;
using FeedApi.Model;

namespace FeedApi.Rendering.Markdown;

/// <summary>Collects HTML up to <see cref="RenderingLimits.HtmlChars"/>; throws <see cref="RenderingException"/> beyond it.</summary>
/// <remarks>A long abbreviation or link reference used many times would otherwise render to gigabytes.</remarks>
internal sealed class BoundedWriter : TextWriter
{
    private readonly StringBuilder text = new();

    /// <summary>Required by <see cref="TextWriter"/>; nothing is encoded here.</summary>
    public override Encoding Encoding => Encoding.Unicode;

    /// <inheritdoc/>
    public override IFormatProvider FormatProvider => CultureInfo.InvariantCulture;

    /// <inheritdoc/>
    public override void Write(char value)
    {
        text.Append(value);
        Check();
    }

    /// <inheritdoc/>
    public override void Write(string? value) => Write(value.AsSpan());

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<char> buffer)
    {
        text.Append(buffer);
        Check();
    }

    /// <inheritdoc/>
    public override string ToString() => text.ToString();

    private void Check()
    {
        if (text.Length <= RenderingLimits.HtmlChars) return;
        throw new RenderingException(ProblemCodes.HtmlTooLarge, "The rendered HTML is longer than 4 Mi characters.");
    }
}
