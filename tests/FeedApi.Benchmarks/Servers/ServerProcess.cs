using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace FeedApi.Benchmarks.Servers;

/// <summary>The program in a process of its own, so that its memory can be measured.</summary>
internal sealed class ServerProcess : IDisposable
{
    private const string ReadyPath = "/health/ready";

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(5);

    // A server that does not answer is a fault; one that waits for a busy machine is none.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process process;
    private readonly ServerOutput output;
    private readonly Stopwatch sinceStart = Stopwatch.StartNew();

    private ServerProcess(Process process, ServerOutput output)
    {
        (this.process, this.output) = (process, output);
        Client = new HttpClient { Timeout = Patience };
    }

    /// <summary>Asks the server, once <see cref="UntilAsync"/> has found where it listens.</summary>
    public HttpClient Client { get; }

    /// <summary>Time since the process was started.</summary>
    public TimeSpan Age => sinceStart.Elapsed;

    /// <summary>Processor time of the process since its start, of the program and of the kernel for it.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Most memory that the process ever had, in MB.</summary>
    public double PeakMegabytes => Status("VmHWM:");

    /// <summary>Memory that is not that of mapped files, in MB.</summary>
    public double AnonymousMegabytes => Status("RssAnon:");

    /// <summary>Starts the server over a content folder, and does not wait for it.</summary>
    /// <param name="content">The content folder.</param>
    /// <param name="data">The folder of the index.</param>
    /// <param name="more">Further options.</param>
    public static ServerProcess Start(string content, string data, params string[] more)
    {
        var (process, output) = ServerOutput.Start(["--content", content, "--data", data, .. more]);
        return new ServerProcess(process, output);
    }

    /// <summary>Starts the server of any build over a content folder, and does not wait for it.</summary>
    /// <param name="program">Path of its <c>feedapi.dll</c>.</param>
    /// <param name="content">The content folder.</param>
    /// <param name="data">The folder of the index.</param>
    /// <param name="more">Further options.</param>
    public static ServerProcess StartBuild(string program, string content, string data, params string[] more)
    {
        var (process, output) = ServerOutput.StartBuild(program, ["--content", content, "--data", data, .. more]);
        return new ServerProcess(process, output);
    }

    /// <summary>Starts what takes the options of the program and becomes a server, and does not wait for it.</summary>
    /// <param name="command">The program and its first arguments.</param>
    /// <param name="content">The content folder.</param>
    /// <param name="data">The folder of the index.</param>
    /// <param name="more">Further options.</param>
    public static ServerProcess StartCommand(IReadOnlyList<string> command, string content, string data, params string[] more)
    {
        var (process, output) = ServerOutput.StartCommand(command, ["--content", content, "--data", data, .. more]);
        return new ServerProcess(process, output);
    }

    /// <summary>The same by way of another program, which must become the server.</summary>
    /// <param name="launcher">The program and its arguments.</param>
    /// <param name="content">The content folder.</param>
    /// <param name="data">The folder of the index.</param>
    /// <param name="more">Further options.</param>
    public static ServerProcess StartBy(IReadOnlyList<string> launcher, string content, string data, params string[] more)
    {
        var (process, output) = ServerOutput.StartBy(launcher, ["--content", content, "--data", data, .. more]);
        return new ServerProcess(process, output);
    }

    /// <summary>The number of the process.</summary>
    public int Id => process.Id;

    /// <summary>True when it has ended by itself.</summary>
    public bool HasEnded => process.HasExited;

    /// <summary>Where it listens, once <see cref="UntilAsync"/> has found it.</summary>
    public Uri Address => Client.BaseAddress!;

    /// <summary>All the memory that it has now, in MB.</summary>
    public double Megabytes => Status("VmRSS:");

    /// <summary>Waits for a good answer.</summary>
    /// <param name="path">What is asked for.</param>
    /// <param name="isGood">Whether a body with status 200 is the one that is waited for.</param>
    /// <param name="interval">Time between two requests; 5 ms when it is not given.</param>
    /// <returns>The body of the good answer.</returns>
    /// <exception cref="InvalidOperationException">The server has stopped.</exception>
    public async Task<string> UntilAsync(string path, Func<string, bool> isGood, TimeSpan? interval = null)
    {
        Client.BaseAddress ??= await output.Listening;
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

            await Task.Delay(interval ?? Interval);
        }

        throw new InvalidOperationException("The server has stopped.");
    }

    /// <summary>Waits until the server serves and every article is rendered, so that search answers and totals are final.</summary>
    /// <param name="interval">Time between two requests; 5 ms when it is not given.</param>
    /// <exception cref="InvalidOperationException">The server has stopped.</exception>
    public Task UntilWholeAsync(TimeSpan? interval = null) => UntilAsync(ReadyPath, IsWhole, interval);

    /// <summary>Waits until the server serves every feed.</summary>
    /// <param name="interval">Time between two requests.</param>
    /// <returns>True when it is whole by then, as builds are that render everything before they serve.</returns>
    /// <exception cref="InvalidOperationException">The server has stopped.</exception>
    public async Task<bool> UntilReadyAsync(TimeSpan interval) => IsWhole(await UntilAsync(ReadyPath, _ => true, interval));

    /// <summary>Waits until so many articles are served.</summary>
    public async Task UntilTotalAsync(int total)
    {
        while (await TotalAsync() != total) await Task.Delay(10 * Interval);
    }

    /// <summary>How many articles are served.</summary>
    public async Task<int> TotalAsync()
    {
        var list = JsonNode.Parse(await Client.GetStringAsync("/api/v1/articles?limit=1&include=total"));
        return (int)list!["page"]!["total"]!;
    }

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

    /// <summary>The folder of the process in <c>/proc</c>.</summary>
    public string ProcessFolder => string.Create(CultureInfo.InvariantCulture, $"/proc/{process.Id}");

    /// <summary>True when the process has ended.</summary>
    public bool HasExited => process.HasExited;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.Dispose();
        Client.Dispose();
    }

    private static bool IsWhole(string health) => !health.Contains("\"unrendered\"", StringComparison.Ordinal);

    private double Status(string name)
    {
        var line = File.ReadLines($"/proc/{process.Id}/status").First(line => line.StartsWith(name, StringComparison.Ordinal));
        return double.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }
}
