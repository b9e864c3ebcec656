using FeedApi.Commands.Localization;
using FeedApi.Http.Hosting;

namespace FeedApi.Commands.Options;

/// <summary>Reads the addresses to listen on, and rejects those that share a port.</summary>
internal static class AddressReader
{
    private const string Management = "Management:Urls";
    private const string Http2 = "Http2:Urls";

    /// <summary>The addresses.</summary>
    /// <exception cref="ServerSettingsException">One is invalid or shares a port; the message is one line.</exception>
    public static ListeningAddresses Read(ServerOptions options)
    {
        var ports = PortsOf(options.Urls, "urls");
        var (management, http2) = (PortsOf(options.Management.Urls, Management), PortsOf(options.Http2.Urls, Http2));
        RefuseShared(management, ports, Management, "urls");
        RefuseShared(http2, ports, Http2, "urls");
        RefuseShared(management, http2, Management, Http2);
        return new ListeningAddresses
        {
            All = string.Join(';', new[] { options.Urls, options.Http2.Urls?.Trim(), options.Management.Urls?.Trim() }.OfType<string>()),
            Http1Ports = PortsOf(string.Join(';', $"{options.Urls};{options.Management.Urls}".Split(';').Where(IsPlain)), "urls"),
            Http2Ports = http2,
            ManagementPorts = management,
        };
    }

    /// <summary>The addresses of ASP.NET Core's setting <c>http_ports</c>; null when it is not set.</summary>
    public static string? UrlsOfPorts(string? ports) =>
        string.IsNullOrWhiteSpace(ports) ? null : string.Join(';', Split(ports).Select(port => $"http://*:{port}"));

    private static bool IsPlain(string url) => url.TrimStart().StartsWith("http:", StringComparison.OrdinalIgnoreCase);

    private static void RefuseShared(IEnumerable<int> ports, IEnumerable<int> others, string setting, string other)
    {
        var shared = ports.Intersect(others).Where(port => port > 0).ToArray();
        if (shared.Length == 0) return;
        throw new ServerSettingsException(Localized.Text($"{setting} must not share port {shared[0]} with {other}"));
    }

    private static int[] PortsOf(string? urls, string setting)
    {
        List<int> ports = [];
        foreach (var url in Split(urls ?? ""))
        {
            // A Unix socket has no port that distinguishes its listener from others.
            if (url.StartsWith("http://unix:/", StringComparison.OrdinalIgnoreCase))
            {
                if (setting is "urls") continue;
                throw new ServerSettingsException(Localized.Text($"{setting} is \"{urls}\"; only urls can name a Unix socket"));
            }

            // Kestrel's + and * mean every address of the machine; Uri does not accept them as hosts.
            var named = url.Replace("://+", "://localhost", StringComparison.Ordinal);
            named = named.Replace("://*", "://localhost", StringComparison.Ordinal);
            if (!Uri.TryCreate(named, UriKind.Absolute, out var parsed) || parsed.Scheme is not ("http" or "https"))
            {
                throw SettingValue.Wrong(
                    setting, urls!, Localized.Text("addresses such as http://localhost:5000, separated by semicolons"));
            }

            ports.Add(parsed.Port);
        }

        return [.. ports];
    }

    private static string[] Split(string list) => list.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
