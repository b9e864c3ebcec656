using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace FeedApi.Benchmarks.Scale;

/// <summary>The program in a process of its own, so that its memory can be measured.</summary>
internal sealed class ServerProcess : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(5);

    private readonly Process process;
    private readonly Stopwatch sinceStart = Stopwatch.StartNew();

    private ServerProcess(Process process, Uri address)
    {
        this.process = process;
        Client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };
    }

    /// <summary>Asks the server.</summary>
    public HttpClient Client { get; }

    /// <summary>Time since the process was started.</summary>
    public TimeSpan Age => sinceStart.Elapsed;

    /// <summary>Most memory that the process ever had, in MB.</summary>
    public double PeakMegabytes => Status("VmHWM:");

    /// <summary>Memory that is not that of mapped files, in MB.</summary>
    public double AnonymousMegabytes => Status("RssAnon:");

    /// <summary>Starts the server over a content folder.</summary>
    /// <param name="content">The content folder.</param>
    /// <param name="data">The folder of the index.</param>
    /// <param name="more">Further options.</param>
    public static ServerProcess Start(string content, string data, params string[] more)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var program = Path.Combine(AppContext.BaseDirectory, "feedapi.dll");
        string[] arguments = [program, "--content", content, "--data", data, "--urls", address.ToString(), "--environment", "Production", "--Logging:LogLevel:Default", "Warning", .. more];
        return new ServerProcess(Process.Start(new ProcessStartInfo("dotnet", arguments))!, address);
    }

    /// <summary>Where it listens.</summary>
    public Uri Address => Client.BaseAddress!;

    /// <summary>All the memory that it has now, in MB.</summary>
    public double Megabytes => Status("VmRSS:");

    /// <summary>Waits for a good answer.</summary>
    public async Task<string> UntilAsync(string path, Func<string, bool> isGood)
    {
        while (!process.HasExited)
        {
            try
            {
                using var response = await Client.GetAsync(path);
                var body = await response.Content.ReadAsStringAsync();
                if (response.IsSuccessStatusCode && isGood(body)) return body;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(Interval);
        }

        throw new InvalidOperationException("The server has stopped.");
    }

    /// <summary>How many articles are served.</summary>
    public async Task<int> TotalAsync() => (int)JsonNode.Parse(await Client.GetStringAsync("/api/v1/articles?limit=1&include=total"))!["page"]!["total"]!;

    /// <summary>Stops the server as an operator does, and gives its exit code.</summary>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    /// <summary>Ends the server at once, with SIGKILL.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.Dispose();
        Client.Dispose();
    }

    private double Status(string name)
    {
        var line = File.ReadLines($"/proc/{process.Id}/status").First(line => line.StartsWith(name, StringComparison.Ordinal));
        return double.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }

    /// <summary>A port of the loopback interface that nobody uses now.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
