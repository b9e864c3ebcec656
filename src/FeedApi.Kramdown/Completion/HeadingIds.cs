using System.Globalization;
using System.Text;
using FeedApi.Kramdown.Blocks;
using FeedApi.Kramdown.Html;
using FeedApi.Kramdown.Spans;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace FeedApi.Kramdown.Completion;

/// <summary>Creates unique ids of headings from their text.</summary>
internal sealed class HeadingIds(KramdownOptions options)
{
    private readonly Dictionary<string, int> used = new(StringComparer.Ordinal);

    /// <summary>Gives a heading an id unless it has one.</summary>
    /// <param name="heading">The heading, with its text parsed.</param>
    /// <param name="isPlain">True for kramdown's own ids, even in GitHub's dialect.</param>
    public void GiveTo(Heading heading, bool isPlain)
    {
        if (!options.AutoIds || heading.TryGetAttributes()?.Id is not null) return;
        var id = options.IsGfm && !isPlain
            ? GfmId(TextOf(heading.Inline!))
            : PlainId(options.StripsIds ? TextOf(heading.Inline!) : heading.Source);
        var count = used[id] = used.GetValueOrDefault(id, -1) + 1;
        heading.GetAttributes().Id = options.AutoIdPrefix + (count == 0 ? id : FormattableString.Invariant($"{id}-{count}"));
    }

    /// <summary>The visible text.</summary>
    public static string TextOf(ContainerInline inlines)
    {
        var text = new StringBuilder();
        foreach (var inline in inlines.Descendants())
        {
            if (inline is LiteralInline { Parent: not LinkInline { IsImage: true } } literal) text.Append(literal.Content.AsSpan());
            else if (inline is HtmlEntityInline symbol) text.Append(symbol.Transcoded.AsSpan());
            else if (inline is CodeInline code) text.Append(code.ContentSpan);
            else if (inline is HtmlTextInline html) text.Append(html.Source);
            else if (inline is MathInline math) text.Append(math.Formula);
        }

        return text.ToString();
    }

    private static string GfmId(string text)
    {
        var id = new StringBuilder(text.Length);
#pragma warning disable CA1308 // GitHub ids are in lower case.
        foreach (var rune in text.ToLowerInvariant().EnumerateRunes())
#pragma warning restore CA1308
        {
            if (IsWord(rune) || rune.Value == '-') id.Append(rune);
            else if (rune.Value is ' ' or '\t') id.Append('-');
        }

        return id.ToString();
    }

    private static bool IsWord(Rune rune) => Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.ConnectorPunctuation
        or UnicodeCategory.NonSpacingMark
        or UnicodeCategory.SpacingCombiningMark
        or UnicodeCategory.EnclosingMark
        or UnicodeCategory.LetterNumber;

    private static string PlainId(string text)
    {
        var id = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsAsciiLetter(c) || (id.Length > 0 && (char.IsAsciiDigit(c) || c is '-'))) id.Append(char.ToLowerInvariant(c));
            else if (c == ' ' && id.Length > 0) id.Append('-');
        }

        return id.Length == 0 ? "section" : id.ToString();
    }
}
