using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using FeedApi.Content;

namespace FeedApi.Rendering;

/// <summary>Chooses and cuts the summary of an article.</summary>
internal static class Summary
{
    // Far more markup than 280 chars of text need; anything longer is cut before it is parsed.
    private const int ExplicitChars = 8 * 1024;

    /// <summary>The post's own summary, else the text before the separator, else the first paragraph; plain text of at most 280 chars.</summary>
    public static string Of(Post post, SiteConfig site, BodyReading reading, string text)
    {
        if (post.Summary is { } written && PlainTextOf(written) is { Length: > 0 } plain) return Cut(plain);
        if (reading.TextBeforeMore is { Length: > 0 } before) return Cut(OneLine(before));
        var separator = (post.ExcerptSeparator ?? site.ExcerptSeparator)?.Trim();
        var end = string.IsNullOrEmpty(separator) ? -1 : text.IndexOf(separator, StringComparison.Ordinal);
        if (end > 0) return Cut(OneLine(text[..end].Trim()));
        return Cut(XmlText.Clean(reading.FirstParagraph));
    }

    /// <summary>The text inside a separator that is an HTML comment; null for any other separator.</summary>
    public static string? SeparatorComment(Post post, SiteConfig site)
    {
        var separator = (post.ExcerptSeparator ?? site.ExcerptSeparator)?.Trim();
        return separator is { Length: > 7 } && separator.StartsWith("<!--", StringComparison.Ordinal) && separator.EndsWith("-->", StringComparison.Ordinal)
            ? separator[4..^3].Trim()
            : null;
    }

    /// <summary>Cuts between graphemes so that text and ellipsis together have at most 280 chars.</summary>
    public static string Cut(string text)
    {
        var line = text.Trim();
        if (line.Length <= RenderingLimits.SummaryChars) return line;
        var end = 0;
        while (StringInfo.GetNextTextElementLength(line.AsSpan(end)) is var length and > 0 && end + length < RenderingLimits.SummaryChars) end += length;
        return line[..end].TrimEnd() + "…";
    }

    private static string PlainTextOf(string written)
    {
        if (written.AsSpan().IndexOfAny('<', '&') < 0) return OneLine(XmlText.Clean(written)).Trim();
        var html = written.Length > ExplicitChars ? written[..ExplicitChars] : written;
        HtmlGuard.Check(html);
        var body = new HtmlParser().ParseDocument("<!doctype html><html><body>" + html).Body!;
        new TreePreparation(body.Owner!, TrustLevel.Untrusted, separatorComment: null).Prepare(body);
        return OneLine(XmlText.Clean(body.Text())).Trim();
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
