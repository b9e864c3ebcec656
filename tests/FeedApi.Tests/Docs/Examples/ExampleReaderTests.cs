using FeedApi.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;
using Xunit;

namespace FeedApi.Tests.Docs.Examples;

/// <summary>docs/examples/reader in a browser, on another origin than the server that it reads.</summary>
public sealed class ExampleReaderTests : IAsyncDisposable
{
    private const string Folder = "docs/examples/reader";
    private const string Script = Folder + "/reader.js";
    private const int MaxLines = 100;

    private readonly WebApplication files = FilesOf(Repository.PathOf(Folder));
    private Chromium browser = null!;
    private TestSite site = null!;

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        if (site is not null) await site.DisposeAsync();
        await files.DisposeAsync();
    }

    [Fact]
    public void Script_keeps_to_100_lines() => Assert.InRange(File.ReadLines(Repository.PathOf(Script)).Count(), 1, MaxLines);

    [Fact]
    public void Page_has_no_script_or_style_of_its_own()
    {
        var page = Repository.Read(Folder + "/index.html");
        Assert.Contains("default-src 'none'; script-src 'self'; style-src 'self';", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<style", page, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Titles_are_listed_the_newest_first()
    {
        await OpenAsync();
        await UntilTitlesAsync("三 Two One");
    }

    [Fact]
    public async Task List_can_be_of_one_category()
    {
        await OpenAsync();
        await UntilTitlesAsync("三 Two One");

        await browser.RunAsync("document.querySelector('#category').value = 'News'");
        await browser.RunAsync("document.querySelector('#category').dispatchEvent(new Event('change'))");

        await UntilTitlesAsync("Two One");
    }

    [Fact]
    public async Task Article_is_shown_in_its_language_and_its_heading_has_the_focus()
    {
        await OpenAsync();
        await UntilTitlesAsync("三 Two One");

        await browser.RunAsync("document.querySelector('#list a').click()");

        await UntilAsync("document.activeElement.id === 'title'", "the heading has the focus");
        await UntilAsync("document.querySelector('#title').matches('[lang=zh-CN]')", "the heading has a language");
        await UntilAsync("document.querySelector('#content').contentDocument?.body?.innerText.includes('第三篇')", "the text is shown");
    }

    [Fact]
    public async Task What_is_published_edited_and_deleted_is_seen_without_a_reload()
    {
        await OpenAsync();
        await UntilTitlesAsync("三 Two One");

        site.Content.With("_posts/2024-01-04-four.md", "---\ntitle: Four\n---\nFourth post.\n");
        await UntilTitlesAsync("Four 三 Two One");
        site.Content.With("_posts/2024-01-04-four.md", "---\ntitle: Fourth\n---\nFourth post.\n");
        await UntilTitlesAsync("Fourth 三 Two One");
        File.Delete(site.Content.Full("_posts/2024-01-02-two.md"));
        await UntilTitlesAsync("Fourth 三 One");
    }

    [Fact]
    public async Task Articles_are_there_without_a_network()
    {
        await OpenAsync();
        await UntilTitlesAsync("三 Two One");
        await browser.RunAsync("return navigator.serviceWorker.ready.then(() => null)");

        await site.StopAsync();
        await files.StopAsync(TestContext.Current.CancellationToken);
        await browser.ReloadAsync();

        await UntilTitlesAsync("三 Two One");
        await browser.RunAsync("document.querySelector('#list li:last-child a').click()");
        await UntilAsync("document.querySelector('#content').contentDocument?.body?.innerText.includes('First post')", "the text is shown");
    }

    private async Task OpenAsync()
    {
        browser = await Chromium.StartAsync();
        site = await TestSite.StartSampleAsync();
        await files.StartAsync(TestContext.Current.CancellationToken);
        await browser.OpenAsync($"{files.Urls.First()}/?server={site.Client.BaseAddress}");
    }

    private Task UntilTitlesAsync(string titles) =>
        TestSite.UntilAsync(async () => await TitlesAsync() == titles, $"the titles are {titles}");

    private async Task<string?> TitlesAsync() =>
        (string?)await browser.RunAsync("return [...document.querySelectorAll('#list a')].map(link => link.textContent).join(' ')");

    private Task UntilAsync(string expression, string what) =>
        TestSite.UntilAsync(async () => (bool?)await browser.RunAsync($"return {expression}") is true, what);

    private static WebApplication FilesOf(string folder)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var server = builder.Build();
        server.UseFileServer(new FileServerOptions { FileProvider = new PhysicalFileProvider(folder) });
        return server;
    }
}
