using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using FeedApi.Tests.Api.Changes;
using FeedApi.Tests.Content;
using FeedApi.Tests.Docs;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Deploy;

/// <summary>The settings for proxies, with nothing changed but folders and ports: what clients get through them.</summary>
public sealed class ProxyTests : IDisposable
{
    private const string Host = "tides.example";

    private readonly ContentFolder folder = new();
    private readonly HeldPort plain = new();
    private readonly HeldPort secure = new();

    // What an answer may take for which nobody waits on purpose; as in the settings, unless a test has no time for that.
    private string timeout = "30s";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        plain.Dispose();
        secure.Dispose();
        folder.Dispose();
    }

    [Theory]
    [InlineData("nginx")]
    [InlineData("caddy")]
    [InlineData("haproxy")]
    [InlineData("varnish")]
    public async Task Clients_get_through_a_proxy_what_the_server_answers(string proxy)
    {
        await using var site = await StartSiteAsync();
        await using var between = await StartAsync(proxy, site);
        string[] addresses =
        [
            "/feed.rss", "/feed.json", "/categories/News/feed.atom", "/api/v1/articles", "/articles/2024-01-01-one", "/gone",
        ];
        foreach (var address in addresses)
        {
            foreach (var coding in (string[])["identity", "gzip"])
            {
                using var direct = await AskAsync(site.Client, address, coding);
                using var behind = await AskAsync(between.Client, address, coding);

                Assert.Equal(direct.StatusCode, behind.StatusCode);
                Assert.Equal(direct.Content.Headers.ContentType, behind.Content.Headers.ContentType);
                Assert.Equal(direct.Content.Headers.ContentEncoding, behind.Content.Headers.ContentEncoding);
                Assert.Equal(await direct.Content.ReadAsByteArrayAsync(Token), await behind.Content.ReadAsByteArrayAsync(Token));
                if (direct.Headers.ETag is not { } tag) continue;
                using var again = await AskAsync(between.Client, address, coding, behind.Headers.ETag!.ToString());
                Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
                // Varnish unpacks for those who cannot, and tells the weak tag of what it has.
                Assert.StartsWith(tag.Tag.Trim('"'), behind.Headers.ETag.Tag.Trim('"'), StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("nginx")]
    [InlineData("caddy")]
    [InlineData("haproxy")]
    public async Task Whoever_comes_without_TLS_is_sent_to_the_public_address(string proxy)
    {
        await using var site = await StartSiteAsync();
        await using var between = await StartAsync(proxy, site, isPlain: true);

        using var answer = await AskAsync(between.Client, "/feed.rss?limit=5", "identity");

        Assert.Contains(answer.StatusCode, (HttpStatusCode[])[HttpStatusCode.MovedPermanently, HttpStatusCode.PermanentRedirect]);
        Assert.Equal((Host, "/feed.rss?limit=5"), (answer.Headers.Location!.Host, answer.Headers.Location.PathAndQuery));
    }

    [Theory]
    [InlineData("nginx")]
    [InlineData("caddy")]
    [InlineData("haproxy")]
    [InlineData("varnish")]
    public async Task Events_get_through_a_proxy_while_the_stream_goes_on(string proxy)
    {
        await using var site = await StartSiteAsync();
        await using var between = await StartAsync(proxy, site);
        await using var events = await EventReader.OpenAsync(between.Client, "?fields=title", null, Token);
        await events.NextAsync(withHeartbeats: true);

        // The second post is written when the event of the first one is here: nothing was held back until there was more.
        foreach (var title in (string[])["First", "Second"])
        {
            site.Content.With($"_posts/2024-03-01-{title}.md", $"---\ntitle: {title}\n---\nText.\n");
            var next = events.NextAsync();
            await TestSite.UntilAsync(() => Task.FromResult(next.IsCompleted), $"the event of {title} is there");
            var (type, data) = (await next)!.Value;
            Assert.Equal(("article.published", title), (type, (string?)data["article"]!["title"]));
        }
    }

    [Theory]
    [InlineData("nginx")]
    [InlineData("caddy")]
    [InlineData("haproxy")]
    [InlineData("varnish")]
    public async Task Requests_that_wait_for_a_change_are_answered_through_a_proxy_by_a_new_post(string proxy)
    {
        await using var site = await StartSiteAsync();
        await using var between = await StartAsync(proxy, site);
        var token = await TokenAsync(site);

        // Two with the same address, of which a cache would let one wait for the other.
        var waiting = Task.WhenAll(NextChangesAsync(between.Client, token), NextChangesAsync(between.Client, token));
        site.Content.With("_posts/2024-03-01-new.md", "---\ntitle: New\n---\nText.\n");

        Assert.All(await waiting, changes => Assert.Equal("2024-03-01-new", (string?)changes.Single()!["id"]));
    }

    [Theory]
    [InlineData("nginx")]
    [InlineData("caddy")]
    [InlineData("haproxy")]
    [InlineData("varnish")]
    public async Task A_request_may_wait_for_a_change_for_longer_than_other_answers_may_take(string proxy)
    {
        timeout = "1s";
        await using var site = await StartSiteAsync();
        await using var between = await StartAsync(proxy, site);

        using var answer = await AskAsync(between.Client, $"/api/v1/changes?since={await TokenAsync(site)}&wait=3", "identity");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(JsonNode.Parse(await answer.Content.ReadAsStringAsync(Token))!["data"]!.AsArray());
    }

    [Theory]
    [InlineData("/articles/2024-01-01-one")]
    [InlineData("/categories/News")]
    [InlineData("/")]
    public async Task Varnish_keeps_a_page_and_its_Markdown_apart_and_one_copy_of_either(string address)
    {
        await using var site = await StartSiteAsync();
        await using var between = await StartAsync("varnish", site);
        const string page = "text/html,application/xhtml+xml,application/xml;q=0.9";
        (string Accept, string Type, string Beginning, bool IsHit)[] requests =
        [
            ($"{page},image/avif,image/webp,*/*;q=0.8", "text/html", "<!doctype html>", false),
            ("text/markdown", "text/markdown", "# ", false),
            ($"{page},image/avif,image/webp,*/*;q=0.8", "text/html", "<!doctype html>", true),
            ("text/markdown", "text/markdown", "# ", true),
            // Another browser.
            ($"{page},*/*;q=0.8", "text/html", "<!doctype html>", true),
            ($"{page},text/markdown", "text/markdown", "# ", false),
        ];
        foreach (var (accept, type, beginning, isHit) in requests)
        {
            using var answer = await AskAsync(between.Client, address, "identity", accept: accept);

            Assert.Equal((accept, type, isHit), (accept, answer.Content.Headers.ContentType?.MediaType, IsHit(answer)));
            Assert.StartsWith(beginning, await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
            Assert.Contains("Accept", answer.Headers.Vary);
        }

        // The request, and the one by which the copy came.
        static bool IsHit(HttpResponseMessage answer) =>
            answer.Headers.GetValues("X-Varnish").Single().Contains(' ', StringComparison.Ordinal);
    }

    private static async Task<string> TokenAsync(TestSite site) =>
        (string)(await site.JsonAsync("/api/v1/changes?fields=id"))["page"]!["token"]!;

    // An answer without changes says only that the time was up.
    private static async Task<JsonArray> NextChangesAsync(HttpClient client, string token)
    {
        while (true)
        {
            using var answer = await AskAsync(client, $"/api/v1/changes?since={token}&wait=60", "identity");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var changes = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Token))!["data"]!.AsArray();
            if (changes.Count > 0) return changes;
        }
    }

    private static async Task<TestSite> StartSiteAsync()
    {
        var site = new TestSite { Arguments = ["--Site:Url", $"https://{Host}", "--Http:TrustedProxies", "127.0.0.1,::1"] };
        site.Content.With("_config.yml", "title: Tides\n");
        for (var i = 1; i < 30; i++)
            site.Content.With($"_posts/2024-02-{i:00}-many.md", $"---\ntitle: Many {i}\ncategory: News\n---\nA text, {i}.\n");
        site.Content.With("_posts/2024-01-01-one.md", "---\ntitle: One\ncategory: News\n---\nOne.\n");
        await site.StartAsync();
        return site;
    }

    private static Task<HttpResponseMessage> AskAsync(
        HttpClient client, string address, string coding, string? tag = null, string? accept = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Host = Host;
        request.Headers.Add("Accept-Encoding", coding);
        if (tag is not null) request.Headers.Add("If-None-Match", tag);
        if (accept is not null) request.Headers.TryAddWithoutValidation("Accept", accept);
        return client.SendAsync(request, Token);
    }

    private async Task<Proxy> StartAsync(string proxy, TestSite site, bool isPlain = false)
    {
        await TestCertificate.MakeAsync(folder);
        var server = site.Client.BaseAddress!.Port.ToString(CultureInfo.InvariantCulture);
        var ((name, package), arguments) = proxy switch
        {
            "nginx" => (("nginx", "nginx-light"), Nginx(server)),
            "caddy" => (("caddy", "caddy"), Caddy(server)),
            "haproxy" => (("haproxy", "haproxy"), HAProxy(server)),
            _ => (("varnishd", "varnish varnish-modules"), Varnish(server)),
        };
        var hasTls = !isPlain && proxy != "varnish";
        var port = hasTls ? secure.Number : plain.Number;
        return await Proxy.StartAsync((name, package), arguments, port, new Uri($"{(hasTls ? "https" : "http")}://{Host}"), folder.Path);
    }

    private string[] Nginx(string server)
    {
        var settings = With(
            Repository.Read("deploy/nginx/feedapi.conf"),
            ("/etc/letsencrypt/live/tides.example/fullchain.pem", folder.Full("crt.pem")),
            ("/etc/letsencrypt/live/tides.example/privkey.pem", folder.Full("key.pem")),
            ("/var/cache/nginx", folder.Path),
            ("    listen [::]:80;\n", ""),
            ("    listen [::]:443 ssl http2;\n", ""),
            ("proxy_read_timeout 30s;", $"proxy_read_timeout {timeout};"),
            ("listen 80;", $"listen 127.0.0.1:{plain.Number};"),
            ("listen 443 ssl", $"listen 127.0.0.1:{secure.Number} ssl"),
            ("127.0.0.1:8080", $"127.0.0.1:{server}"));
        folder.With("feedapi.conf", settings);
        string[] kinds = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
        var paths = string.Concat(kinds.Select(kind => $"{kind}_temp_path {folder.Path}/{kind};\n"));
        var user = Environment.IsPrivilegedProcess ? "user root;\n" : "";
        folder.With(
            "nginx.conf",
            $"{user}daemon off;\npid {folder.Path}/pid;\nevents {{}}\nhttp {{\n{paths}access_log off;\n"
            + $"include /etc/nginx/mime.types;\ninclude {folder.Full("feedapi.conf")};\n}}\n");
        return ["-p", folder.Path, "-c", folder.Full("nginx.conf"), "-e", folder.Full("errors")];
    }

    private string[] Caddy(string server)
    {
        var settings = With(
            Repository.Read("deploy/caddy/Caddyfile"),
            ("tides.example {", $"tides.example {{\n\ttls {folder.Full("crt.pem")} {folder.Full("key.pem")}"),
            ("response_header_timeout 30s", $"response_header_timeout {timeout}"),
            ("127.0.0.1:8080", $"127.0.0.1:{server}"));
        folder.With(
            "Caddyfile",
            $"{{\n\tadmin off\n\tdefault_bind 127.0.0.1\n\thttp_port {plain.Number}\n"
            + $"\thttps_port {secure.Number}\n}}\n{settings}");
        return ["run", "--adapter", "caddyfile", "--config", folder.Full("Caddyfile")];
    }

    private string[] HAProxy(string server)
    {
        folder.With("haproxy.cfg", With(
            Repository.Read("deploy/haproxy/haproxy.cfg"),
            ("/etc/haproxy/certs/tides.example.pem", folder.Full("both.pem")),
            ("bind :80\n", $"bind 127.0.0.1:{plain.Number}\n"),
            ("timeout server 30s", $"timeout server {timeout}"),
            ("bind :443", $"bind 127.0.0.1:{secure.Number}"),
            ("server a 127.0.0.1:8080", $"server a 127.0.0.1:{server}")));
        return ["-W", "-db", "-f", folder.Full("haproxy.cfg")];
    }

    private string[] Varnish(string server)
    {
        folder.With("rules.vcl", With(
            Repository.Read("deploy/varnish/feedapi.vcl"),
            (".first_byte_timeout = 30s;", $".first_byte_timeout = {timeout};"),
            (".between_bytes_timeout = 30s;", $".between_bytes_timeout = {timeout};"),
            ("\"8080\"", $"\"{server}\"")));
        return
        [
            "-F", "-j", "none", "-n", folder.Full("work"), "-f", folder.Full("rules.vcl"),
            "-a", $"127.0.0.1:{plain.Number}", "-s", "malloc,16m",
        ];
    }

    // Each of the texts must be there, so that this test notices when the settings change.
    private static string With(string settings, params (string Written, string Replaced)[] changes)
    {
        foreach (var (written, replaced) in changes)
        {
            Assert.Contains(written, settings, StringComparison.Ordinal);
            settings = settings.Replace(written, replaced, StringComparison.Ordinal);
        }

        return settings;
    }
}
