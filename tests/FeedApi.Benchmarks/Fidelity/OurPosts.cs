using FeedApi.Content;
using FeedApi.Content.Files;
using FeedApi.Content.Posts;
using FeedApi.Model;
using FeedApi.Rendering;
using FeedApi.Site;

namespace FeedApi.Benchmarks.Fidelity;

/// <summary>What FeedApi makes of a site: each post on its own, before the catalog settles collisions.</summary>
internal static class OurPosts
{
    /// <summary>The articles that are published now, by path, and every problem.</summary>
    /// <param name="folder">The site.</param>
    /// <param name="cutsExcerpts">True: every summary is cut out of the body, although the front matter may have one.</param>
    public static (IReadOnlyDictionary<string, Article> Articles, IReadOnlyList<Problem> Problems) Read(
        string folder, bool cutsExcerpts = false)
    {
        // Jekyll's ids are compared whether or not the site uses jekyll-feed.
        var site = SiteReader.Read(folder, null, provisionalUrl: "http://localhost:5000");
        if (site.IsJekyll) site = site with { GuidStyle = GuidStyle.Jekyll };
        var (reader, renderer) = (new PostReader(site), new ArticleRenderer(site));
        var articles = new Dictionary<string, Article>(StringComparer.Ordinal);
        var listing = new PostFiles(site).List(CancellationToken.None);
        List<Problem> problems = [.. listing.Problems];
        foreach (var file in listing.Files)
        {
            var reading = reader.Read(file, CancellationToken.None);
            problems.AddRange(reading.Problems);
            if (reading.Post is not { IsHidden: false } post || (!site.ShowsFuture && post.Published > TimeProvider.System.GetUtcNow()))
                continue;
            var rendering = renderer.Render(cutsExcerpts ? post with { Summary = null } : post);
            problems.AddRange(rendering.Problems);
            if (rendering.Article is { } article) articles[file.Path] = article;
        }

        return (articles, problems);
    }

    /// <summary>The part of a guid after the site's address: Jekyll's id.</summary>
    public static string IdOf(Article article) =>
        Uri.TryCreate(article.Guid, UriKind.Absolute, out var address) && address.Scheme.StartsWith("http", StringComparison.Ordinal)
            ? Uri.UnescapeDataString(address.AbsolutePath)
            : article.Guid;
}
