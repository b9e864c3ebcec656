using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using FeedApi.Tests.Feeds.Validators;
using FeedApi.Tests.Hosting;
using FeedApi.Tests.Http.Conformance;
using Xunit;

namespace FeedApi.Tests.Http.Caches;

/// <summary>
/// Varnish in front of a server, on loopback, with its own rules but for what makes them visible. Where it is not
/// installed, tests are skipped.
/// </summary>
public sealed partial class Varnish : IAsyncDisposable
{
    private const string Missing = "Install varnish to run this test.";

    private readonly string folder = Path.Combine(Path.GetTempPath(), "feedapi-varnish-" + Guid.NewGuid().ToString("n"));
    private readonly Process process;

    private Varnish(TestSite site, string[] parameters)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "test.vcl"), RulesOf(site.Client.BaseAddress!));
        string[] arguments =
        [
            "-F", "-j", "none", "-n", WorkFolder, "-f", Path.Combine(folder, "test.vcl"),
            "-a", "127.0.0.1:0", "-s", "malloc,16m", .. parameters
        ];
        process = Start(new ProcessStartInfo("varnishd", arguments) { RedirectStandardOutput = true, RedirectStandardError = true });
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = null!;

    private string WorkFolder => Path.Combine(folder, "work");

    /// <summary>Starts it; skips the test where it is not installed.</summary>
    /// <param name="site">What it stands in front of.</param>
    /// <param name="parameters">More of its command line.</param>
    public static async Task<Varnish> StartAsync(TestSite site, params string[] parameters)
    {
        var varnish = new Varnish(site, parameters);
        await TestSite.UntilAsync(varnish.IsListeningAsync, "varnishd listens");
        return varnish;
    }

    /// <summary>An address that the cache has not seen; the server gets it without what is added.</summary>
    public static string Unseen(string target, int number) =>
        string.Create(
            CultureInfo.InvariantCulture, $"{target}{(target.Contains('?', StringComparison.Ordinal) ? '&' : '?')}unseen={number}");

    /// <summary>The answer to a GET.</summary>
    public Task<RawAnswer> GetAsync(string target, params string[] fields) => SendAsync("GET", target, fields);

    /// <summary>The answer to a request.</summary>
    public Task<RawAnswer> SendAsync(string method, string target, params string[] fields) =>
        RawHttp.SendAsync(Address, method, target, fields);

    /// <summary>True when an answer came from the cache.</summary>
    public static bool IsHit(RawAnswer answer) => answer["X-Hits"] is not "0";

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // The manager ends its worker.
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static string RulesOf(Uri backend) => $$"""
        vcl 4.1;
        backend default { .host = "{{backend.Host}}"; .port = "{{backend.Port}}"; }
        sub vcl_backend_fetch { set bereq.url = regsub(bereq.url, "[?&]unseen=\d+$", ""); }
        sub vcl_backend_response {
            if (bereq.url ~ "brief=1") { set beresp.ttl = 0.1s; set beresp.grace = 0s; set beresp.keep = 1h; }
            if (beresp.was_304) { set beresp.http.X-Revalidated = "yes"; }
        }
        sub vcl_deliver { set resp.http.X-Hits = obj.hits; }
        """;

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            Assert.Skip(Missing);
            throw;
        }
    }

    // It chooses its port itself, and tells it to its own command.
    private async Task<bool> IsListeningAsync()
    {
        if (process.HasExited) throw new InvalidOperationException("varnishd has ended.");
        var (_, output, _) = await ExternalTool.RunAsync("varnishadm", ["-n", WorkFolder, "debug.listen_address"], Missing);
        if (ListenAddress().Match(output) is not { Success: true } listening) return false;
        Address = new Uri($"http://127.0.0.1:{listening.Groups[1].Value}");
        return true;
    }

    [GeneratedRegex(@"^a0 127\.0\.0\.1 ([1-9][0-9]*)\s*$", RegexOptions.Multiline)]
    private static partial Regex ListenAddress();
}
