using System.CommandLine;
using System.Net.Sockets;
using FeedApi.Commands.Localization;
using FeedApi.Commands.Options;
using FeedApi.Site.Addresses;

namespace FeedApi.Commands.Doctor;

/// <summary>
/// <c>feedapi health</c>: asks a running server whether it is ready, for supervisors that run a program to find out.
/// </summary>
internal static class HealthCommand
{
    private const int NotReadyCode = 1;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private static readonly Option<string?> Address = new("--url")
    {
        Description = Localized.Text(
            "The address of the server, such as http://localhost:5000 or http://unix:/run/feedapi.sock; else that of --urls."),
    };

    /// <summary>The command.</summary>
    /// <param name="settings">Settings from the command line, in the form of ASP.NET Core.</param>
    public static Command Create(IReadOnlyList<string> settings)
    {
        var command = new Command("health", Localized.Text("Ask a running server whether it is ready.")) { Address };
        command.SetAction((result, cancellationToken) => CommandRun.RunAsync(
            stop => RunAsync(settings, result.GetValue(Address), stop), cancellationToken, isWholeOrNothing: true));
        return command;
    }

    private static async Task<int> RunAsync(IReadOnlyList<string> settings, string? address, CancellationToken stop)
    {
        var url = address ?? new CommandSettings(settings).Options.Urls.Split(';')[0];
        using var client = ClientOf(url);
        try
        {
            using var answer = await client.GetAsync(Routes.Ready, stop);
            await Console.Out.WriteLineAsync(await answer.Content.ReadAsStringAsync(stop));
            return answer.IsSuccessStatusCode ? 0 : NotReadyCode;
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException && !stop.IsCancellationRequested)
        {
            var reason = failure.InnerException?.Message ?? failure.Message;
            await Console.Error.WriteLineAsync("feedapi: " + Localized.Text($"{url} does not answer: {reason}"));
            return NotReadyCode;
        }
    }

    private static HttpClient ClientOf(string url)
    {
        const string unix = "http://unix:";
        if (url.StartsWith(unix, StringComparison.OrdinalIgnoreCase)) return ClientOfSocket(url[unix.Length..].TrimEnd(':'));
        // Every address of a machine has loopback among them.
        var named = url.Replace("://*", "://localhost", StringComparison.Ordinal).Replace("://+", "://localhost", StringComparison.Ordinal)
            .Replace("://0.0.0.0", "://127.0.0.1", StringComparison.Ordinal).Replace("://[::]", "://[::1]", StringComparison.Ordinal);
        if (!Uri.TryCreate(named, UriKind.Absolute, out var parsed) || parsed.Scheme is not ("http" or "https"))
            throw new ServerSettingsException(Localized.Text($"--url is {url}; write an address such as http://localhost:5000"));
        return new HttpClient { BaseAddress = parsed, Timeout = Patience };
    }

    private static HttpClient ClientOfSocket(string path) => new(new SocketsHttpHandler
    {
        ConnectCallback = async (_, cancellationToken) =>
        {
            var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        },
    })
    {
        BaseAddress = new Uri("http://localhost"),
        Timeout = Patience,
    };
}
