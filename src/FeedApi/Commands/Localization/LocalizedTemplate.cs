using System.Runtime.CompilerServices;
using System.Text;

namespace FeedApi.Commands.Localization;

/// <summary>
/// An interpolated text that is still apart: <c>$"{count} posts in {folder}"</c> is the template <c>{0} posts in {1}</c> and its values, so
/// that a language can put the values in another order.
/// </summary>
[InterpolatedStringHandler]
internal sealed class LocalizedTemplate(int literalLength, int formattedCount)
{
    private readonly StringBuilder template = new(literalLength + (formattedCount * 3));
    private readonly List<object?> values = new(formattedCount);

    /// <summary>The text with <c>{0}</c>, <c>{1}</c> for values, in the form of <see cref="string.Format(string, object?[])"/>.</summary>
    public string Template => template.ToString();

    /// <summary>The values.</summary>
    public object?[] Values => [.. values];

    /// <summary>Called by the compiler for text.</summary>
    public void AppendLiteral(string text) =>
        template.Append(text.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));

    /// <summary>Called by the compiler for a value.</summary>
    public void AppendFormatted<T>(T value) => AppendFormatted(value, null);

    /// <summary>Called by the compiler for a value with a format.</summary>
    public void AppendFormatted<T>(T value, string? format)
    {
        template.Append('{').Append(values.Count).Append(format is null ? "" : ":" + format).Append('}');
        values.Add(value);
    }
}
