using System.Net;
using FeedApi.Content;
using FeedApi.Content.Posts;
using FeedApi.Model;
using FeedApi.Rendering;
using FeedApi.Site;
using Xunit;

namespace FeedApi.Tests.Rendering.Liquid;

/// <summary>The site in the folder <c>jekyll</c>, whose post of April 2022 the templates of these tests stand in.</summary>
internal static class JekyllSite
{
    private const string Open = "<pre>[";
    private const string Close = "]</pre>";

    private static readonly SiteConfig Site = SiteReader.Read(
        Path.Combine(AppContext.BaseDirectory, "Rendering", "Liquid", "jekyll"), null, provisionalUrl: null);
    private static readonly ArticleRenderer Renderer = new(Site);

    /// <summary>The post without its body.</summary>
    public static Post Post { get; } = ReadPost();

    /// <summary>The body of an article as HTML, and the problems.</summary>
    public static (string Html, IReadOnlyList<Problem> Problems) RenderHtml(string template, PostFormat format = PostFormat.Html)
    {
        var rendering = Renderer.Render(Post with { Body = template, Format = format });
        Assert.NotNull(rendering.Article);
        return (rendering.Article.Html, rendering.Problems);
    }

    /// <summary>What a template writes, to the letter, and the problems.</summary>
    public static (string Text, IReadOnlyList<Problem> Problems) Render(string template)
    {
        var (html, problems) = RenderHtml(
            $"{Open}{{% capture everything %}}{template}{{% endcapture %}}{{{{ everything | xml_escape }}}}{Close}");
        Assert.StartsWith(Open, html.Trim(), StringComparison.Ordinal);
        return (WebUtility.HtmlDecode(html.Trim()[Open.Length..^Close.Length]), problems);
    }

    private static Post ReadPost()
    {
        var reading = new PostReader(Site).Read(new PostFile("_posts/2022-04-19-spring-tide.md", 0, 0), CancellationToken.None);
        return reading.Post ?? throw new InvalidOperationException("The post is held.");
    }
}
