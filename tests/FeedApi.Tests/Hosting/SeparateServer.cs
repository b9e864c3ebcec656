using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using Xunit;

namespace FeedApi.Tests.Hosting;

/// <summary>The program in a process of its own, over the folders of a site: for what would hurt the process of the tests.</summary>
public sealed partial class SeparateServer : IAsyncDisposable
{
    /// <summary>Only starts the server.</summary>
    public const string Plain = "exec \"$@\"";

    /// <summary>Starts the server without the privilege of root to read what permissions forbid.</summary>
    public const string Unprivileged = "exec setpriv --bounding-set=-all --inh-caps=-all \"$@\"";

    private readonly Process process;
    private readonly HttpClient client = new();
    private readonly StringBuilder output = new();

    /// <summary>The number of open files that no test reaches.</summary>
    public const int MostFiles = 20_000;

    private SeparateServer(Process process) => this.process = process;

    /// <summary>True when it has logged an event; the console shows its id.</summary>
    public bool HasLogged(EventId happening) =>
        Output.Contains(string.Create(CultureInfo.InvariantCulture, $"[{happening.Id}]"), StringComparison.Ordinal);

    /// <summary>Everything it has printed.</summary>
    public string Output
    {
        get
        {
            lock (output) return output.ToString();
        }
    }

    /// <summary>
    /// Starts it, with any other script than <see cref="Plain"/> and <see cref="Unprivileged"/> in namespaces of its own, and waits until
    /// every post is indexed.
    /// </summary>
    /// <param name="site">Whose folders it serves; not started itself.</param>
    /// <param name="script">For the shell; <c>exec "$@"</c> in it starts the server.</param>
    public static async Task<SeparateServer> StartAsync(TestSite site, string script)
    {
        var isApart = script is not (Plain or Unprivileged);
        string[] arguments =
        [
            .. isApart ? ["-Urm", "sh"] : Array.Empty<string>(), "-c", script, "sh",
            "dotnet", ProgramRun.Program, "--content", site.Content.Path, "--data", site.Data,
            "--urls", "http://127.0.0.1:0", "--Site:Url", "https://example.org",
            // Whatever the environment says, it tells where it listens.
            "--Logging:LogLevel:Microsoft.Hosting.Lifetime", "Information",
        ];
        var start =
            new ProcessStartInfo(isApart ? "unshare" : "sh", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        var server = new SeparateServer(Process.Start(start)!);
        server.Listen();
        await TestSite.UntilAsync(server.IsReadyAsync, "the server is ready");
        return server;
    }

    /// <summary>The body of a GET that must succeed.</summary>
    public Task<string> TextAsync(string address) => client.GetStringAsync(address, TestContext.Current.CancellationToken);

    /// <summary>Where a file of the server's own mounts is seen from here.</summary>
    public string Inside(string path) => string.Create(CultureInfo.InvariantCulture, $"/proc/{process.Id}/root{path}");

    /// <summary>Sets how many files it may have open.</summary>
    public void LimitFiles(int most)
    {
        string[] arguments =
        [
            string.Create(CultureInfo.InvariantCulture, $"--pid={process.Id}"),
            string.Create(CultureInfo.InvariantCulture, $"--nofile={most}:{MostFiles}"),
        ];
        using var prlimit = Process.Start("prlimit", arguments);
        prlimit.WaitForExit();
    }

    /// <summary>Sends a signal, by its name without SIG.</summary>
    public void Signal(string name)
    {
        // The shell has a command of that name; the program of that name is not everywhere.
        using var kill = Process.Start("sh", ["-c", string.Create(CultureInfo.InvariantCulture, $"kill -{name} {process.Id}")]);
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
        if (process.HasExited) throw new InvalidOperationException("The server ended by itself: " + Output);
        if (ListeningOn().Match(Output) is not { Success: true } listening) return false;
        client.BaseAddress ??= new Uri(listening.Groups[1].Value);
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

    // Kestrel chooses the port, and the host tells it.
    [GeneratedRegex("Now listening on: ([^\\s\"]+)")]
    private static partial Regex ListeningOn();
}
