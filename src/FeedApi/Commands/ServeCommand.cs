using System.CommandLine;
using FeedApi.Commands.Localization;
using FeedApi.Commands.Options;
using FeedApi.Http.Hosting;

namespace FeedApi.Commands;

/// <summary><c>feedapi serve</c>, the default: publishes the content folder and its changes until it is stopped.</summary>
internal static class ServeCommand
{
    /// <summary>The name of the command, which may be left out.</summary>
    public const string Name = "serve";

    /// <summary>The command.</summary>
    /// <param name="settings">Settings from the command line, in the form of ASP.NET Core.</param>
    public static Command Create(IReadOnlyList<string> settings)
    {
        var command = new Command(Name, Localized.Text("Publish the content folder and follow its changes (the default)."));
        command.SetAction((_, cancellationToken) => RunAsync(settings, cancellationToken));
        return command;
    }

    /// <summary>Serves until the process receives a stop signal.</summary>
    /// <returns>0, also after a signal; 2 when a setting is invalid, which one line on the error output reports.</returns>
    public static Task<int> RunAsync(IReadOnlyList<string> settings, CancellationToken cancellationToken) => CommandRun.RunAsync(
        async stop =>
        {
            await using var server = FeedServer.Create([.. settings]);
            await server.StartAsync(stop);
            RefuseUnused(server.Services.GetRequiredService<ListeningSockets>());
            await server.WaitForShutdownAsync(stop);
            return 0;
        },
        cancellationToken);

    // Whoever connects to it would wait for ever.
    private static void RefuseUnused(ListeningSockets sockets)
    {
        if (sockets.Unused is not [var address, ..]) return;
        throw new ServerSettingsException(Localized.Text(
            $"The service manager listens on {address}, which is none of the addresses of urls, Management:Urls and Http2:Urls"));
    }
}
