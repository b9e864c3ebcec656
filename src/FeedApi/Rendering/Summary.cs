using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using FeedApi.Model;
using FeedApi.Model.Text;
using FeedApi.Rendering.Html;
using FeedApi.Site;

namespace FeedApi.Rendering;

/// <summary>Selects and truncates the summary of an article.</summary>
internal static class Summary
{
    /// <summary>Far more markup than 280 chars of text need; anything longer is truncated before it is parsed.</summary>
    public const int ExplicitChars = 8 * 1024;

    /// <summary>
    /// The post's own summary, else the text before the marker or separator, else the first paragraph; plain text of at most 280 chars.
    /// </summary>
    /// <remarks>
    /// As in Jekyll, a Jekyll site's separator is the only marker; <c>&lt;!--more--&gt;</c> is used when neither site nor post has one.
    /// </remarks>
    /// <param name="post">The post.</param>
    /// <param name="site">The site.</param>
    /// <param name="reading">Its body.</param>
    /// <param name="excerpt">The text before the separator; null when there is none.</param>
    public static string Of(Post post, SiteConfig site, BodyReading reading, string? excerpt)
    {
        // In Hugo the divider in the body comes first.
        var isDivided = site.Hugo is { IsZola: false } && reading.TextBeforeMore is { Length: > 0 };
        if (!isDivided && post.Summary is { } written && PlainTextOf(written) is { Length: > 0 } plain) return Cut(plain);
        var isSeparatorRule = site.IsJekyll && (post.ExcerptSeparator ?? site.ExcerptSeparator) is not null;
        if (!isSeparatorRule && reading.TextBeforeMore is { Length: > 0 } before) return Cut(OneLine(before));
        if (excerpt is null && post.IsCjk == true && site.Hugo is { } hugo)
            return Cut(CjkWords.Beginning(XmlText.Clean(reading.Text), hugo.SummaryLength));
        return Cut(OneLine(excerpt ?? XmlText.Clean(reading.FirstParagraph)));
    }

    /// <summary>
    /// The source before a separator that is not an HTML comment; null when there is none. As in Jekyll, the source is split, not the text.
    /// </summary>
    public static string? SourceBeforeSeparator(Post post, SiteConfig site)
    {
        var separator = post.ExcerptSeparator ?? site.ExcerptSeparator;
        if (string.IsNullOrEmpty(separator) || SeparatorComment(post, site) is not null) return null;
        var body = post.Body.AsSpan().TrimStart('\n');
        var end = body.IndexOf(separator, StringComparison.Ordinal);
        return end > 0 && !body[..end].Trim().IsEmpty ? body[..end].ToString() : null;
    }

    /// <summary>The text inside a separator that is an HTML comment; null for any other separator.</summary>
    public static string? SeparatorComment(Post post, SiteConfig site)
    {
        var separator = (post.ExcerptSeparator ?? site.ExcerptSeparator)?.Trim();
        return separator is { Length: > 7 }
            && separator.StartsWith("<!--", StringComparison.Ordinal)
            && separator.EndsWith("-->", StringComparison.Ordinal)
            ? separator[4..^3].Trim()
            : null;
    }

    /// <summary>
    /// Truncates between words, or graphemes where no space is between words, so that text and ellipsis together have at most 280 chars.
    /// </summary>
    public static string Cut(string text)
    {
        var line = text.Trim();
        if (line.Length <= RenderingLimits.SummaryChars) return line;
        var end = 0;
        while (StringInfo.GetNextTextElementLength(line.AsSpan(end)) is var length and > 0 && end + length < RenderingLimits.SummaryChars)
            end += length;
        var wordEnd = WordEnds.Before(line, end);
        return line[..(IsBetweenGraphemes(line, wordEnd) ? wordEnd : end)].TrimEnd() + "…";
    }

    private static bool IsBetweenGraphemes(string text, int at)
    {
        var end = 0;
        while (end < at) end += StringInfo.GetNextTextElementLength(text.AsSpan(end));
        return end == at;
    }

    private static string PlainTextOf(string written)
    {
        if (written.AsSpan().IndexOfAny('<', '&') < 0) return CjkText.OneLine(XmlText.Clean(written));
        var html = written.Length > ExplicitChars ? written[..ExplicitChars] : written;
        HtmlGuard.Check(html);
        var body = new HtmlParser().ParseDocument("<!doctype html><html><body>" + html).Body!;
        new TreePreparation(body.Owner!, TrustLevel.Untrusted, separatorComment: null).Prepare(body);
        return CjkText.OneLine(XmlText.Clean(body.Text()));
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
