using System.ComponentModel;
using System.Diagnostics;
using System.Net.Security;
using System.Net.Sockets;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Deploy;

/// <summary>A proxy that we did not write, with our settings, in front of a server on loopback.</summary>
internal sealed class Proxy : IAsyncDisposable
{
    private readonly Process process;

    private Proxy(Process process) => this.process = process;

    /// <summary>Asks it; follows and decodes nothing, and trusts its certificate.</summary>
    public required HttpClient Client { get; init; }

    /// <summary>Starts it and waits until it accepts connections.</summary>
    /// <param name="program">Its name, with the package that has it.</param>
    /// <param name="arguments">Its command line.</param>
    /// <param name="port">On which it listens.</param>
    /// <param name="address">The public address of the site.</param>
    /// <param name="home">Where it may write.</param>
    public static async Task<Proxy> StartAsync(
        (string Name, string Package) program, string[] arguments, int port, Uri address, string home)
    {
        var start = new ProcessStartInfo(program.Name, arguments)
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            Environment = { ["XDG_DATA_HOME"] = home, ["XDG_CONFIG_HOME"] = home, ["HOME"] = home },
        };
        var proxy = new Proxy(Start(start, program.Package)) { Client = ClientOf(port, address) };
        var output = proxy.process.StandardError.ReadToEndAsync(CancellationToken.None);
        _ = proxy.process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        await TestSite.UntilAsync(async () => await proxy.AcceptsAsync(port, output), $"{program.Name} listens");
        return proxy;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
    }

    private static HttpClient ClientOf(int port, Uri address) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        ConnectCallback = async (_, cancellationToken) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync("127.0.0.1", port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        },
        // Nobody has signed it, so it is known by its name.
        SslOptions = new SslClientAuthenticationOptions
        {
            RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.Subject == $"CN={address.Host}",
        },
    })
    { BaseAddress = address };

    private async Task<bool> AcceptsAsync(int port, Task<string> output)
    {
        if (process.HasExited) throw new InvalidOperationException("The proxy has ended: " + await output);
        using var probe = new TcpClient();
        try
        {
            await probe.ConnectAsync("127.0.0.1", port, TestContext.Current.CancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static Process Start(ProcessStartInfo start, string package)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            Assert.Skip($"Install {package} to run this test.");
            throw;
        }
    }
}
