using System.Text.RegularExpressions;
using FeedApi.Tests.Content;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Api.OpenApi.Workload;

/// <summary>
/// Nothing tells of posts that are not published: a site with drafts, future and expired posts answers every generated request like the
/// same site without them.
/// </summary>
public sealed partial class HiddenPostTests
{
    private const int Requests = 3_000;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_site_with_hidden_posts_answers_like_one_without_them()
    {
        await using var with = await StartAsync(content => Hide(Fill(content)));
        await using var without = await StartAsync(content => Fill(content));
        var generator = new RequestGenerator(await with.JsonAsync("/openapi.json"), Known, new Random(45));
        for (var number = 0; number < Requests; number++)
        {
            var (path, address, _) = generator.Next();
            // Sequences, generations and rows are those of an index; which articles there are is compared by the other addresses.
            if (path == "/api/v1/changes" || address.Contains("random=", StringComparison.Ordinal)) continue;
            Assert.Equal(await AnswerAsync(without, address), await AnswerAsync(with, address));
        }

        Assert.Equal(await ChangedAsync(without), await ChangedAsync(with));
    }

    private static Dictionary<string, string[]> Known { get; } = new(StringComparer.Ordinal)
    {
        ["id"] = ["2024-02-03-post-3", "2024-02-20-secret-draft", "2999-01-01-secret-future", "2024-02-21-secret-unpublished"],
        ["ids"] = ["2024-02-03-post-3,2024-02-20-secret-draft", "2999-01-01-secret-future"],
        ["url"] = ["/articles/2024-02-20-secret-draft", "/articles/2024-02-04-post-4"],
        ["categories"] = ["news", "Secret", "c1"],
        ["tags"] = ["t0", "hush"],
        ["authors"] = ["Ann", "Mole"],
        ["category"] = ["news", "secret", "-secret", "c1,c2"],
        ["tag"] = ["t1", "hush", "-hush"],
        ["author"] = ["ann", "mole"],
        ["lang"] = ["en", "zh", "fr"],
        ["q"] = ["tide", "secret", "\"secret post\"", "-secret tide"],
        ["from"] = ["2024-02-10", "2998-01-01"],
        ["to"] = ["2024-02-25", "3000-01-01"],
        ["updated_since"] = ["2024-02-15", "2999-01-01"],
        ["group_by"] = ["day", "category", "tag", "author"],
        ["has"] = ["image", "ai", "-image"],
    };

    private static ContentFolder Fill(ContentFolder content)
    {
        content.With("_config.yml", "title: T\ntimezone: Asia/Shanghai\nfeedapi: {fields: {code: text}, dedupe: true}\n");
        for (var day = 1; day <= 9; day++)
        {
            content.With(
                $"_posts/2024-02-0{day}-post-{day}.md",
                $"---\ntitle: Tide {day}\ncategories: [News, c{day % 3}]\ntags: [t{day % 2}]\nauthor: Ann\ncode: {day}\n---\n"
                    + $"The tide of day {day}.\n");
        }

        return content;
    }

    private static void Hide(ContentFolder content) => content
        .With("_posts/2024-02-20-secret-draft.md", Post("draft: true"))
        .With("_posts/2024-02-21-secret-unpublished.md", Post("published: false"))
        .With("_posts/2024-02-22-secret-expired.md", Post("expiryDate: 2024-03-01"))
        .With("_posts/2999-01-01-secret-future.md", Post("code: 99"));

    private static string Post(string field) =>
        $"---\ntitle: Secret post\ncategory: Secret\ntags: [hush, t1]\nauthor: Mole\nlang: fr\nai: generated\n{field}\n---\n"
        + "A secret tide.\n";

    private static async Task<TestSite> StartAsync(Action<ContentFolder> fill)
    {
        var site = new TestSite();
        fill(site.Content);
        await site.StartAsync();
        return site;
    }

    // With everything that a client can compare, but for the times of the two servers.
    private static async Task<string> AnswerAsync(TestSite site, string address)
    {
        using var response = await site.GetAsync(address);
        var body = await response.Content.ReadAsStringAsync(Token);
        return $"{address} {(int)response.StatusCode} {response.Content.Headers.ContentType} {Moments().Replace(body, "")}";
    }

    private static async Task<string> ChangedAsync(TestSite site)
    {
        var changes = (await site.JsonAsync("/api/v1/changes?limit=500"))["data"]!.AsArray();
        return string.Join('\n', changes.Select(change => $"{change!["type"]} {change["id"]} {change["article"]!.ToJsonString()}").Order());
    }

    [GeneratedRegex("<lastBuildDate>[^<]*</lastBuildDate>|<dateCreated>[^<]*</dateCreated>")]
    private static partial Regex Moments();
}
