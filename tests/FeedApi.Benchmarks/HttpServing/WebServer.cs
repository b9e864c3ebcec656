using System.Diagnostics;
using System.Globalization;
using FeedApi.Benchmarks.Servers;

namespace FeedApi.Benchmarks.HttpServing;

/// <summary>A web server in processes of its own, with what it has used of the processor.</summary>
internal sealed class WebServer : IDisposable
{
    // The kernel counts in hundredths of a second.
    private const double MicrosecondsPerTick = 10_000;

    private readonly Process process;

    private WebServer(string name, Process process, Uri address) => (Name, this.process, Address) = (name, process, address);

    /// <summary>The name in the table.</summary>
    public string Name { get; }

    /// <summary>Where it answers.</summary>
    public Uri Address { get; }

    /// <summary>The time that all its processes have used so far, in microseconds.</summary>
    public double CpuMicroseconds => Processes().Sum(id => TicksOf(id)) * MicrosecondsPerTick;

    /// <summary>Memory that is not that of mapped files, in MB.</summary>
    public double AnonymousMegabytes => Processes().Sum(AnonymousOf);

    /// <summary>Starts FeedApi over a content folder and waits until it answers, and has nothing left to do.</summary>
    /// <param name="program">Path of the <c>feedapi.dll</c>.</param>
    /// <param name="content">The content folder.</param>
    /// <param name="data">The folder of the index.</param>
    public static async Task<WebServer> StartFeedApiAsync(string program, string content, string data)
    {
        var (process, output) = ServerOutput.StartBuild(program, "--content", content, "--data", data);
        var server = new WebServer("feedapi", process, await output.Listening);
        await server.UntilAsync("/health/ready", body => !body.Contains("\"unrendered\"", StringComparison.Ordinal));
        return server;
    }

    /// <summary>Starts another program, which has been told where to listen, and waits until it answers.</summary>
    public static async Task<WebServer> StartAsync(string name, Uri address, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var server = new WebServer(name, process, address);
        await server.UntilAsync("/feed.rss", _ => true);
        return server;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!process.HasExited)
        {
            using var stop = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
            if (!process.WaitForExit(TimeSpan.FromSeconds(15))) process.Kill(entireProcessTree: true);
        }

        process.Dispose();
    }

    private async Task UntilAsync(string path, Func<string, bool> isGood)
    {
        using var client = new HttpClient();
        for (var tries = 0; tries < 12_000; tries++)
        {
            if (process.HasExited) throw new InvalidOperationException(Name + " has stopped.");
            try
            {
                using var answer = await client.GetAsync(new Uri(Address, path));
                if (answer.IsSuccessStatusCode && isGood(await answer.Content.ReadAsStringAsync())) return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(50);
        }

        throw new InvalidOperationException(Name + " does not answer.");
    }

    // nginx serves in children.
    private IEnumerable<int> Processes()
    {
        var own = process.Id.ToString(CultureInfo.InvariantCulture);
        var children = File.ReadAllText($"/proc/{own}/task/{own}/children");
        return children.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(id => int.Parse(id, CultureInfo.InvariantCulture))
            .Append(process.Id);
    }

    private static long TicksOf(int id)
    {
        var fields = File.ReadAllText($"/proc/{id}/stat").Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture);
    }

    private static double AnonymousOf(int id)
    {
        var line = File.ReadLines($"/proc/{id}/status").First(line => line.StartsWith("RssAnon:", StringComparison.Ordinal));
        return double.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }
}
