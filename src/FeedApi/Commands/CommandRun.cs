using System.Net.Sockets;
using FeedApi.Catalog;
using FeedApi.Commands.Localization;
using FeedApi.Commands.Options;
using FeedApi.Http.Hosting;
using FeedApi.Site;

namespace FeedApi.Commands;

/// <summary>Runs a command that makes a server, until it has ended or the process receives a stop signal.</summary>
internal static class CommandRun
{
    /// <summary>Runs the command.</summary>
    /// <param name="run">The command; it gets what is cancelled by a stop signal.</param>
    /// <param name="cancellationToken">Stops it too.</param>
    /// <param name="isWholeOrNothing">True: a command that was stopped has failed.</param>
    /// <returns>
    /// What the command returns; 0 after a signal; <see cref="StartFailure.Code"/> when a setting is invalid or something cannot be had,
    /// which one line on the error output reports.
    /// </returns>
    public static async Task<int> RunAsync(
        Func<CancellationToken, Task<int>> run, CancellationToken cancellationToken, bool isWholeOrNothing = false)
    {
        ArgumentNullException.ThrowIfNull(run);
        // Before a thread is started: with too few the process may end without a word.
        if (OpenFileLimit.Refusal is { } refusal) return await StartFailure.ReportAsync(new ServerSettingsException(refusal));
        using var signals = new StopSignals(cancellationToken);
        try
        {
            return await run(signals.Stop);
        }
        catch (OperationCanceledException) when (signals.Stop.IsCancellationRequested)
        {
            // A server that is stopped during startup has done what it was told.
            if (!isWholeOrNothing) return 0;
            return await StartFailure.ReportAsync(new ServerSettingsException(Localized.Text("Stopped by a signal")));
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
