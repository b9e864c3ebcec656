using System.Diagnostics;
using System.Net;
using System.Text;
using FeedApi.Http.Semantics;
using FeedApi.Tests.Content;
using FeedApi.Tests.Hosting;
using FeedApi.Tests.Http;
using Xunit;

namespace FeedApi.Tests.Pages.Files;

/// <summary>Files of the content folder over HTTP: what is sent how, and what is never sent.</summary>
public sealed class ContentFileTests(ContentFileTests.Files files) : IClassFixture<ContentFileTests.Files>
{
    private const string Picture = "/assets/a.png";

    private static readonly DateTime ChangedAt = new(2024, 5, 6, 7, 8, 9, DateTimeKind.Utc);

    private TestSite Site => files.Site;

    [Fact]
    public async Task A_picture_is_sent_with_its_type_and_validators()
    {
        using var response = await Site.GetAsync(Picture);

        Assert.Equal((HttpStatusCode.OK, "image/png"), (response.StatusCode, response.Field("Content-Type")));
        Assert.Equal("10", response.Field("Content-Length"));
        Assert.Matches("^\"[^\"]+\"$", response.Field("ETag"));
        Assert.Equal(ChangedAt, response.Content.Headers.LastModified!.Value.UtcDateTime);
        Assert.Equal("bytes", response.Field("Accept-Ranges"));
        Assert.StartsWith("public, max-age=", response.Field("Cache-Control"), StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Field("X-Content-Type-Options"));
    }

    [Theory]
    [InlineData("If-None-Match: {tag}", 304)]
    [InlineData("If-None-Match: W/{tag}", 304)]
    [InlineData("If-None-Match: \"x\"", 200)]
    [InlineData("If-Modified-Since: Mon, 06 May 2024 07:08:09 GMT", 304)]
    [InlineData("If-Modified-Since: Mon, 06 May 2024 07:08:08 GMT", 200)]
    [InlineData("If-Match: \"x\"", 412)]
    public async Task A_condition_is_kept(string field, int status) =>
        Assert.Equal(status, await Site.StatusAsync(Picture, field.Replace("{tag}", await TagAsync(), StringComparison.Ordinal)));

    [Theory]
    [InlineData("bytes=2-4", "234", "bytes 2-4/10")]
    [InlineData("bytes=7-", "789", "bytes 7-9/10")]
    [InlineData("bytes=-2", "89", "bytes 8-9/10")]
    [InlineData("bytes=5-99", "56789", "bytes 5-9/10")]
    public async Task A_part_is_sent(string range, string body, string contentRange)
    {
        using var response = await Site.GetAsync(Picture, "Range: " + range);

        Assert.Equal((HttpStatusCode.PartialContent, contentRange), (response.StatusCode, response.Field("Content-Range")));
        Assert.Equal(body, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_part_beyond_the_end_is_refused_with_the_length()
    {
        using var response = await Site.GetAsync(Picture, "Range: bytes=10-");
        Assert.Equal((416, "bytes */10"), ((int)response.StatusCode, response.Field("Content-Range")));
    }

    [Theory]
    [InlineData("{tag}", 206)]
    [InlineData("\"x\"", 200)]
    [InlineData("Mon, 06 May 2024 07:08:09 GMT", 206)]
    [InlineData("Mon, 06 May 2024 07:08:08 GMT", 200)]
    public async Task A_part_is_sent_only_of_the_file_that_the_client_has(string condition, int status)
    {
        var field = "If-Range: " + condition.Replace("{tag}", await TagAsync(), StringComparison.Ordinal);
        Assert.Equal(status, await Site.StatusAsync(Picture, "Range: bytes=0-1", field));
    }

    [Fact]
    public async Task A_file_that_changed_within_a_second_is_confirmed_by_its_date()
    {
        await using var site = await TestSite.StartAsync(
            content => content.With("_posts/2024-01-01-a.md", "---\ntitle: A\n---\nx\n").With("a.txt", "one"), new StandingClock());
        File.SetLastWriteTimeUtc(site.Content.Full("a.txt"), StandingClock.At.UtcDateTime);

        using var response = await site.GetAsync("/a.txt");

        Assert.Equal(StandingClock.At.AddSeconds(-1), response.Content.Headers.LastModified);
        Assert.Equal(304, await site.StatusAsync("/a.txt", "If-Modified-Since: " + response.Field("Last-Modified")));
    }

    [Fact]
    public async Task HEAD_has_the_fields_of_GET_and_no_body()
    {
        using var get = await Site.GetAsync(Picture);
        using var head = await Site.SendAsync(HttpMethod.Head, Picture);

        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(get.FieldNames().Order(), head.FieldNames().Order());
        Assert.Equal((get.Field("ETag"), get.Field("Content-Length")), (head.Field("ETag"), head.Field("Content-Length")));
    }

    [Fact]
    public async Task A_file_that_changes_is_sent_anew()
    {
        await using var site = await TestSite.StartAsync(content => content
            .With("_posts/2024-01-01-a.md", "---\ntitle: A\n---\nx\n").With("a.txt", "one"));
        using var before = await site.GetAsync("/a.txt");

        site.Content.With("a.txt", "three");

        using var after = await site.GetAsync("/a.txt", "If-None-Match: " + before.Field("ETag"));
        Assert.Equal("three", await after.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("/%E5%9B%BE%E7%89%87/%E7%85%A7%E7%89%87%201.jpg", "image/jpeg")]
    [InlineData("/assets/plus+and&more.txt", "text/plain; charset=utf-8")]
    [InlineData("/assets/100%25.txt", "text/plain; charset=utf-8")]
    [InlineData("/assets/empty.css", "text/css; charset=utf-8")]
    public async Task A_name_may_be_anything(string address, string type)
    {
        using var response = await Site.GetAsync(address);
        Assert.Equal((HttpStatusCode.OK, type), (response.StatusCode, response.Field("Content-Type")));
    }

    [Theory]
    [InlineData("/assets/a.svg", "image/svg+xml")]
    [InlineData("/about.html", "text/html")]
    [InlineData("/assets/a.xhtml", "application/xhtml+xml")]
    public async Task A_file_that_could_run_may_run_nothing(string address, string type)
    {
        using var response = await Site.GetAsync(address);

        Assert.Equal((HttpStatusCode.OK, type), (response.StatusCode, response.Field("Content-Type")));
        Assert.Equal(SecurityPolicy.Data, response.Field("Content-Security-Policy"));
    }

    [Theory]
    [InlineData("/_config.yml")]
    [InlineData("/%5fconfig.yml")]
    [InlineData("/%5Fconfig.yml")]
    [InlineData("/_data/authors.json")]
    [InlineData("/.git/config")]
    [InlineData("/%2egit/config")]
    [InlineData("/_posts/2024-01-01-a.md")]
    [InlineData("/notes.md")]
    [InlineData("/notes.%6dd")]
    [InlineData("/NOTES.MD")]
    [InlineData("/assets/settings.yml")]
    [InlineData("/assets/%2e%2e/_config.yml")]
    [InlineData("/assets/../_config.yml")]
    [InlineData("/assets/..%2f_config.yml")]
    [InlineData("/assets%2f..%2f_config.yml")]
    [InlineData("/assets%2fa.png")]
    [InlineData("/..%2f..%2fetc/passwd")]
    [InlineData("/../../etc/passwd")]
    [InlineData("/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("//etc/passwd")]
    [InlineData("/%2fetc/passwd")]
    [InlineData("/assets/%252e%252e/_config.yml")]
    [InlineData("/assets")]
    [InlineData("/assets/")]
    [InlineData("/assets/a.png/")]
    [InlineData("/assets//a.png")]
    [InlineData("/assets/./a.png/.")]
    [InlineData("/assets%5c..%5c_config.yml")]
    [InlineData("/template.html")]
    public async Task What_a_site_is_made_from_and_what_is_outside_is_not_found(string target) =>
        Assert.Equal(404, await UntidyStatusAsync(target));

    [Theory]
    [InlineData("/pipe.png")]
    [InlineData("/away.txt")]
    [InlineData("/away/secret.txt")]
    [InlineData("/hidden.txt")]
    [InlineData("/circle.txt")]
    [InlineData("/a%5cb")]
    [InlineData("/assets/a.png%0a")]
    public async Task A_pipe_a_link_out_of_the_folder_and_a_name_for_no_address_are_not_found(string target)
    {
        if (!OperatingSystem.IsLinux()) Assert.Skip("Makes links and pipes as Linux does.");
        Assert.Equal(404, await UntidyStatusAsync(target));
    }

    [Theory]
    [InlineData("/a%00b")]
    [InlineData("/assets/a.png%00")]
    public async Task A_null_is_a_bad_request(string target) => Assert.Equal(400, await UntidyStatusAsync(target));

    private async Task<string> TagAsync() => (await Site.GetAsync(Picture)).Field("ETag")!;

    private async Task<int> UntidyStatusAsync(string target)
    {
        using var response = await Site.GetUntidyAsync(target);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("secret", body, StringComparison.Ordinal);
        return (int)response.StatusCode;
    }

    /// <summary>A server over a content folder with files of every kind. What must not be seen says <c>secret</c>.</summary>
    public sealed class Files : IAsyncLifetime
    {
        private readonly ContentFolder elsewhere = new ContentFolder().With("secret.txt", "secret");

        public TestSite Site { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Site = await TestSite.StartAsync(Fill);
            File.SetLastWriteTimeUtc(Site.Content.Full("assets/a.png"), ChangedAt);
            if (OperatingSystem.IsLinux()) await MakeSpecialFilesAsync(Site.Content);
        }

        public async ValueTask DisposeAsync()
        {
            await Site.DisposeAsync();
            elsewhere.Dispose();
        }

        private static void Fill(ContentFolder content)
        {
            string[] hidden = ["_data/authors.json", ".git/config", "notes.md", "NOTES.MD", "assets/settings.yml", "_names.txt"];
            foreach (var path in hidden) content.With(path, "{\"secret\": {}}");
            content
                .With("_config.yml", "title: secret\n")
                .With("_posts/2024-01-01-a.md", "---\ntitle: A\n---\nsecret\n")
                .With("template.html", "---\nlayout: secret\n---\n")
                .With("assets/a.png", "0123456789")
                .With("assets/a.svg", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")
                .With("assets/a.xhtml", "<html xmlns='http://www.w3.org/1999/xhtml'><script>alert(1)</script></html>")
                .With("assets/plus+and&more.txt", "x").With("assets/100%.txt", "x").With("assets/empty.css", "")
                .With("about.html", "<!doctype html><script>alert(1)</script>")
                .With("图片/照片 1.jpg", Encoding.UTF8.GetBytes("JPEG"));
        }

        private async Task MakeSpecialFilesAsync(ContentFolder content)
        {
            content.With("a\\b", "secret").With("assets/a.png\n", "secret");
            File.CreateSymbolicLink(content.Full("away.txt"), elsewhere.Full("secret.txt"));
            Directory.CreateSymbolicLink(content.Full("away"), elsewhere.Path);
            File.CreateSymbolicLink(content.Full("hidden.txt"), content.Full("_names.txt"));
            File.CreateSymbolicLink(content.Full("circle.txt"), content.Full("circle.txt"));
            using var pipe = Process.Start("mkfifo", [content.Full("pipe.png")]);
            await pipe.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }

    // Both requests come within the second in which the file changed, however slow the machine is.
    private sealed class StandingClock : TimeProvider
    {
        public static readonly DateTimeOffset At = new(2024, 5, 6, 7, 8, 9, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => At;
    }
}
