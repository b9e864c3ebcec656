using System.Text.Json;

namespace FeedApi.Benchmarks.Fidelity;

/// <summary>What a generator makes of a site: what FeedApi is compared with.</summary>
/// <param name="Generator">Its name.</param>
/// <param name="Posts">All that it publishes, by path.</param>
/// <param name="Notes">What it could not do, one line each.</param>
internal sealed record ExpectedSite(string Generator, IReadOnlyDictionary<string, ExpectedPost> Posts, IReadOnlyList<string> Notes)
{
    /// <summary>Files that it stopped at, so that nobody knows what it makes of them: paths like those of posts.</summary>
    public IReadOnlyList<string> Refused { get; init; } = [];

    /// <summary>What was kept in a file; when there is none, what the generator makes, which is kept there.</summary>
    /// <param name="file">Null: nothing is kept.</param>
    /// <param name="run">Runs the generator, which may take minutes.</param>
    public static async Task<ExpectedSite> KeptAsync(string? file, Func<Task<ExpectedSite>> run)
    {
        if (file is not null && File.Exists(file)) return JsonSerializer.Deserialize<ExpectedSite>(await File.ReadAllTextAsync(file))!;
        var site = await run();
        if (file is not null) await File.WriteAllTextAsync(file, JsonSerializer.Serialize(site));
        return site;
    }

    /// <summary>Jekyll over a site, without its plugins, theme and layouts.</summary>
    /// <exception cref="InvalidOperationException">Jekyll failed; the message is what it printed.</exception>
    public static async Task<ExpectedSite> OfJekyllAsync(string folder)
    {
        var posts = await JekyllPost.ReadAllAsync(folder);
        var failures = posts.Values.Where(post => post.Failure is not null)
            .GroupBy(post => post.Failure)
            .OrderByDescending(group => group.Count())
            .Select(group => $"{group.Count()} bodies not rendered by Jekyll: {group.Key}");
        return new ExpectedSite("Jekyll", posts.ToDictionary(pair => pair.Key, pair => Of(pair.Value)), [.. failures]);
    }

    private static ExpectedPost Of(JekyllPost post) => new()
    {
        Path = post.Path,
        Url = Uri.UnescapeDataString(post.Url),
        Id = Uri.UnescapeDataString(post.Id),
        Title = post.Title,
        Date = post.Date,
        Categories = post.Categories,
        Tags = post.Tags,
        Languages = post.Lang is { Length: > 0 } language ? [language] : [],
        Excerpt = post.Failure is null ? post.Excerpt : null,
        Html = post.Failure is null ? post.Html : null,
    };
}
