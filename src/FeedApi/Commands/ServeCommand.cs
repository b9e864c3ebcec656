using System.CommandLine;
using System.Net.Sockets;
using FeedApi.Catalog;
using FeedApi.Commands.Options;
using FeedApi.Http.Hosting;
using FeedApi.Site;

namespace FeedApi.Commands;

/// <summary><c>feedapi serve</c>, the default: publishes the content folder and its changes until it is stopped.</summary>
internal static class ServeCommand
{
    /// <summary>The command.</summary>
    /// <param name="settings">Settings from the command line, in the form of ASP.NET Core.</param>
    public static Command Create(IReadOnlyList<string> settings)
    {
        var command = new Command("serve", "Publish the content folder and follow its changes (the default).");
        command.SetAction((_, cancellationToken) => RunAsync(settings, cancellationToken));
        return command;
    }

    /// <summary>Serves until the process receives a stop signal.</summary>
    /// <returns>0, also after a signal; 2 when a setting is invalid, which one line on the error output reports.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> settings, CancellationToken cancellationToken)
    {
        // Before a thread is started: with too few the process may end without a word.
        if (OpenFileLimit.Refusal is { } refusal) return await StartFailure.ReportAsync(new ServerSettingsException(refusal));
        using var signals = new StopSignals(cancellationToken);
        try
        {
            await using var server = FeedServer.Create([.. settings]);
            await server.StartAsync(signals.Stop);
            await server.WaitForShutdownAsync(signals.Stop);
            return 0;
        }
        catch (OperationCanceledException) when (signals.Stop.IsCancellationRequested)
        {
            // Stopped during startup.
            return 0;
        }
        catch (Exception failure) when (failure is SiteConfigException or ServerSettingsException)
        {
            return await StartFailure.ReportAsync(failure);
        }
        catch (Exception failure) when (OpenFileLimit.Explain(failure) is { } reason)
        {
            return await StartFailure.ReportAsync(new ServerSettingsException(reason));
        }
        catch (Exception failure) when (failure is CatalogException
            or UnauthorizedAccessException or IOException or SocketException or InvalidOperationException or InvalidDataException
            or FormatException)
        {
            // A listener that cannot be opened throws any of the last five, and a file that may not be read the one before them.
            return await StartFailure.ReportAsync(failure);
        }
    }
}
