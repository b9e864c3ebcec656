using System.Globalization;
using FeedApi.Benchmarks.Servers;
using FeedApi.Catalog.Sqlite.Upgrades;

namespace FeedApi.Reliability.Upgrades;

/// <summary>A version of the program.</summary>
/// <param name="Schema">The version of its tables.</param>
/// <param name="Rendering">The version of its rendering.</param>
internal sealed record ServedVersion(int Schema, int Rendering)
{
    private static readonly string[] Options = [.. PatientSearch.Options, "--Limits:Enabled", "false"];

    /// <summary>Starts its server, and does not wait for it.</summary>
    /// <param name="content">The content folder.</param>
    /// <param name="data">The folder of the index.</param>
    public ServerProcess Start(string content, string data) => ServerProcess.StartCommand(
        [
            "dotnet", Path.Combine(AppContext.BaseDirectory, "FeedApi.Reliability.dll"), ServeAsCommand.Name, Number(Schema),
            Number(Rendering),
        ],
        content,
        data,
        Options);

    /// <summary>Waits until its server serves an index of its own that it has rendered itself, and the change log of that.</summary>
    public async Task<ChangeLog> UntilCompleteAsync(ServerProcess server, string data)
    {
        var index = Path.Combine(data, IndexFiles.NameOf(Schema));
        while (true)
        {
            await server.UntilWholeAsync();
            await server.UntilAsync("/health/ready", body => !body.Contains("index-outdated", StringComparison.Ordinal));
            if (ChangeLog.Read(index) is { RenderedAs: { } rendered } log
                && rendered.StartsWith(Number(Rendering) + ":", StringComparison.Ordinal))
                return log;
            await Task.Delay(20);
        }
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
