using System.Text.Json;
using System.Text.Json.Nodes;
using FeedApi.Tests.Docs;
using FeedApi.Tests.Feeds.Validators;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Api.OpenApi.Workload;

/// <summary>Ten thousand generated requests: every answer is one that the description tells of.</summary>
public sealed class ContractTests
{
    private const int Requests = 10_000;
    private const string Schemas = "tests/FeedApi.Tests/Commands/Check/Schemas";

    private const string Validator = "tests/FeedApi.Tests/Api/OpenApi/Workload/validate.mjs";

    private static readonly string[] Rare = [" 401", " 429", " 503", " default"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_answer_is_valid_by_the_description()
    {
        if (!Directory.Exists(Path.Combine(Repository.PathOf(Schemas), "node_modules")))
            Assert.Skip($"Install nodejs and npm, and run npm ci in {Schemas}.");
        await using var site = await StartAsync();
        var folder = Directory.CreateTempSubdirectory("feedapi-contract-").FullName;
        try
        {
            var description = await site.TextAsync("/openapi.json");
            await File.WriteAllTextAsync(Path.Combine(folder, "api.json"), description, Token);
            await AskAsync(site, JsonNode.Parse(description)!, Path.Combine(folder, "answers"));

            var result = await ExternalTool.RunAsync(
                "node",
                [Repository.PathOf(Validator), Path.Combine(folder, "api.json"), Path.Combine(folder, "answers")],
                "Install nodejs.");

            Assert.True(result.ExitCode == 0, result.Output + result.Errors);
            // What cannot be brought about from outside in a moment has tests of its own: a quota, a server that is busy, streams, and a
            // token of an index that was deleted.
            var unseen = result.Output.Split("unseen: ")[1].Split(", ", StringSplitOptions.TrimEntries)
                .Where(each => !Rare.Any(status => each.EndsWith(status, StringComparison.Ordinal)))
                .Where(each => !each.StartsWith("/api/v1/events ", StringComparison.Ordinal) && each != "/api/v1/changes 410");
            Assert.Empty(unseen);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<TestSite> StartAsync()
    {
        var site = new TestSite();
        site.Content.With(
            "_config.yml",
            "title: 潮汐\ntimezone: Asia/Shanghai\nlang: zh-CN\nfeedapi: {fields: {code: text}}\ndefaults: [{values: {author: ann}}]\n");
        for (var day = 1; day <= 28; day++)
        {
            site.Content.With($"_posts/2024-02-{day:00}-post-{day}.md", $$"""
                ---
                title: 第 {{day}} 篇 tide
                categories: [{{(day % 2 == 0 ? "News" : "海 事")}}, c{{day % 5}}]
                tags: [t{{day % 3}}]
                author: {{(day % 4 == 0 ? "Bo" : "Ann")}}
                lang: {{(day % 3 == 0 ? "en" : "zh-CN")}}
                code: {{day}}
                extra: {deep: [1, {a: null}], text: x}
                image: {{(day % 2 == 0 ? "/a.png" : "")}}
                enclosure: {{(day % 7 == 0 ? "{url: /a.mp3, type: audio/mpeg, length: 4}" : "")}}
                ---
                Text 文字 {{day}}.
                """);
        }

        site.Content.With("a.png", "x").With("a.mp3", "1234").With("_posts/2024-03-01-deleted.md", "---\ntitle: D\n---\nD\n");
        await site.StartAsync();
        File.Delete(Path.Combine(site.Content.Path, "_posts/2024-03-01-deleted.md"));
        await TestSite.UntilAsync(
            async () => (int)(await site.GetAsync("/api/v1/articles/2024-03-01-deleted")).StatusCode == 410, "it is deleted");
        return site;
    }

    private static async Task AskAsync(TestSite site, JsonNode description, string file)
    {
        var generator = new RequestGenerator(description, await KnownAsync(site), new Random(21));
        await using var answers = new StreamWriter(file);
        for (var number = 0; number < Requests; number++)
        {
            var (path, address, isConditional) = generator.Next();
            using var first = await AskAsync(site, address, null, answers, path);
            // 304 for what is current, and 412 for what should be another.
            if (!isConditional || first.Headers.ETag is not { } etag) continue;
            using var second = await AskAsync(site, address, ("If-None-Match", etag.ToString()), answers, path);
            using var third = await AskAsync(site, address, ("If-Match", "\"another\""), answers, path);
        }
    }

    private static async Task<HttpResponseMessage> AskAsync(
        TestSite site, string address, (string Name, string Value)? field, StreamWriter answers, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (field is var (name, value)) request.Headers.TryAddWithoutValidation(name, value);
        var response = await site.Client.SendAsync(request, Token);
        var body = await response.Content.ReadAsStringAsync(Token);
        await answers.WriteLineAsync(JsonSerializer.Serialize(new
        {
            path,
            address,
            method = "get",
            status = (int)response.StatusCode,
            type = response.Content.Headers.ContentType?.ToString() ?? "",
            fields = response.Headers.Concat(response.Content.Headers).Select(each => each.Key.ToLowerInvariant()),
            body = body.Length == 0 ? null : body,
        }));
        return response;
    }

    private static async Task<Dictionary<string, string[]>> KnownAsync(TestSite site)
    {
        var ids = await site.IdsAsync("?limit=100");
        var first = await site.JsonAsync("/api/v1/articles?limit=3");
        var changes = await site.JsonAsync("/api/v1/changes?limit=3");
        return new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["id"] = [.. ids, "2024-03-01-deleted"],
            ["ids"] = [.. ids.Take(3), string.Join(',', ids.Take(5))],
            ["url"] = ["/articles/2024-02-03-post-3", "https://example.org/articles/2024-02-04-post-4"],
            ["categories"] = ["News", "news", "海-事", "c1"],
            ["tags"] = ["t0", "T1"],
            ["authors"] = ["Ann", "bo"],
            ["category"] = ["news", "c1,c2", "-news", "海-事"],
            ["tag"] = ["t1", "-t2"],
            ["author"] = ["ann", "bo,ann"],
            ["lang"] = ["en", "zh", "zh,-zh-tw"],
            ["q"] = ["tide", "文字", "\"第 3\"", "-tide 文"],
            ["from"] = ["2024-02-10", "2024-02-10T00:00:00Z"],
            ["to"] = ["2024-02-20", "2024-02-20T00:00:00+08:00"],
            ["updated_since"] = ["2024-02-20", "2030-01-01"],
            ["cursor"] = [new Uri((string)first["page"]!["next"]!).Query.Split("cursor=")[1]],
            ["since"] = [(string)changes["page"]!["token"]!],
        };
    }
}
