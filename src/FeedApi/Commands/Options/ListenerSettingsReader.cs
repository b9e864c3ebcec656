using System.Buffers;
using System.Globalization;
using System.Net;
using FeedApi.Http.Hosting;
using FeedApi.Site;

namespace FeedApi.Commands.Options;

/// <summary>Reads the settings of the listeners: limits, h2, Unix sockets, the stop, the names the server answers under.</summary>
internal static class ListenerSettingsReader
{
    private static readonly SearchValues<char> NeverInNames = SearchValues.Create("/\\@*?# ");

    private const int MaxSeconds = 3_600;

    // A connection is a file descriptor; no system has more.
    private const int MaxConnections = 1_000_000;

    /// <summary>The settings; those that are not set have their defaults.</summary>
    /// <exception cref="ServerSettingsException">One has a wrong value; the message is one line.</exception>
    public static ListenerSettings Read(IConfiguration configuration, ServerSettings settings, bool isDevelopment)
    {
        var defaultValue = new ListenerSettings();
        var limits = defaultValue.Limits;
        return defaultValue with
        {
            Http2Ports = settings.Http2Ports,
            Http1Ports = settings.PlainPorts,
            UnixSocketMode = ModeOf(configuration["UnixSocket:Mode"]) ?? defaultValue.UnixSocketMode,
            StopWait = Seconds(configuration, "Shutdown:WaitSeconds", isDevelopment ? TimeSpan.Zero : defaultValue.StopWait),
            StopDrain = Seconds(configuration, "Shutdown:DrainSeconds", defaultValue.StopDrain),
            Limits = limits with
            {
                MaxConnections = Number(configuration, "Kestrel:Limits:MaxConcurrentConnections", limits.MaxConnections, 1, MaxConnections),
                MaxConnectionsPerAddress = Number(configuration, "Kestrel:Limits:MaxConnectionsPerAddress", limits.MaxConnectionsPerAddress, 0, MaxConnections),
            },
        };
    }

    /// <summary>The names of the site's public addresses, and those of <c>AllowedHosts</c>.</summary>
    /// <exception cref="ServerSettingsException">One is no name; the message is one line.</exception>
    public static AllowedHosts ReadHosts(IConfiguration configuration, SiteConfig site)
    {
        var written = configuration["AllowedHosts"] ?? "";
        List<string> hosts = [HostOf(site.Url), HostOf(site.PublicUrl)];
        foreach (var host in written.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            hosts.Add(NameOf(host) ?? throw new ServerSettingsException(
                $"AllowedHosts has \"{host}\"; it must be names without scheme and port such as feeds.example.org;*.example.net, or * for any"));
        }

        return new AllowedHosts(hosts);
    }

    private static string HostOf(string url) => HostOf(new Uri(url));

    private static string HostOf(Uri url) => url.HostNameType is UriHostNameType.IPv6 ? $"[{IPAddress.Parse(url.Host)}]" : url.IdnHost;

    // As clients send it: in ASCII.
    private static string? NameOf(string written)
    {
        if (written is "*") return written;
        var isWildcard = written.StartsWith("*.", StringComparison.Ordinal);
        var name = isWildcard ? written[2..] : written;
        var isName = Uri.TryCreate($"http://{name}/", UriKind.Absolute, out var url) && url is { IsDefaultPort: true, UserInfo: "", PathAndQuery: "/" } && !name.EndsWith(':');
        if (!isName || name.AsSpan().ContainsAny(NeverInNames)) return null;
        return isWildcard ? "*." + HostOf(url!) : HostOf(url!);
    }

    private static TimeSpan Seconds(IConfiguration configuration, string name, TimeSpan defaultValue) =>
        TimeSpan.FromSeconds(Number(configuration, name, (int)defaultValue.TotalSeconds, 0, MaxSeconds));

    private static int Number(IConfiguration configuration, string name, int defaultValue, int least, int most)
    {
        if (configuration[name] is not { } written) return defaultValue;
        return int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
            : throw new ServerSettingsException(string.Create(CultureInfo.InvariantCulture, $"{name} is \"{written}\"; it must be a whole number from {least} to {most}"));
    }

    private static UnixFileMode? ModeOf(string? written)
    {
        if (written is null) return null;
        var isMode = written.Length is 3 or 4 && written.All(digit => digit is >= '0' and <= '7') && Convert.ToInt32(written, 8) <= 511;
        return isMode ? (UnixFileMode)Convert.ToInt32(written, 8)
            : throw new ServerSettingsException($"UnixSocket:Mode is \"{written}\"; it must be a file mode in octal such as 660");
    }
}
