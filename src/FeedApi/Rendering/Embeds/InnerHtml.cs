using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using FeedApi.Rendering.Html;

namespace FeedApi.Rendering.Embeds;

/// <summary>Parses HTML that is text or an attribute of a body: <c>noembed</c>, <c>srcdoc</c>, drawings in addresses.</summary>
internal sealed class InnerHtml
{
    // A parser is worth about a hundred elements.
    private const int MaxDocuments = 200;

    private static readonly AngleSharp.IConfiguration Services = Configuration.Default;

    private int documents;

    /// <summary>The body of a document; null when there were too many in this post.</summary>
    /// <exception cref="RenderingException">The HTML exceeds a limit.</exception>
    public IElement? Parse(string html)
    {
        if (documents++ >= MaxDocuments) return null;
        HtmlGuard.Check(html);
        return new HtmlParser(default, BrowsingContext.New(Services)).ParseDocument("<!doctype html><html><body>" + html).Body;
    }

    /// <summary>The text that a document shows; empty when there were too many.</summary>
    /// <exception cref="RenderingException">The HTML exceeds a limit.</exception>
    public string TextOf(string html) => html.AsSpan().IndexOfAny('<', '&') < 0 ? ShownText.Collapse(html)
        : Parse(html) is { } body ? ShownText.Of(body) : "";
}
