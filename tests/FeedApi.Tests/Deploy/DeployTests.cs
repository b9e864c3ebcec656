using System.Text.RegularExpressions;
using FeedApi.Tests.Content;
using FeedApi.Tests.Docs;
using FeedApi.Tests.Feeds.Validators;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Deploy;

/// <summary>The files for operators: the programs that they are for accept them, and what they name is there.</summary>
public sealed partial class DeployTests : IDisposable
{
    private readonly ContentFolder folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("prometheus/alerts.yml")]
    [InlineData("grafana/dashboard.json")]
    public async Task Every_metric_of_alerts_and_dashboard_is_one_that_the_server_has(string file)
    {
        await using var site = await TestSite.StartAsync(content => content
            .With("_posts/2024-01-01-x.md", "---\ntitle: X\n---\n![gone](/gone.png)\n"));
        for (var ask = 0; ask < 2; ask++) await site.Client.GetStringAsync("/feed.rss", Token);
        var metrics = await site.Management.GetStringAsync("/metrics", Token);
        var known = Declared().Matches(metrics).Select(each => each.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);

        var named = Metric().Matches(Repository.Read($"deploy/{file}")).Select(each => each.Value)
            .Distinct(StringComparer.Ordinal).ToList();

        Assert.True(named.Count >= 8, string.Join(' ', named));
        // A histogram has series of other names than its own.
        Assert.DoesNotContain(named, name => !known.Contains(name) && !known.Contains(Suffix().Replace(name, "")));
    }

    [Fact]
    public void Runbooks_are_sections_of_the_documents()
    {
        var headings = Heading().Matches(Repository.Read("docs/operations.md"))
            .Select(each => each.Groups["text"].Value.ToLowerInvariant().Replace(' ', '-')).ToHashSet(StringComparer.Ordinal);

        var named = Runbook().Matches(Repository.Read("deploy/prometheus/alerts.yml")).Select(each => each.Groups["anchor"].Value).ToList();

        Assert.NotEmpty(named);
        Assert.DoesNotContain(named, anchor => !headings.Contains(anchor));
    }

    [Fact]
    public async Task Prometheus_accepts_the_alerts() =>
        await AssertAcceptedAsync("promtool", ["check", "rules", Repository.PathOf("deploy/prometheus/alerts.yml")], "prometheus");

    [Fact]
    public async Task The_unit_is_hardened()
    {
        var unit = Repository.PathOf("deploy/systemd/feedapi.service");

        await AssertAcceptedAsync("systemd-analyze", ["security", "--offline=true", "--threshold=20", "--no-pager", unit], "systemd");
    }

    [Fact]
    public async Task Varnish_accepts_its_rules()
    {
        folder.With("rules.vcl", Repository.Read("deploy/varnish/feedapi.vcl"));

        await AssertAcceptedAsync("varnishd", ["-C", "-n", folder.Full("work"), "-f", folder.Full("rules.vcl")], "varnish varnish-modules");
    }

    [Fact]
    public async Task Caddy_accepts_its_settings() => await AssertAcceptedAsync(
        "caddy", ["validate", "--adapter", "caddyfile", "--config", Repository.PathOf("deploy/caddy/Caddyfile")], "caddy");

    [Fact]
    public async Task HAProxy_accepts_its_settings()
    {
        await TestCertificate.MakeAsync(folder);
        var settings = Repository.Read("deploy/haproxy/haproxy.cfg");
        const string certificate = "/etc/haproxy/certs/tides.example.pem";
        folder.With("haproxy.cfg", settings.Replace(certificate, folder.Full("both.pem"), StringComparison.Ordinal));

        await AssertAcceptedAsync("haproxy", ["-c", "-f", folder.Full("haproxy.cfg")], "haproxy");
    }

    [Fact]
    public async Task Nginx_accepts_its_settings()
    {
        await TestCertificate.MakeAsync(folder);
        folder.With("export/nginx.conf", "index index.html;\n");
        foreach (var file in (string[])["feedapi.conf", "export.conf"])
        {
            var settings = Repository.Read($"deploy/nginx/{file}")
                .Replace("/etc/letsencrypt/live/tides.example/fullchain.pem", folder.Full("crt.pem"), StringComparison.Ordinal)
                .Replace("/etc/letsencrypt/live/tides.example/privkey.pem", folder.Full("key.pem"), StringComparison.Ordinal)
                .Replace("/srv/feedapi-export/current", folder.Full("export"), StringComparison.Ordinal)
                .Replace("/var/cache/nginx", folder.Path, StringComparison.Ordinal);
            folder.With(file, settings);
        }

        string[] kinds = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
        var paths = string.Concat(kinds.Select(kind => $"{kind}_temp_path {folder.Path}/{kind};\n"));
        folder.With(
            "nginx.conf",
            $"pid {folder.Path}/pid;\nevents {{}}\nhttp {{\n{paths}access_log off;\n"
            + $"include {folder.Full("feedapi.conf")};\ninclude {folder.Full("export.conf")};\n}}\n");

        string[] arguments = ["-t", "-p", folder.Path, "-c", folder.Full("nginx.conf"), "-e", folder.Full("errors")];
        await AssertAcceptedAsync("nginx", arguments, "nginx-light");
    }

    private static async Task AssertAcceptedAsync(string program, string[] arguments, string package)
    {
        var (code, output, errors) = await ExternalTool.RunAsync(program, arguments, $"Install {package} to run this test.");

        Assert.True(code == 0, output + errors);
    }

    [GeneratedRegex(@"^# TYPE (?<name>\S+) ", RegexOptions.Multiline)]
    private static partial Regex Declared();

    [GeneratedRegex(@"\b(feedapi|dotnet|process)_[a-z0-9_]+")]
    private static partial Regex Metric();

    [GeneratedRegex("_(bucket|sum|count)$")]
    private static partial Regex Suffix();

    [GeneratedRegex(@"^## (?<text>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"runbook_url: docs/operations\.md#(?<anchor>\S+)")]
    private static partial Regex Runbook();
}
