using System.Net;
using System.Net.Sockets;
using FeedApi.Http.Limits;
using FeedApi.Http.Traffic;
using FeedApi.Model.Text;

namespace FeedApi.Commands.Options;

/// <summary>Reads the settings below <c>Limits</c>, and those of proxies.</summary>
internal static class TrafficSettingsReader
{
    private const int MaxRequests = 100_000_000;
    private const int MaxSeconds = 86_400;
    private const int MaxHops = 10;
    private const string TrustedProxies = "Http:TrustedProxies";

    private static readonly char[] Separators = [',', ';', ' '];
    private static readonly string[] LimitKeys = ["Enabled", "Feed", "Queries", "Client"];
    private static readonly string[] BucketKeys = ["Requests", "Seconds"];

    /// <summary>The settings; those that are not set have their defaults.</summary>
    /// <exception cref="ServerSettingsException">One has a wrong value or name; the message is one line.</exception>
    public static TrafficSettings Read(IConfiguration configuration)
    {
        Check(configuration.GetSection("Limits"), LimitKeys);
        var defaultValue = new LimitSettings();
        var limits = defaultValue with
        {
            IsEnabled = SettingValue.Switch(configuration, "Limits:Enabled", defaultValue.IsEnabled),
            Feed = Limit(configuration, "Limits:Feed", defaultValue.Feed, LimitSettings.MinFeedRequests),
            Queries = Limit(configuration, "Limits:Queries", defaultValue.Queries, 1),
            Client = Limit(configuration, "Limits:Client", defaultValue.Client, 1),
        };
        var hops = SettingValue.Number(configuration, "Http:ProxyHops", 1, 1, MaxHops);
        return new TrafficSettings(limits, new Http.Limits.TrustedProxies { Networks = [.. Trusted(configuration).Select(NetworkOf)], Hops = hops });
    }

    private static TokenLimit Limit(IConfiguration configuration, string name, TokenLimit defaultValue, int minRequests)
    {
        Check(configuration.GetSection(name), BucketKeys);
        return new TokenLimit(
            defaultValue.Name,
            SettingValue.Number(configuration, $"{name}:Requests", defaultValue.Requests, minRequests, MaxRequests),
            SettingValue.Number(configuration, $"{name}:Seconds", defaultValue.Seconds, 1, MaxSeconds));
    }

    // One text with several, or a list, as appsettings.json has them.
    private static IEnumerable<string> Trusted(IConfiguration configuration)
    {
        var section = configuration.GetSection(TrustedProxies);
        return section.GetChildren().Select(child => child.Value).Prepend(section.Value)
            .SelectMany(value => (value ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    private static IPNetwork NetworkOf(string written)
    {
        var slash = written.IndexOf('/', StringComparison.Ordinal);
        var isAddress = IPAddress.TryParse(slash < 0 ? written : written[..slash], out var address) && IsWhole(written, address);
        if (!isAddress) throw SettingValue.Wrong(TrustedProxies, written, "addresses or networks such as 192.0.2.7, 10.0.0.0/8 or 2001:db8::/32");
        if (slash < 0) return new IPNetwork(address!, address!.AddressFamily is AddressFamily.InterNetwork ? 32 : 128);
        if (IPNetwork.TryParse(written, out var network)) return network;
        throw SettingValue.Wrong(TrustedProxies, written, $"a network with a length from /0 to /{(address!.AddressFamily is AddressFamily.InterNetwork ? 32 : 128)}");
    }

    // "10" and "10.1" are addresses to .NET, and never what was meant.
    private static bool IsWhole(string written, IPAddress address) => address.AddressFamily is AddressFamily.InterNetworkV6 || written.Count(letter => letter is '.') == 3;

    private static void Check(IConfigurationSection section, string[] known)
    {
        foreach (var child in section.GetChildren())
        {
            if (!known.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
                throw new ServerSettingsException($"There is no setting {section.Path}:{child.Key}{Spelling.Hint(child.Key, known)}");
        }
    }
}
