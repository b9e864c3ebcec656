using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using FeedApi.Tests.Content;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Http.Hosting;

/// <summary>Sockets that systemd holds for the server: it is started by the first connection.</summary>
public sealed class SocketActivationTests : IDisposable
{
    private const string Activator = "systemd-socket-activate";

    private readonly ContentFolder content = new ContentFolder().With("_posts/2024-01-01-x.md", "---\ntitle: X\n---\nx\n");
    private readonly string data = Directory.CreateTempSubdirectory("feedapi-data-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        content.Dispose();
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task The_first_connection_starts_the_server_and_is_answered_and_the_management_listens_too()
    {
        using var port = new HeldPort();
        using var management = new HeldPort();
        using var process = Activate(port, port, management);
        using var client = new HttpClient();

        var feed = await PatientlyAsync(() => client.GetStringAsync(port.Url + "/feed.rss", Token), process);

        Assert.Contains("<title>X</title>", feed, StringComparison.Ordinal);
        Assert.Contains("feedapi_articles", await client.GetStringAsync(management.Url + "/metrics", Token), StringComparison.Ordinal);
        await StopAsync(process);
        Assert.Equal(0, process.ExitCode);
    }

    [Fact]
    public async Task A_socket_that_is_none_of_the_addresses_ends_the_start_with_its_name()
    {
        using var port = new HeldPort();
        using var other = new HeldPort();
        using var management = new HeldPort();
        using var process = Activate(port, other, management);
        using var client = new TcpClient();
        await PatientlyAsync(async () =>
        {
            await client.ConnectAsync("127.0.0.1", port.Number, Token);
            return true;
        }, process);

        var errors = await process.StandardError.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token);

        Assert.Equal(2, process.ExitCode);
        var address = port.Url["http://".Length..];
        Assert.Contains($"feedapi: The service manager listens on {address}, which is none of", errors, StringComparison.Ordinal);
    }

    private Process Activate(HeldPort given, HeldPort configured, HeldPort management)
    {
        string[] arguments =
        [
            "-l", given.Url["http://".Length..], "dotnet", ProgramRun.Program, "serve", "--content", content.Path, "--data", data,
            "--urls", configured.Url, "--Management:Urls", management.Url, "--Site:Url", "https://example.org",
        ];
        var start = new ProcessStartInfo(Activator, arguments) { RedirectStandardError = true, RedirectStandardOutput = true };
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("Install systemd to run this test.");
            throw;
        }
    }

    // Until the socket is there.
    private static async Task<T> PatientlyAsync<T>(Func<Task<T>> act, Process process)
    {
        while (true)
        {
            try
            {
                return await act();
            }
            catch (Exception refused) when (refused is HttpRequestException or SocketException && !process.HasExited)
            {
                await Task.Delay(20, Token);
            }
        }
    }

    private static async Task StopAsync(Process process)
    {
        using var kill = Process.Start("sh", ["-c", string.Create(CultureInfo.InvariantCulture, $"kill -TERM {process.Id}")]);
        await kill.WaitForExitAsync(Token);
        await process.WaitForExitAsync(Token);
    }
}
