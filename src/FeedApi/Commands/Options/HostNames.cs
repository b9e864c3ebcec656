using System.Buffers;
using System.Net;
using FeedApi.Commands.Localization;
using FeedApi.Http.Hosting;
using FeedApi.Site;

namespace FeedApi.Commands.Options;

/// <summary>Reads the host names that the server accepts.</summary>
internal static class HostNames
{
    private static readonly SearchValues<char> NeverInNames = SearchValues.Create("/\\@*?# ");

    /// <summary>The names of the site's public addresses, and those of <c>AllowedHosts</c>.</summary>
    /// <param name="written">The setting.</param>
    /// <param name="site">The site.</param>
    /// <exception cref="ServerSettingsException">One is not a host name; the message is one line.</exception>
    public static AllowedHosts Read(string? written, SiteConfig site)
    {
        List<string> hosts = [.. Of(site)];
        foreach (var host in (written ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            hosts.Add(NameOf(host) ?? throw new ServerSettingsException(Localized.Text(
                $"AllowedHosts has \"{host}\"; it must be names without scheme and port such as feeds.example.org;*.example.net, "
                + $"or * for any")));
        }

        return new AllowedHosts(hosts);
    }

    /// <summary>The names of the site's public addresses.</summary>
    public static IReadOnlyList<string> Of(SiteConfig site) => [HostOf(new Uri(site.Url)), HostOf(new Uri(site.PublicUrl))];

    private static string HostOf(Uri url) => url.HostNameType is UriHostNameType.IPv6 ? $"[{IPAddress.Parse(url.Host)}]" : url.IdnHost;

    // In ASCII, as clients send it.
    private static string? NameOf(string written)
    {
        if (written is "*") return written;
        var isWildcard = written.StartsWith("*.", StringComparison.Ordinal);
        var name = isWildcard ? written[2..] : written;
        if (name.EndsWith(':') || name.AsSpan().ContainsAny(NeverInNames)) return null;
        if (!Uri.TryCreate($"http://{name}/", UriKind.Absolute, out var url)) return null;
        if (url is not { IsDefaultPort: true, UserInfo: "", PathAndQuery: "/" }) return null;
        return isWildcard ? "*." + HostOf(url) : HostOf(url);
    }
}
