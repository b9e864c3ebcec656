using System.Text.Json.Nodes;
using FeedApi.Tests.Content;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Commands.Import;

public sealed class ImportCommandTests : IDisposable
{
    private readonly ContentFolder files = new();
    private readonly ContentFolder target = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        files.Dispose();
        target.Dispose();
    }

    [Theory]
    [InlineData("rss")]
    [InlineData("atom")]
    [InlineData("json")]
    public async Task Our_own_feeds_come_back_as_the_same_articles(string format)
    {
        await using var site = await TestSite.StartAsync(content => content
            .With(
                "_posts/2024-01-01-first.md",
                "---\ntitle: First & <b>\ndate: 2024-01-01 08:30:00 +0800\ncategories: [a]\nauthor: Ann\n---\nA *text*.\n")
            .With(
                "_posts/2024-02-02-second.md",
                "---\ntitle: 第二\ncategories: [证券, a]\ntags: [t]\nlast_modified_at: 2024-03-01\n---\n"
                + "{{ \"liquid\" }} {% raw %}{{ no }}{% endraw %}\n"));
        files.With("feed", await site.Client.GetByteArrayAsync($"/feed.{format}", Token));

        var run = await ImportAsync("feed");

        Assert.Equal(2, (int)run["files"]![0]!["added"]!);
        await using var again = await ServeAsync();
        foreach (var id in (string[])["2024-01-01-first", "2024-02-02-second"])
        {
            var (before, after) = (await ArticleAsync(site, id), await ArticleAsync(again, id));
            foreach (var member in (string[])["id", "guid", "title", "published", "updated", "content_html", "url"])
            {
                // RSS has no offsets, JSON Feed and Atom have.
                if (member is "published" or "updated") Assert.Equal(InstantOf(before[member]), InstantOf(after[member]));
                else Assert.Equal((member, before[member]!.ToString()), (member, after[member]!.ToString()));
            }

            Assert.Equal(NamesOf(before), NamesOf(after));
        }
    }

    [Fact]
    public async Task An_export_of_WordPress_becomes_posts_and_what_has_no_place_is_told()
    {
        files.With("export.xml", WordPress);

        var report = (await ImportAsync("export.xml"))["files"]![0]!;

        Assert.Equal("WordPress (WXR 1.2)", (string?)report["kind"]);
        Assert.Equal((2, 0, 1), ((int)report["added"]!, (int)report["known"]!, (int)report["hidden"]!));
        Assert.Equal(
            """{"comments":1,"comments that were not approved":1,"pages":1,"short codes [gallery], """
            + """which stay as written":1,"terms of the kind series":1}""",
            report["left"]!.ToJsonString());
        await using var site = await ServeAsync();
        var article = await ArticleAsync(site, "2012-01-04-a-caption");
        Assert.Equal("https://old.example/?p=7", (string?)article["guid"]);
        Assert.Equal("2012-01-04T10:00:00+08:00", (string?)article["published"]);
        Assert.Equal("https://example.org/2012/01/a-caption/", (string?)article["url"]);
        Assert.Equal(["Ann Lee", "R&D", "tag one"], NamesOf(article));
        Assert.Equal(
            """
            <p>One<br>
            two &amp; three</p>
            <figure><img src="https://old.example/p.png" alt="p"><figcaption>The <em>text</em></figcaption></figure>
            <pre>a

            b</pre>
            <p>[gallery ids="1"]</p>
            """.ReplaceLineEndings("\n"),
            article["content_html"]!.ToString().ReplaceLineEndings("\n").Trim());
    }

    [Fact]
    public async Task An_export_of_Ghost_becomes_posts()
    {
        files.With("ghost.json", Ghost);

        var report = (await ImportAsync("ghost.json"))["files"]![0]!;

        Assert.Equal((2, 1), ((int)report["added"]!, (int)report["hidden"]!));
        Assert.Equal("""{"internal tags":1,"members":1,"pages":1}""", report["left"]!.ToJsonString());
        await using var site = await ServeAsync();
        var article = await ArticleAsync(site, "2021-05-04-hello");
        Assert.Equal("2021-05-04T03:02:01+00:00", (string?)article["published"]);
        Assert.Equal(["Ann", "News"], NamesOf(article));
        Assert.Equal("https://example.org/hello/", (string?)article["url"]);
        Assert.Contains("src=\"https://example.org/content/images/a.png\"", (string?)article["content_html"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_that_is_there_is_written_over()
    {
        files.With("feed.xml", Rss("<item><title>One</title><guid>g1</guid><pubDate>Mon, 01 Jan 2024 00:00:00 GMT</pubDate></item>"));
        await ImportAsync("feed.xml");
        var path = target.Full("_posts/2024-01-01-one.html");
        File.AppendAllText(path, "edited");
        files.With("other.xml", Rss("<item><title>One</title><guid>g2</guid><pubDate>Mon, 01 Jan 2024 00:00:00 GMT</pubDate></item>"));

        var report = await ImportAsync("feed.xml", "other.xml");

        Assert.Equal([(0, 1), (1, 0)], report["files"]!.AsArray().Select(each => ((int)each!["added"]!, (int)each["known"]!)));
        Assert.EndsWith("edited", File.ReadAllText(path), StringComparison.Ordinal);
        Assert.True(File.Exists(target.Full("_posts/2024-01-01-one-2.html")));
    }

    // Exports of real sites have all of these.
    [Theory]
    [InlineData("<item><title>A & B</title><guid>g</guid></item>", "A & B")]
    [InlineData("<item><title>A&nbsp;B &hellip;</title><guid>g</guid></item>", "A B …")]
    [InlineData("<item><title>A</title><guid>g</guid><nope:x>y</nope:x><atom:link href='x'/></item>", "A")]
    [InlineData("<item><title>A\u000b</title><guid>g</guid></item>", "A")]
    [InlineData("<item><title><![CDATA[A & <b>B</b>]]></title><guid>g &</guid></item>", "A & B")]
    public async Task Small_mistakes_of_XML_are_forgiven(string item, string title)
    {
        files.With("feed.xml", Rss(item));

        var run = await ProgramRun.OfAsync(["import", files.Full("feed.xml"), "--to", target.Path]);

        if (item.Contains("nope:", StringComparison.Ordinal))
        {
            Assert.Equal(1, run.Code);
            Assert.Contains("line 1", run.Output, StringComparison.Ordinal);
            return;
        }

        Assert.Equal(0, run.Code);
        Assert.Contains(
            $"title: \"{title}\"", File.ReadAllText(Assert.Single(Directory.GetFiles(target.Full("_posts")))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_told_with_its_place_and_the_others_are_imported()
    {
        files.With("bad.xml", "<rss>\n<channel><item></channel></rss>");
        files.With("page.html", "<html></html>");
        files.With("data.json", "{\"a\": [1,}");
        files.With("good.xml", Rss("<item><title>One</title><guid>g1</guid></item>"));

        var run = await ProgramRun.OfAsync(
            ["import", .. ((string[])["bad.xml", "page.html", "data.json", "good.xml"]).Select(files.Full), "--to", target.Path]);

        Assert.Equal(1, run.Code);
        Assert.Contains("bad.xml: The file is not valid XML, line 2, column 18", run.Output, StringComparison.Ordinal);
        Assert.Contains("page.html: The file begins with <html>", run.Output, StringComparison.Ordinal);
        Assert.Contains("data.json: The file is not valid JSON, line 1, byte 10", run.Output, StringComparison.Ordinal);
        Assert.Contains("1 post written", run.Output, StringComparison.Ordinal);
    }

    // Each of them is a fault of its file, and no other file is lost for it.
    [Theory]
    [InlineData("""{"version":"https://jsonfeed.org/version/1","version":"x","items":[]}""")]
    [InlineData("""{"data":{"posts":[{"id":"1","title":"x","mobiledoc":"{no"}]}}""")]
    public async Task Odd_files_do_not_end_an_import(string odd)
    {
        files.With("odd.json", odd).With("good.xml", Rss("<item><title>One</title><guid>g1</guid></item>"));

        var run = await ProgramRun.OfAsync(["import", files.Full("odd.json"), files.Full("good.xml"), "--to", target.Path]);

        Assert.Equal(1, run.Code);
        Assert.Contains("1 post written", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_of_Markdown_files_does_not_lose_them()
    {
        files.With("feed.xml", Rss("<item><title>One</title><guid>g1</guid></item>"));
        File.WriteAllText(target.Full("a.md"), "---\ntitle: A\ndate: 2025-01-01\n---\nx\n");

        await ImportAsync("feed.xml");

        Assert.Equal(["a.md", "one.html"], Directory.EnumerateFileSystemEntries(target.Path).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task A_draft_called_index_does_not_take_the_place_of_its_folder()
    {
        File.WriteAllText(target.Full("hugo.toml"), "title = 'x'\nbaseURL = 'https://example.org/'\n");
        target.With("content/posts/a.md", "---\ntitle: A\ndate: 2024-01-01\n---\nx\n");
        files.With("feed.xml", Rss("<item><title>index</title><guid>g1</guid></item><item><title>_index</title><guid>g2</guid></item>"));

        await ImportAsync("feed.xml");

        Assert.Equal(
            ["a.md", "post-index-2.html", "post-index.html"],
            Directory.EnumerateFiles(target.Full("content/posts")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("<link>https://elsewhere.example/a/</link>", null)]
    [InlineData("<link>https://blog.example/a/</link>", "permalink: \"/a/\"")]
    [InlineData("<link>https://blog.example/a/#b</link>", null)]
    [InlineData("<link>https://blog.example/:title/</link>", null)]
    [InlineData("<link>javascript:x</link>", null)]
    public async Task The_address_stays_where_it_is_the_posts_own(string link, string? line)
    {
        files.With(
            "feed.xml", "<rss version=\"2.0\"><channel><link>https://blog.example/</link>"
            + $"<item><title>T</title><guid isPermaLink=\"false\">g</guid>{link}</item></channel></rss>");

        await ImportAsync("feed.xml");

        var text = File.ReadAllLines(Assert.Single(Directory.GetFiles(target.Full("_posts"))));
        Assert.Equal(line, text.FirstOrDefault(each => each.StartsWith("permalink", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_list_of_feeds_is_told_with_its_addresses()
    {
        files.With(
            "list.opml",
            """<opml version="2.0"><body><outline text="F"><outline text="A" xmlUrl="https://a.example/feed"/></outline></body></opml>""");

        var report = await ImportAsync("list.opml");

        Assert.Equal("""[{"title":"A","address":"https://a.example/feed"}]""", report["feeds"]!.ToJsonString());
    }

    [Fact]
    public async Task A_missing_file_is_told_before_anything_is_written()
    {
        var run = await ProgramRun.OfAsync(["import", files.Full("none.xml"), "--to", target.Full("new")]);

        Assert.Equal(2, run.Code);
        Assert.Contains("There is no file", Assert.Single(run.Errors), StringComparison.Ordinal);
        Assert.False(Directory.Exists(target.Full("new")));
    }

    private async Task<JsonNode> ImportAsync(params string[] names)
    {
        var run = await ProgramRun.OfAsync(["import", .. names.Select(files.Full), "--to", target.Path, "--format", "json"]);
        Assert.Empty(run.Errors);
        Assert.Equal(0, run.Code);
        return JsonNode.Parse(run.Output)!;
    }

    private Task<TestSite> ServeAsync() => TestSite.StartAsync(content =>
    {
        foreach (var file in Directory.EnumerateFiles(target.Path, "*", SearchOption.AllDirectories))
            content.With(Path.GetRelativePath(target.Path, file), File.ReadAllBytes(file));
    });

    private static async Task<JsonObject> ArticleAsync(TestSite site, string id) =>
        JsonNode.Parse(await site.Client.GetStringAsync($"/api/v1/articles/{id}", Token))!.AsObject();

    private static DateTimeOffset InstantOf(JsonNode? node) => DateTimeOffset.Parse((string)node!, null).ToUniversalTime();

    // JSON Feed has tags only.
    private static List<string> NamesOf(JsonObject article) =>
    [
        .. ((string[])["authors", "categories", "tags"]).SelectMany(kind => article[kind]?.AsArray() ?? [])
            .Select(term => (string)term!["name"]!).Order(StringComparer.Ordinal),
    ];

    private static string Rss(string items) => $"<rss version=\"2.0\"><channel><title>T</title>{items}</channel></rss>";

    private const string WordPress = """
        <?xml version="1.0" encoding="UTF-8" ?>
        <rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
          xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
        <channel><title>Old</title>
        <wp:author><wp:author_login>ann</wp:author_login><wp:author_display_name><![CDATA[Ann Lee]]></wp:author_display_name></wp:author>
        <item><title>A caption</title><link>https://old.example/2012/01/a-caption/</link><pubDate>Wed, 30 Nov -0001 00:00:00 +0000</pubDate>
        <dc:creator>ann</dc:creator><guid isPermaLink="false">https://old.example/?p=7</guid>
        <content:encoded><![CDATA[One
        two &amp; three

        [caption id="x" align="left"]<img src="https://old.example/p.png" alt="p"> The <em>text</em>[/caption]

        <pre>a

        b</pre>

        [gallery ids="1"]]]></content:encoded>
        <wp:post_date>2012-01-04 10:00:00</wp:post_date><wp:post_date_gmt>2012-01-04 02:00:00</wp:post_date_gmt>
        <wp:post_name>a-caption</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
        <category domain="category" nicename="rd"><![CDATA[R&amp;D]]></category><category>R&amp;D</category>
        <category domain="tag" nicename="tag-one">tag one</category><category domain="series" nicename="s">S</category>
        <wp:comment><wp:comment_approved>1</wp:comment_approved></wp:comment>
        <wp:comment><wp:comment_approved>spam</wp:comment_approved></wp:comment>
        </item>
        <item><title>Draft</title><wp:post_date_gmt>0000-00-00 00:00:00</wp:post_date_gmt>
          <wp:status>draft</wp:status><wp:post_type>post</wp:post_type></item>
        <item><title>About</title><wp:status>publish</wp:status><wp:post_type>page</wp:post_type></item>
        </channel></rss>
        """;

    private const string Ghost = """
        {"db":[{"meta":{"version":"5.1.0"},"data":{
          "posts":[
            {"id":"1","uuid":"u-1","title":"Hello","slug":"hello","html":"<p><img src=\"__GHOST_URL__/content/images/a.png\"></p>",
             "status":"published",
             "published_at":"2021-05-04T03:02:01.000Z","updated_at":"2021-05-04T03:02:01.000Z","type":"post"},
            {"id":"2","uuid":"u-2","title":"Draft","slug":"draft","markdown":"*x*","status":"draft",
             "published_at":-62138397600000,"type":"post"},
            {"id":"3","title":"About","type":"page"}],
          "tags":[{"id":"t1","name":"News"},{"id":"t2","name":"#hash"}],
          "posts_tags":[{"post_id":"1","tag_id":"t2","sort_order":1},{"post_id":"1","tag_id":"t1","sort_order":0}],
          "users":[{"id":"a1","name":"Ann"}],"posts_authors":[{"post_id":"1","author_id":"a1","sort_order":0}],
          "members":[{"id":"m1"}]}}]}
        """;
}
