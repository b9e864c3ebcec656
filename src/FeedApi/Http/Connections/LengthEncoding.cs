using System.Text;
using Microsoft.Net.Http.Headers;

namespace FeedApi.Http.Connections;

/// <summary>
/// Reads the value of <c>Content-Length</c>: digits and nothing else (RFC 9110, section 8.6). Every other character becomes one with which
/// Kestrel refuses the request.
/// </summary>
/// <remarks>
/// Kestrel 10.0 reads <c>+5</c> and <c>-0</c> as numbers. Whoever stands in front of it may not, and then the two disagree about where
/// the next request begins.
/// </remarks>
internal sealed class LengthEncoding : Encoding
{
    private const char NoDigit = '?';
    private static readonly LengthEncoding Only = new();

    /// <summary>The encoding of a request field's value by the field's name; null: Kestrel's own.</summary>
    public static Encoding? Of(string field) => string.Equals(field, HeaderNames.ContentLength, StringComparison.Ordinal) ? Only : null;

    /// <inheritdoc/>
    public override int GetCharCount(byte[] bytes, int index, int count) => count;

    /// <inheritdoc/>
    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        ArgumentNullException.ThrowIfNull(chars);
        for (var i = 0; i < byteCount; i++)
        {
            var value = (char)bytes[byteIndex + i];
            chars[charIndex + i] = char.IsAsciiDigit(value) ? value : NoDigit;
        }

        return byteCount;
    }

    /// <inheritdoc/>
    public override int GetByteCount(char[] chars, int index, int count) => count;

    /// <inheritdoc/>
    public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex) =>
        ASCII.GetBytes(chars, charIndex, charCount, bytes, byteIndex);

    /// <inheritdoc/>
    public override int GetMaxCharCount(int byteCount) => byteCount;

    /// <inheritdoc/>
    public override int GetMaxByteCount(int charCount) => charCount;
}
