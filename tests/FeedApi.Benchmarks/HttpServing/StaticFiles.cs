using System.Globalization;
using System.IO.Compression;
using FeedApi.Tests.Hosting;

namespace FeedApi.Benchmarks.HttpServing;

/// <summary>The same bytes as files, and the settings of nginx and Caddy over them.</summary>
/// <param name="root">A folder of their own.</param>
internal sealed class StaticFiles(string root)
{
    private string Files => Path.Combine(root, "www");

    /// <summary>Writes a feed as a file and its gzip beside it.</summary>
    public void Write(byte[] feed)
    {
        Directory.CreateDirectory(Files);
        File.WriteAllBytes(Path.Combine(Files, "feed.rss"), feed);
        using var output = File.Create(Path.Combine(Files, "feed.rss.gz"));
        using var gzip = new GZipStream(output, CompressionLevel.Optimal);
        gzip.Write(feed);
    }

    /// <summary>Starts nginx on a port as administrators do for speed: a worker for each core, no log, sendfile.</summary>
    public Task<WebServer> StartNginxAsync(HeldPort port)
    {
        var settings = Path.Combine(root, "nginx.conf");
        File.WriteAllText(settings, string.Create(CultureInfo.InvariantCulture, $$"""
            daemon off; pid {{root}}/nginx.pid; error_log {{root}}/nginx.log; worker_processes auto; user {{Environment.UserName}};
            events { worker_connections 4096; }
            http {
              access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000000; types { application/rss+xml rss; }
              client_body_temp_path {{root}}/a; proxy_temp_path {{root}}/b;
              fastcgi_temp_path {{root}}/c; uwsgi_temp_path {{root}}/d; scgi_temp_path {{root}}/e;
              server { listen 127.0.0.1:{{port.Number}}; root {{Files}}; gzip_static on; etag on; }
            }
            """));
        return WebServer.StartAsync("nginx", new Uri(port.Url), "nginx", "-c", settings);
    }

    /// <summary>Starts Caddy on a port with its file server.</summary>
    public Task<WebServer> StartCaddyAsync(HeldPort port)
    {
        var settings = Path.Combine(root, "Caddyfile");
        File.WriteAllText(settings, string.Create(CultureInfo.InvariantCulture, $$"""
            {
              admin off
              auto_https off
            }
            http://127.0.0.1:{{port.Number}} {
              root * {{Files}}
              file_server {
                precompressed gzip
              }
            }
            """));
        return WebServer.StartAsync("caddy", new Uri(port.Url), "caddy", "run", "--adapter", "caddyfile", "--config", settings);
    }
}
