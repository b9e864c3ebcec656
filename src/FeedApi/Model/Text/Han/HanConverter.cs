using System.Text;

namespace FeedApi.Model.Text.Han;

/// <summary>
/// Converts Chinese from one script to the other, by words where characters have several forms: 头发 and 发展 to 頭髮 and 發展.
/// Thread-safe.
/// </summary>
/// <remarks>
/// Gives the same text as OpenCC's configurations <c>s2t</c> and <c>t2s</c>: the longest known word from left to right, else the character.
/// Text of other scripts and languages stays as it is, except for Japanese, which shares characters with Chinese.
/// </remarks>
internal sealed class HanConverter
{
    // Read when the first text is converted: the larger table takes 1.3 MB of memory.
    private static readonly Lazy<HanConverter> ToSimplified = new(() => new HanConverter(HanTable.Load("han-to-simplified.txt")));
    private static readonly Lazy<HanConverter> ToTraditional = new(() => new HanConverter(HanTable.Load("han-to-traditional.txt")));

    private readonly HanTable table;

    private HanConverter(HanTable table) => this.table = table;

    /// <summary>The converter to a script.</summary>
    /// <param name="script">The script of the result.</param>
    public static HanConverter To(HanScript script) => (script == HanScript.Simplified ? ToSimplified : ToTraditional).Value;

    /// <summary>Converts plain text.</summary>
    /// <param name="text">Any text, of which everything is converted.</param>
    /// <returns>The converted text; the same instance when nothing changes.</returns>
    public string Convert(string text) => Convert(text, [Range.All]);

    /// <summary>Converts what people read of HTML: text, and the values of <c>alt</c> and <c>title</c>.</summary>
    /// <param name="html">Sanitised HTML. Entities stay as they are.</param>
    /// <returns>The converted HTML; the same instance when nothing changes.</returns>
    /// <remarks>A word that is divided by a tag is converted as two.</remarks>
    public string ConvertHtml(string html) => Convert(html, HtmlTextParts.Of(html));

    private string Convert(string text, IEnumerable<Range> parts)
    {
        StringBuilder? converted = null;
        var copied = 0;
        foreach (var part in parts)
        {
            var (at, end) = (part.Start.GetOffset(text.Length), part.End.GetOffset(text.Length));
            while (at < end)
            {
                var length = table.Match(text.AsSpan(at, end - at), out var form);
                if (!form.SequenceEqual(text.AsSpan(at, length)))
                {
                    converted ??= new StringBuilder(text.Length);
                    converted.Append(text, copied, at - copied).Append(form);
                    copied = at + length;
                }

                at += Math.Max(length, 1);
            }
        }

        return converted is null ? text : converted.Append(text, copied, text.Length - copied).ToString();
    }
}
