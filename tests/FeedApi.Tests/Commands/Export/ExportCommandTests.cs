using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FeedApi.Tests.Content;
using FeedApi.Tests.Docs;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Commands.Export;

public sealed partial class ExportCommandTests : IDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), "feedapi-export-" + Guid.NewGuid().ToString("n"));
    private readonly ContentFolder content = new();
    private string address = "https://example.org";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Out => Path.Combine(folder, "out");

    public void Dispose()
    {
        content.Dispose();
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task The_sample_site_as_files_is_what_the_server_answers()
    {
        CopySample();

        await ExportAsync();

        await AssertServedAlikeAsync(atLeast: 600);
    }

    [Fact]
    public async Task Lists_and_feeds_lead_through_all_their_parts_without_a_program()
    {
        FillWithPosts(230);

        await ExportAsync("--compress");

        await AssertServedAlikeAsync(atLeast: 600);
        var site = Path.Combine(Out, "current", "site");
        Assert.Equal(230, Walk(site, "feed.json", "items", "next_url").Distinct().Count());
        Assert.Equal(230, Walk(site, "api/v1/articles.json", "data", "page.next").Count);
    }

    // What an export makes of the former one is what it makes of nothing.
    [Fact]
    public async Task An_export_after_changes_equals_one_that_begins_anew()
    {
        FillWithPosts(230);
        await ExportAsync();
        // With nothing to do, so that the next one cannot begin anew.
        await ExportAsync();

        content.With("_posts/2025-01-01-new.md", "---\ntitle: New\ncategories: [c1, fresh]\n---\nnew\n");
        content.With(NameOf(17), "---\ntitle: Changed\ncategories: [c2]\n---\nchanged\n");
        File.Delete(content.Full(NameOf(40)));
        File.Delete(content.Full("assets/a.txt"));
        content.With("assets/b.txt", "b");
        var report = await ExportAsync();

        Assert.InRange(WrittenOf(report), 10, 150);
        var afterwards = EntriesOf(Out);
        var anew = Path.Combine(folder, "anew");
        await ExportToAsync(anew);
        Assert.Equal(EntriesOf(anew), afterwards);
        await AssertServedAlikeAsync(atLeast: 600);
        AssertWhole(Path.Combine(Out, "a"));
        AssertWhole(Path.Combine(Out, "b"));
    }

    [Fact]
    public async Task Nothing_is_written_when_nothing_has_changed_and_everything_when_settings_have()
    {
        FillWithPosts(60);
        await ExportAsync();
        Assert.Equal(0, WrittenOf(await ExportAsync()));

        content.With("_config.yml", "title: Another\n");
        await ExportAsync();

        Assert.Contains("Another", File.ReadAllText(Path.Combine(Out, "current/site/feed.rss")), StringComparison.Ordinal);
        await AssertServedAlikeAsync(atLeast: 150);
    }

    [Fact]
    public async Task Former_addresses_lead_on()
    {
        content.With("_config.yml", "permalink: /:title/\n");
        content.With("_posts/2024-01-01-x.md", "---\ntitle: X\npermalink: /old/\nredirect_from: /older.html\n---\nx\n");
        await ExportAsync();
        content.With("_posts/2024-01-01-x.md", "---\ntitle: X\npermalink: /new/\nredirect_from: /older.html\n---\nx\n");
        await ExportAsync();

        var site = Path.Combine(Out, "current", "site");
        Assert.Equal(
            [
                "/docs https://example.org/docs/index.html 301", "/old/ https://example.org/new/ 301",
                "/older.html https://example.org/new/ 301",
            ],
            File.ReadAllLines(Path.Combine(site, "_redirects")));
        Assert.Contains("url=https://example.org/new/\"", File.ReadAllText(Path.Combine(site, "old/index.html")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_withdrawn_from_the_server_is_not_exported()
    {
        FillWithPosts(3);
        await using var site = new TestSite();
        foreach (var number in (int[])[0, 1, 2]) site.Content.With(NameOf(number), File.ReadAllText(content.Full(NameOf(number))));
        await site.StartAsync();
        using var answer = await site.Management.PostAsync("/api/v1/withdraw/2024-01-02-post-1", null, Token);
        Assert.True(answer.IsSuccessStatusCode);

        var run = await ProgramRun.OfAsync(
            ["export", "--content", content.Path, "--data", site.Data, "--out", Out, "--base-url", "https://example.org"]);

        Assert.Equal(0, run.Code);
        Assert.False(File.Exists(Path.Combine(Out, "current/site/api/v1/articles/2024-01-02-post-1.json")));
        Assert.True(File.Exists(Path.Combine(Out, "current/site/api/v1/articles/2024-01-03-post-2.json")));
    }

    [Fact]
    public async Task A_site_below_a_path_lies_below_it_as_files_too()
    {
        FillWithPosts(30);
        address = "https://example.org/blog";

        await ExportAsync();

        await AssertServedAlikeAsync(atLeast: 80);
        Assert.True(File.Exists(Path.Combine(Out, "current/site/blog/feed.rss")));
    }

    // Compressed by its author, and not a copy of ours.
    [Fact]
    public async Task A_compressed_file_of_the_site_is_kept_beside_what_it_is_of()
    {
        content.With(
            "_posts/2024-01-01-x.md",
            "---\ntitle: X\ntags: [" + new string('潮', 83) + "]\n---\n[d](/assets/d.csv) [z](/assets/d.csv.gz)\n");
        content.With("assets/d.csv", new string('a', 2_000)).With("assets/d.csv.gz", "as the author made it");
        for (var run = 0; run < 2; run++)
        {
            // The address of that tag is too long for a file: it is told, and hurts nothing else.
            var export = await ProgramRun.OfAsync(["export", "--content", content.Path, "--out", Out, "--compress"]);
            Assert.Equal(1, export.Code);
            Assert.Contains("The public address is unknown", export.Errors[0], StringComparison.Ordinal);
            Assert.All(export.Errors.Skip(1), line => Assert.Contains("no file can have that name", line, StringComparison.Ordinal));
            AssertWhole(Path.Combine(Out, "current"));
            Assert.Equal("as the author made it", File.ReadAllText(Path.Combine(Out, "current/site/assets/d.csv.gz")));
            content.With("assets/d.csv", new string('b', 2_000));
        }
    }

    [Fact]
    public async Task A_folder_inside_the_posts_is_refused_before_anything_is_made()
    {
        content.With("_posts/2024-01-01-x.md", "---\ntitle: X\n---\nx\n");

        var run = await ProgramRun.OfAsync(["export", "--content", content.Path, "--out", content.Full("public")]);

        Assert.Equal(2, run.Code);
        Assert.Contains("--out is", Assert.Single(run.Errors), StringComparison.Ordinal);
        Assert.False(Directory.Exists(content.Full("public")));
    }

    [Fact]
    public async Task A_folder_with_other_files_is_left_alone()
    {
        content.With("_posts/2024-01-01-x.md", "---\ntitle: X\n---\nx\n");
        Directory.CreateDirectory(Out);
        File.WriteAllText(Path.Combine(Out, "mine.txt"), "mine");

        var run = await ProgramRun.OfAsync(["export", "--content", content.Path, "--out", Out]);

        Assert.Equal(2, run.Code);
        Assert.Contains($"--out is {Out}, a folder with other files", Assert.Single(run.Errors), StringComparison.Ordinal);
        Assert.Equal(["mine.txt"], Directory.EnumerateFileSystemEntries(Out).Select(Path.GetFileName));
    }

    // An article may have the address of a file in another's folder: "/a" and "/a/b" are, as files, "a.html" and "a/b.html".
    [Fact]
    public async Task What_has_no_place_among_files_is_told()
    {
        content.With("_posts/2024-01-01-x.md", "---\ntitle: X\npermalink: /x\n---\nx\n");
        content.With("_posts/2024-01-02-y.md", "---\ntitle: Y\npermalink: /x.html/y.html\n---\ny\n");

        var run = await ProgramRun.OfAsync(["export", "--content", content.Path, "--out", Out, "--base-url", address]);

        Assert.Equal(1, run.Code);
        Assert.Contains("/x", Assert.Single(run.Errors), StringComparison.Ordinal);
    }

    private Task<ProgramRun> ExportAsync(params string[] more) => ExportToAsync(Out, more);

    private async Task<ProgramRun> ExportToAsync(string to, params string[] more)
    {
        // Nothing of a server that was there before.
        var data = Path.Combine(folder, "no-data");
        var run = await ProgramRun.OfAsync(
            ["export", "--content", content.Path, "--data", data, "--out", to, "--base-url", address, .. more]);
        Assert.Empty(run.Errors);
        Assert.Equal(0, run.Code);
        AssertWhole(Path.Combine(to, "current"));
        return run;
    }

    private static int WrittenOf(ProgramRun run) =>
        int.Parse(run.Output.Split(": ")[^1].Split(' ')[0], CultureInfo.InvariantCulture);

    private void CopySample()
    {
        var sample = Repository.PathOf("content");
        foreach (var file in Directory.EnumerateFiles(sample, "*", SearchOption.AllDirectories))
            content.With(Path.GetRelativePath(sample, file), File.ReadAllBytes(file));
    }

    private void FillWithPosts(int count)
    {
        content.With("_config.yml", "title: Site\n");
        content.With("assets/a.txt", "a");
        for (var number = 0; number < count; number++)
        {
            content.With(
                NameOf(number),
                $"---\ntitle: Post {number}\ncategories: [c{number % 3}]\ntags: [每日]\nauthor: Ann\n---\n{number} & more <b>x</b>\n");
        }
    }

    private static string NameOf(int number) =>
        string.Create(
            CultureInfo.InvariantCulture, $"_posts/{new DateOnly(2024, 1, 1).AddDays(number):yyyy-MM-dd}-post-{number}.md");

    private static JsonObject ManifestOf(string tree) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(tree, "manifest.json")))!.AsObject();

    private static List<string> EntriesOf(string export) =>
    [
        .. ManifestOf(Path.Combine(export, "current"))["entries"]!.AsArray()
            .Where(entry => !((string)entry!["path"]!).Contains("-archive-", StringComparison.Ordinal))
            .Select(entry => $"{entry!["path"]} {entry["file"]} {entry["type"]} {HashOf(export, (string)entry["file"]!)}"),
    ];

    private static string HashOf(string export, string file) =>
        Convert.ToHexStringLower(SHA256.HashData(WithoutHistory(File.ReadAllBytes(Path.Combine(export, "current", "site", file)))));

    // Only an index that had the article knows that it is deleted, or changed, and since when. Archives end where they ended when they were
    // full.
    private static byte[] WithoutHistory(byte[] document) =>
        Encoding.Latin1.GetBytes(History().Replace(Encoding.Latin1.GetString(document), ""));

    [GeneratedRegex("<at:deleted-entry[^>]*/>|\\s*xmlns:at=\"[^\"]*\"|-archive-[^.]*|\"changed\":\"[^\"]*\",|<lastmod>[^<]*</lastmod>")]
    private static partial Regex History();

    private static void AssertWhole(string tree)
    {
        foreach (var entry in ManifestOf(tree)["entries"]!.AsArray())
        {
            var bytes = File.ReadAllBytes(Path.Combine(tree, "site", (string)entry!["file"]!));
            Assert.Equal((string)entry["sha256"]!, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        }
    }

    // Every address of the manifest, as the server answers it and as nginx does.
    private async Task AssertServedAlikeAsync(int atLeast)
    {
        await using var site = new TestSite { Arguments = ["--Site:Url", address, "--Pages:Search", "false"] };
        foreach (var file in Directory.EnumerateFiles(content.Path, "*", SearchOption.AllDirectories))
            site.Content.With(Path.GetRelativePath(content.Path, file), File.ReadAllBytes(file));
        // The same archives and deletions.
        Directory.CreateDirectory(site.Data);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Out, ".index")))
            File.Copy(file, Path.Combine(site.Data, Path.GetFileName(file)));
        await site.StartAsync();
        var tree = Path.Combine(Out, "current");
        await using var nginx = await Nginx.StartAsync(tree, "http://example.org");
        var manifest = ManifestOf(tree);
        var links = manifest["links"]!.AsObject().Select(link => (From: link.Key, To: (string)link.Value!)).ToList();
        var entries = manifest["entries"]!.AsArray().Where(entry => entry!["status"] is null).ToList();
        Assert.True(entries.Count >= atLeast, string.Create(CultureInfo.InvariantCulture, $"only {entries.Count}"));
        foreach (var entry in entries)
        {
            var path = (string)entry!["path"]!;
            using var live = await site.Client.GetAsync((string?)entry["source"] ?? path, Token);
            using var file = await nginx.Client.GetAsync(path, Token);
            Assert.Equal((path, HttpStatusCode.OK, HttpStatusCode.OK), (path, live.StatusCode, file.StatusCode));
            Assert.Equal((path, live.Content.Headers.ContentType?.ToString()), (path, file.Content.Headers.ContentType?.ToString()));
            // Bytes as characters, whatever they are.
            var answer = Encoding.Latin1.GetString(await live.Content.ReadAsByteArrayAsync(Token));
            var expected = links.Aggregate(answer, (text, link) => Replace(text, link.From, link.To));
            Assert.Equal($"{path}: {expected}", $"{path}: {Encoding.Latin1.GetString(await file.Content.ReadAsByteArrayAsync(Token))}");
        }
    }

    // The whole of an address, as written in XML, HTML or JSON, and not the beginning of a longer one.
    private static string Replace(string text, string from, string to)
    {
        for (var at = text.IndexOf(from, StringComparison.Ordinal); at >= 0; at = text.IndexOf(from, at + 1, StringComparison.Ordinal))
        {
            if (at + from.Length < text.Length && "\"'<>\\ \n".Contains(text[at + from.Length], StringComparison.Ordinal))
                text = text[..at] + to + text[(at + from.Length)..];
        }

        return text;
    }

    private static List<string> Walk(string site, string first, string items, string next)
    {
        List<string> ids = [];
        for (var file = first; ;)
        {
            var document = JsonNode.Parse(File.ReadAllText(Path.Combine(site, file)))!;
            ids.AddRange(document[items]!.AsArray().Select(item => (string)item!["id"]!));
            var link = next.Split('.').Aggregate((JsonNode?)document, (node, name) => node?[name]);
            if (link is null) return ids;
            file = ((string)link!)["https://example.org/".Length..];
            if (!file.EndsWith(".json", StringComparison.Ordinal)) file += ".json";
        }
    }
}
