using System.ComponentModel;
using System.Diagnostics;
using System.Net.Sockets;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Commands.Export;

/// <summary>nginx over a folder of an export, on a Unix socket. Where it is not installed, tests are skipped.</summary>
public sealed class Nginx : IAsyncDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), "feedapi-nginx-" + Guid.NewGuid().ToString("n")[..8]);
    private readonly Process process;

    private Nginx(string tree, string host)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "nginx.conf"), SettingsOf(tree));
        string[] arguments = ["-p", folder, "-c", Path.Combine(folder, "nginx.conf"), "-e", Errors];
        process = Start(new ProcessStartInfo("nginx", arguments) { RedirectStandardError = true });
        var connections = new SocketsHttpHandler { AllowAutoRedirect = false, ConnectCallback = ConnectAsync };
        Client = new HttpClient(connections) { BaseAddress = new Uri(host) };
    }

    /// <summary>Asks it; decodes nothing and follows nothing.</summary>
    public HttpClient Client { get; }

    private string Errors => Path.Combine(folder, "errors");

    private string Socket => Path.Combine(folder, "socket");

    /// <summary>Starts it.</summary>
    /// <param name="tree">The link to the tree that is served.</param>
    /// <param name="host">The address that clients ask.</param>
    public static async Task<Nginx> StartAsync(string tree, string host)
    {
        var nginx = new Nginx(tree, host);
        await TestSite.UntilAsync(() => Task.FromResult(File.Exists(nginx.Socket) || nginx.HasEnded()), "nginx listens");
        return nginx;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private string SettingsOf(string tree) => $$"""
        daemon off;
        pid {{folder}}/pid;
        {{(Environment.IsPrivilegedProcess ? "user root;" : "")}}
        worker_processes 1;
        events { worker_connections 256; }
        http {
          access_log off;
          client_body_temp_path {{folder}}/body;
          proxy_temp_path {{folder}}/proxy;
          fastcgi_temp_path {{folder}}/fastcgi;
          uwsgi_temp_path {{folder}}/uwsgi;
          scgi_temp_path {{folder}}/scgi;
          server {
            listen unix:{{Socket}};
            root {{tree}}/site;
            include {{tree}}/nginx.conf;
          }
        }
        """;

    private bool HasEnded() => process.HasExited
        ? throw new InvalidOperationException("nginx has ended: " + process.StandardError.ReadToEnd() + File.ReadAllText(Errors))
        : false;

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(Socket), cancellationToken);
        return new NetworkStream(socket, ownsSocket: true);
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            Assert.Skip("Install nginx to run this test.");
            throw;
        }
    }
}
