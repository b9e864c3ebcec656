using FeedApi.Catalog;
using FeedApi.Commands;
using FeedApi.Model;
using FeedApi.Queries;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FeedApi.Benchmarks.Fidelity;

/// <summary>What the whole server publishes of a site, collisions of names and addresses resolved.</summary>
/// <param name="Articles">By source path.</param>
/// <param name="Problems">All, by file and line.</param>
internal sealed record ServedSite(IReadOnlyDictionary<string, Article> Articles, IReadOnlyList<Problem> Problems)
{
    /// <summary>Serves a folder from a new index until all of it is published, and reads every article.</summary>
    public static async Task<ServedSite> ReadAsync(string folder)
    {
        var data = Directory.CreateTempSubdirectory("feedapi-fidelity-").FullName;
        try
        {
            // Development: a site without an address of its own is served too.
            string[] arguments = ["--content", folder, "--data", data, "--urls", "http://127.0.0.1:0", "--environment", "Development"];
            await using var server = FeedServer.Create(arguments, builder => builder.Logging.ClearProviders());
            await server.StartAsync();
            await IndexedAsync(server);
            await using var snapshot = await server.Services.GetRequiredService<IArticleReader>().OpenSnapshotAsync(CancellationToken.None);
            var served = new ServedSite(await AllAsync(snapshot), await snapshot.ListProblemsAsync(CancellationToken.None));
            await server.StopAsync();
            return served;
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    // The fingerprint is written after the first complete scan.
    private static async Task IndexedAsync(WebApplication server)
    {
        var sources = server.Services.GetRequiredService<ISourceIndex>();
        while (await sources.ReadFingerprintAsync(CancellationToken.None) is null) await Task.Delay(50);
    }

    private static async Task<IReadOnlyDictionary<string, Article>> AllAsync(IArticleSnapshot snapshot)
    {
        var articles = new Dictionary<string, Article>(StringComparer.Ordinal);
        var query = new ArticleQuery { Limit = ArticleQuery.MaxLimit, Bodies = ArticleBodies.Html | ArticleBodies.PageHtml };
        for (var hasMore = true; hasMore;)
        {
            var page = await snapshot.ListAsync(query, CancellationToken.None);
            foreach (var article in page.Articles) articles[article.SourcePath] = article;
            query = query with { Position = page.Next };
            hasMore = page.Next is not null;
        }

        return articles;
    }
}
