using System.Diagnostics;
using FeedApi.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;
using Xunit;

namespace FeedApi.Tests.Feeds.Aliases;

/// <summary>A site that Jekyll served and FeedApi takes over at the same address: a reader notices nothing.</summary>
public sealed class MigrationTests : IAsyncLifetime
{
    private static readonly string[] Feeds = ["/feed.xml", "/feed/news.xml"];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("feedapi-migration-");
    private readonly HeldPort port = new();
    private readonly string address;
    private readonly TestSite site;

    // One server after the other binds the port while it is held.
    public MigrationTests()
    {
        address = port.Url;
        site = new TestSite { Arguments = ["--Site:Url", address, "--urls", address] };
    }

    private string Cache => Path.Combine(folder.FullName, "cache.db");

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        port.Dispose();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Newsboat_shows_no_new_and_no_lost_item()
    {
        if (!OperatingSystem.IsLinux())
            Assert.Skip("Two servers in a row share a port that is held meanwhile, which only Linux lets them.");
        if (!IsInstalled("jekyll") || !HasJekyllFeed())
            Assert.Skip("Install jekyll and ruby-jekyll-feed to build the site that is taken over.");
        if (!IsInstalled("newsboat")) Assert.Skip("Install newsboat to read both feeds.");
        WriteSite();
        await RunAsync(
            "jekyll", "build", "--quiet", "--source", site.Content.Path, "--destination", Path.Combine(folder.FullName, "built"));
        await File.WriteAllLinesAsync(
            Path.Combine(folder.FullName, "urls"), Feeds.Select(feed => address + feed), TestContext.Current.CancellationToken);

        await using (var jekyll = await ServeFilesAsync(Path.Combine(folder.FullName, "built"))) await ReloadAsync();
        var before = Read("SELECT guid || ' ' || url || ' ' || title FROM rss_item ORDER BY 1");
        Assert.Equal(13, before.Count);
        Run("UPDATE rss_item SET unread = 0");

        await site.StartAsync();
        await ReloadAsync();

        Assert.Equal(before, Read("SELECT guid || ' ' || url || ' ' || title FROM rss_item ORDER BY 1"));
        Assert.Empty(Read("SELECT guid FROM rss_item WHERE unread = 1"));
    }

    private void WriteSite()
    {
        site.Content.With(
            "_config.yml",
            $"title: Tides\nurl: {address}\nplugins: [jekyll-feed]\ntimezone: Asia/Shanghai\npermalink: date\nfeed:\n"
                + "  categories: [news]\n");
        site.Content.With("_posts/2024-01-01-first-light.md", "---\ntitle: First light\ncategories: news\n---\nText.\n");
        site.Content.With("_posts/2024-01-02-Mixed-Case.md", "---\ntitle: Mixed\ncategories: [News, sea (east)]\n---\nText.\n");
        site.Content.With("_posts/2024-01-03-三.md", "---\ntitle: 三 & 四\ncategory: news\ndate: 2024-01-03 10:00:00 +0800\n---\n第三篇。\n");
        site.Content.With("_posts/2024-1-4-short.markdown", "---\ntitle: Short date\n---\nText.\n");
        site.Content.With("_posts/2024-01-05-own.md", "---\ntitle: Own address\npermalink: /own/:title/\ncategories: news\n---\nText.\n");
        for (var day = 1; day <= 9; day++)
            site.Content.With($"_posts/2023-12-0{day}-older.md", $"---\ntitle: Older {day}\ncategories: news\n---\nText.\n");
        site.Content.With("above/_posts/2024-01-06-below.md", "---\ntitle: Below\ncategories: y\n---\nText.\n");
    }

    private async Task ReloadAsync()
    {
        var settings = Path.Combine(folder.FullName, "config");
        await File.WriteAllTextAsync(settings, "", TestContext.Current.CancellationToken);
        await RunAsync("newsboat", "-u", Path.Combine(folder.FullName, "urls"), "-c", Cache, "-C", settings, "-x", "reload");
    }

    private async Task<WebApplication> ServeFilesAsync(string root)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls(address);
        builder.Logging.ClearProviders();
        var server = builder.Build();
        server.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(root) });
        await server.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    private List<string> Read(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Cache};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var rows = command.ExecuteReader();
        List<string> values = [];
        while (rows.Read()) values.Add(rows.GetString(0));
        return values;
    }

    private void Run(string sql) => Assert.Empty(Read(sql));

    private async Task RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["HOME"] = folder.FullName;
        start.Environment["LC_ALL"] = "C.UTF-8";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"{program}: {errors}{await output}");
    }

    private static bool IsInstalled(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(path => File.Exists(Path.Combine(path, program)));

    private static bool HasJekyllFeed() =>
        Directory.Exists("/usr/share/rubygems-integration")
        && Directory.EnumerateFiles("/usr/share/rubygems-integration", "jekyll-feed-*.gemspec", SearchOption.AllDirectories).Any();
}
