using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace FeedApi.Http.Limits;

/// <summary>The proxies in front of the server.</summary>
/// <remarks>
/// Their word on the client's address is taken; nobody else's X-Forwarded-For is read, and no other X-Forwarded field at all.
/// </remarks>
internal sealed record ProxyOptions
{
    /// <summary>Proxies whose <c>X-Forwarded-For</c> is believed: <c>127.0.0.1, 10.0.0.0/8</c>. Without it nobody's is.</summary>
    /// <value>Addresses or networks, separated by commas. Default none.</value>
    public IReadOnlyList<IPNetwork> TrustedProxies { get; init; } = [];

    /// <summary>Proxies that a request passes one after the other, each of them trusted.</summary>
    /// <value>Proxies. Default 1.</value>
    [Range(1, 10)]
    public int ProxyHops { get; init; } = 1;

    /// <summary>The settings of ASP.NET Core's middleware, which know loopback for a proxy unless they are told otherwise.</summary>
    internal ForwardedHeadersOptions ToForwardedHeaders()
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor, ForwardLimit = ProxyHops };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in TrustedProxies) options.KnownIPNetworks.Add(network);
        return options;
    }
}
