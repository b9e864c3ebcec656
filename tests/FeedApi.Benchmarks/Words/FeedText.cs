using System.Net;
using System.Text;
using AngleSharp.Html.Parser;
using FeedApi.Model;

namespace FeedApi.Benchmarks.Words;

/// <summary>What a reader of a feed can see of an article: its body's text, and the texts behind pictures and abbreviations.</summary>
internal static class FeedText
{
    private static readonly string[] Spoken = ["alt", "title", "aria-label", "label"];

    /// <summary>The text, and behind it those of attributes.</summary>
    public static string Of(Article article)
    {
        var body = new HtmlParser().ParseDocument("<!doctype html><html><body>" + article.Html).Body!;
        var text = new StringBuilder(body.TextContent);
        foreach (var element in body.QuerySelectorAll("*"))
            foreach (var name in Spoken) text.Append(' ').Append(element.GetAttribute(name));
        // An author's entity in code is shown as written.
        return WebUtility.HtmlDecode(WebUtility.HtmlDecode(text.ToString()));
    }
}
