using System.Globalization;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Pages.Files;

/// <summary>
/// Files are as public as the posts that they belong to, in every layout, however a post is hidden and whatever was cached.
/// </summary>
public sealed class HiddenFileTests
{
    [Theory]
    [InlineData("Jekyll")]
    [InlineData("Hugo")]
    [InlineData("Zola")]
    [InlineData("plain")]
    public async Task Files_are_hidden_and_shown_with_their_posts(string name)
    {
        var layout = HiddenLayout.All.Single(each => each.Name == name);
        await using var site = await TestSite.StartAsync(content =>
        {
            layout.Fill(content);
            foreach (var kind in layout.Kinds)
            {
                foreach (var (path, _) in layout.FilesOf(kind)) content.With(path, "0123456789");
                layout.Write(content, kind, isShown: false);
            }
        });
        var files = layout.Kinds.SelectMany(layout.FilesOf).ToArray();

        foreach (var (_, address) in files) await AssertHiddenAsync(site, address, tag: "*");
        await site.RestartAsync();
        foreach (var (_, address) in files) await AssertHiddenAsync(site, address, tag: "*");
        await site.RestartWithoutIndexAsync();
        foreach (var (_, address) in files) await AssertHiddenAsync(site, address, tag: "*");

        foreach (var kind in layout.Kinds) layout.Write(site.Content, kind, isShown: true);
        foreach (var (_, address) in files) await UntilAsync(site, address, 200);
        var tags = await Task.WhenAll(files.Select(async file => (await site.GetAsync(Escape(file.Address))).Headers.ETag!.ToString()));

        foreach (var kind in layout.Kinds) layout.Write(site.Content, kind, isShown: false);
        var kept = layout.Kinds.Where(kind => kind.IsFault).SelectMany(layout.FilesOf).ToHashSet();
        foreach (var file in files.Where(file => !kept.Contains(file))) await UntilAsync(site, file.Address, 404);
        foreach (var (file, tag) in files.Zip(tags).Where(each => !kept.Contains(each.First)))
            await AssertHiddenAsync(site, file.Address, tag);
        foreach (var (_, address) in kept) Assert.Equal((address, 200), (address, await site.StatusAsync(Escape(address))));
    }

    [Fact]
    public async Task A_file_that_anything_shown_links_to_is_shown()
    {
        await using var site = await TestSite.StartAsync(content => content
            .With("_config.yml", "title: T\nlogo: /assets/logo.png\n")
            .With("_posts/2024-01-01-dark.md",
                "---\ntitle: Dark\npublished: false\n---\n/assets/both.png /assets/page.png /assets/logo.png /assets/only.png "
                + "/assets/style.png /assets/teaser.png\n")
            .With(
                "_posts/2024-01-02-light.md",
                "---\ntitle: Light\nheader:\n  teasers: [\"/assets/teaser.png\"]\n---\n![x](/assets/both.png)\n")
            .With("about.html", "---\n---\n<img src='/assets/page.png'>")
            .With("dark.html", "---\npublished: false\n---\n<img src='/assets/only.png'>")
            .With("css/a.css", "p { background: url(../assets/style.png) }")
            .With("assets/both.png", "x").With("assets/page.png", "x").With("assets/logo.png", "x").With("assets/only.png", "x")
            .With("assets/style.png", "x").With("assets/nobody.png", "x").With("assets/teaser.png", "x"));

        foreach (var file in (string[])["both", "page", "logo", "style", "nobody", "teaser"])
            Assert.Equal((file, 200), (file, await site.StatusAsync($"/assets/{file}.png")));
        Assert.Equal(404, await site.StatusAsync("/assets/only.png"));

        site.Content.With("_posts/2024-01-03-later.md", "---\ntitle: Later\n---\n<a href=\"/assets/only.png\">x</a>\n");
        await UntilAsync(site, "/assets/only.png", 200);

        File.Delete(site.Content.Full("_posts/2024-01-03-later.md"));
        await UntilAsync(site, "/assets/only.png", 404);

        File.Delete(site.Content.Full("_posts/2024-01-01-dark.md"));
        await UntilAsync(site, "/assets/only.png", 200);
    }

    [Theory]
    [InlineData("hugo.toml", "baseURL = 'https://example.org/'\n", "---\ntitle: Dark\ndraft: true\n---\n")]
    [InlineData("hugo.toml", "baseURL = 'https://example.org/'\n", "---\ntitle: Dark\nexpiryDate: 2020-01-01\n---\n")]
    [InlineData("hugo.toml", "baseURL = 'https://example.org/'\n", "---\ntitle: Dark\npublishDate: 2999-01-01\n---\n")]
    [InlineData("config.toml", "base_url = 'https://example.org'\n", "+++\ntitle = 'Dark'\ndraft = true\n+++\n")]
    public async Task A_hidden_section_hides_the_files_below_it(string settings, string text, string section)
    {
        await using var site = await TestSite.StartAsync(content => content
            .With(settings, text)
            .With("content/dark/_index.md", section).With("content/dark/a.txt", "x").With("content/dark/deep/b.txt", "x")
            .With("content/dark/leaf/index.md", "---\ntitle: L\ndate: 2024-01-01\n---\nx\n").With("content/dark/leaf/c.txt", "x")
            .With("content/light/_index.md", section[..3] + "\n" + section[..3] + "\n").With("content/light/a.txt", "x"));

        foreach (var address in (string[])["/dark/a.txt", "/dark/deep/b.txt", "/dark/leaf/c.txt"])
            Assert.Equal((address, 404), (address, await site.StatusAsync(address)));
        Assert.Equal(200, await site.StatusAsync("/light/a.txt"));
    }

    [Fact]
    public async Task A_bundle_inside_another_folder_of_files_has_its_own_say()
    {
        await using var site = await TestSite.StartAsync(content => content
            .With("hugo.toml", "baseURL = 'https://example.org/'\n")
            .With("content/posts/a/index.md", "---\ntitle: A\ndate: 2024-01-01\n---\n![x](../b/p.png)\n").With("content/posts/a/p.png", "x")
            .With("content/posts/b/index.md", "---\ntitle: B\ndate: 2024-01-01\ndraft: true\n---\nx\n").With("content/posts/b/p.png", "x")
            .With("content/posts/c/index.md", "---\ntitle: C\ndate: 2024-01-01\ndraft: true\n---\nx\n")
            .With("content/posts/c/index.fr.md", "---\ntitle: C\ndate: 2024-01-01\n---\nx\n")
            .With("content/posts/beside.png", "x"));

        Assert.Equal(200, await site.StatusAsync("/posts/a/p.png"));
        Assert.Equal(404, await site.StatusAsync("/posts/b/p.png"));
        Assert.Equal(200, await site.StatusAsync("/posts/beside.png"));

        // Files of a draft that was saved a moment ago are not shown before it is read either.
        Directory.CreateDirectory(site.Content.Full("content/posts/d"));
        await File.WriteAllTextAsync(
            site.Content.Full("content/posts/d/index.md"), "---\ntitle: D\ndraft: true\n---\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(site.Content.Full("content/posts/d/p.png"), "x", TestContext.Current.CancellationToken);
        Assert.Equal(404, await site.StatusAsync("/posts/d/p.png"));
    }

    [Theory]
    [InlineData("headless: true", 200)]
    [InlineData("_build: {render: never}", 200)]
    [InlineData("_build: {list: never, render: never}", 200)]
    [InlineData("_build: {render: never, publishResources: false}", 404)]
    [InlineData("headless: true\ndraft: true", 404)]
    [InlineData("headless: true\nexpiryDate: 2020-01-01", 404)]
    public async Task A_bundle_of_hugo_that_lends_its_files_shows_them(string lines, int status)
    {
        await using var site = await TestSite.StartAsync(content => content
            .With("hugo.toml", "baseURL = 'https://example.org/'\n")
            .With("content/shared/index.md", $"---\ntitle: S\ndate: 2024-01-01\n{lines}\n---\nx\n").With("content/shared/p.png", "x"));

        Assert.Equal(status, await site.StatusAsync("/shared/p.png"));
    }

    [Fact]
    public async Task Files_appear_and_vanish_at_the_second_of_their_post()
    {
        var start = new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var clock = new ObservedClock(start);
        await using var site = await TestSite.StartAsync(
            content => content
                .With(
                    "offer/index.md",
                    "---\ntitle: O\ndate: 2030-01-01T00:00:20Z\nexpiryDate: 2030-01-01T00:00:40Z\n---\n![x](/m/a.png)\n")
                .With("offer/own.png", "x").With("m/a.png", "x"),
            clock);
        await AssertStatusAsync(404);

        await clock.UntilTimerAsync(start.AddSeconds(20));
        clock.Advance(TimeSpan.FromSeconds(20));
        await UntilAsync(site, "/offer/own.png", 200);
        await AssertStatusAsync(200);

        await clock.UntilTimerAsync(start.AddSeconds(40));
        clock.Advance(TimeSpan.FromSeconds(20));
        await UntilAsync(site, "/offer/own.png", 404);
        await AssertStatusAsync(404);

        async Task AssertStatusAsync(int status)
        {
            foreach (var address in (string[])["/offer/own.png", "/m/a.png"])
                Assert.Equal((address, status), (address, await site.StatusAsync(address)));
        }
    }

    [Fact]
    public async Task A_link_to_a_hidden_file_is_hidden_too()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need rights there.");
        await using var site = await TestSite.StartAsync(content =>
        {
            content.With("a/index.md", "---\ntitle: A\ndraft: true\n---\nx\n").With("a/p.png", "x").With("b.png", "x");
            File.CreateSymbolicLink(content.Full("alias.png"), content.Full("a/p.png"));
        });

        Assert.Equal(404, await site.StatusAsync("/alias.png"));
        Assert.Equal(200, await site.StatusAsync("/b.png"));
    }

    private static async Task AssertHiddenAsync(TestSite site, string address, string tag)
    {
        string[][] requests =
        [
            [], ["Range: bytes=0-1"], [$"If-None-Match: {tag}"], ["If-None-Match: *"],
            [$"If-Modified-Since: {DateTimeOffset.UtcNow.AddDays(1).ToString("R", CultureInfo.InvariantCulture)}"],
            ["Accept-Encoding: br, gzip"],
        ];
        foreach (var fields in requests)
        {
            Assert.Equal((address, 404), (address, await site.StatusAsync(Escape(address), fields)));
            using var head = await site.SendAsync(HttpMethod.Head, Escape(address), fields);
            Assert.Equal((address, 404), (address, (int)head.StatusCode));
            Assert.Null(head.Headers.ETag);
        }
    }

    private static Task UntilAsync(TestSite site, string address, int status) =>
        TestSite.UntilAsync(async () => await site.StatusAsync(Escape(address)) == status, $"{address} is answered {status}");

    private static string Escape(string address) => address.Replace(" ", "%20", StringComparison.Ordinal);
}
