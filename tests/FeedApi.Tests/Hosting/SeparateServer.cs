using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Xunit;

namespace FeedApi.Tests.Hosting;

/// <summary>The program in a process of its own, over the folders of a site: for what would hurt the process of the tests.</summary>
public sealed class SeparateServer : IAsyncDisposable
{
    /// <summary>Only starts the server.</summary>
    public const string Plain = "exec \"$@\"";

    private readonly Process process;
    private readonly HttpClient client;
    private readonly StringBuilder output = new();

    private SeparateServer(Process process, HttpClient client) => (this.process, this.client) = (process, client);

    /// <summary>Everything it has printed.</summary>
    public string Output
    {
        get
        {
            lock (output) return output.ToString();
        }
    }

    /// <summary>Starts it, with any other script than <see cref="Plain"/> in namespaces of its own, and waits until every post is indexed.</summary>
    /// <param name="site">Whose folders it serves; not started itself.</param>
    /// <param name="script">For the shell; <c>exec "$@"</c> in it starts the server.</param>
    public static async Task<SeparateServer> StartAsync(TestSite site, string script)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        listener.Stop();
        var program = Path.Combine(Path.GetDirectoryName(typeof(FeedApi.Commands.FeedServer).Assembly.Location)!, "feedapi.dll");
        var isApart = script != Plain;
        string[] arguments =
        [
            .. isApart ? ["-Urm", "sh"] : Array.Empty<string>(), "-c", script, "sh", "dotnet", program, "--content", site.Content.Path, "--data", site.Data,
            "--urls", address, "--Site:Url", "https://example.org",
        ];
        var start = new ProcessStartInfo(isApart ? "unshare" : "sh", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        var server = new SeparateServer(Process.Start(start)!, new HttpClient { BaseAddress = new Uri(address) });
        server.Listen();
        await TestSite.UntilAsync(server.IsReadyAsync, "the server is ready");
        return server;
    }

    /// <summary>The body of a GET that must succeed.</summary>
    public Task<string> TextAsync(string address) => client.GetStringAsync(address, TestContext.Current.CancellationToken);

    /// <summary>Where a file of the server's own mounts is seen from here.</summary>
    public string Inside(string path) => string.Create(CultureInfo.InvariantCulture, $"/proc/{process.Id}/root{path}");

    /// <summary>Sends a signal, by its name without SIG.</summary>
    public void Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
        client.Dispose();
    }

    private void Listen()
    {
        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) => Take(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    private void Take(string? line)
    {
        lock (output) output.AppendLine(line);
    }

    private async Task<bool> IsReadyAsync()
    {
        Assert.False(process.HasExited, Output);
        try
        {
            using var response = await client.GetAsync("/health/ready", TestContext.Current.CancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
