using FeedApi.Commands.Localization;
using FeedApi.Commands.Options;
using FeedApi.Publishing;

namespace FeedApi.Commands.Offline;

/// <summary>A server for one command, with an index of its own that is deleted afterwards.</summary>
internal sealed class OfflineRun : IAsyncDisposable
{
    private readonly DirectoryInfo data;

    private OfflineRun(OfflineServer server, DirectoryInfo data) => (Server, this.data) = (server, data);

    /// <summary>How a command indexes posts: every article is rendered once, and nobody searches.</summary>
    public static PublishOptions Options { get; } = new() { OutlinesFrom = int.MaxValue, IndexesTexts = false };

    /// <summary>The server.</summary>
    public OfflineServer Server { get; }

    /// <summary>Reads all posts.</summary>
    /// <param name="settings">Settings from the command line, in the form of ASP.NET Core; that of the data folder is not used.</param>
    /// <param name="stop">Stops reading.</param>
    /// <exception cref="ServerSettingsException">Somebody writes to the folder all the time.</exception>
    public static async Task<OfflineRun> StartAsync(IReadOnlyList<string> settings, CancellationToken stop)
    {
        var data = Directory.CreateTempSubdirectory("feedapi-");
        try
        {
            var others = settings.Where(setting => !setting.StartsWith("--data=", StringComparison.OrdinalIgnoreCase));
            var server = await OfflineServer.StartAsync([.. others, $"--data={data.FullName}"], Options, stop)
                ?? throw new ServerSettingsException(
                    Localized.Text("Not all posts could be read; run it again when nobody writes to the folder"));
            return new OfflineRun(server, data);
        }
        catch
        {
            data.Delete(recursive: true);
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        data.Delete(recursive: true);
    }
}
