using System.Net;
using System.Net.Sockets;
using FeedApi.Commands.Localization;

namespace FeedApi.Commands.Options;

/// <summary>Reads a list of addresses and networks; a single address is a network of one address.</summary>
internal static class ProxyNetworks
{
    private static readonly char[] Separators = [',', ';', ' '];

    /// <summary>The networks; null when none is set.</summary>
    /// <param name="setting">A string with several, or a list in <c>appsettings.json</c>.</param>
    /// <exception cref="ServerSettingsException">One is neither an address nor a network; the message is one line.</exception>
    public static IReadOnlyList<IPNetwork>? Read(IConfigurationSection setting)
    {
        var written = setting.GetChildren().Select(child => child.Value).Prepend(setting.Value)
            .SelectMany(value => (value ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        IPNetwork[] networks = [.. written.Select(each => NetworkOf(setting.Path, each))];
        return networks.Length > 0 ? networks : null;
    }

    private static IPNetwork NetworkOf(string name, string written)
    {
        var slash = written.IndexOf('/', StringComparison.Ordinal);
        var isAddress = IPAddress.TryParse(slash < 0 ? written : written[..slash], out var address) && IsWhole(written, address);
        if (!isAddress)
        {
            throw SettingValue.Wrong(
                name, written, Localized.Text("addresses or networks such as 192.0.2.7, 10.0.0.0/8 or 2001:db8::/32"));
        }

        var longest = address!.AddressFamily is AddressFamily.InterNetwork ? 32 : 128;
        if (slash < 0) return new IPNetwork(address, longest);
        if (IPNetwork.TryParse(written, out var network)) return network;
        throw SettingValue.Wrong(name, written, Localized.Text($"a network with a length from /0 to /{longest}"));
    }

    // .NET accepts "10" and "10.1" as addresses, which are never what was meant.
    private static bool IsWhole(string written, IPAddress address) =>
        address.AddressFamily is AddressFamily.InterNetworkV6 || written.Count(letter => letter is '.') == 3;
}
