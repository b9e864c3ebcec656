using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace FeedApi.Http.Limits;

/// <summary>The trusted proxies in front of the server.</summary>
/// <remarks>
/// X-Forwarded-For is read only from these proxies; other X-Forwarded fields are never read.
/// </remarks>
internal sealed record ProxyOptions
{
    /// <summary>Proxies whose <c>X-Forwarded-For</c> is trusted: <c>127.0.0.1, 10.0.0.0/8</c>. By default none is.</summary>
    /// <value>Addresses or networks, separated by commas. Default none.</value>
    public IReadOnlyList<IPNetwork> TrustedProxies { get; init; } = [];

    /// <summary>Maximum number of trusted proxies that a request passes through.</summary>
    /// <value>Proxies. Default 1.</value>
    [Range(1, 10)]
    public int ProxyHops { get; init; } = 1;

    /// <summary>The options of ASP.NET Core's middleware, without loopback, which it trusts by default.</summary>
    internal ForwardedHeadersOptions ToForwardedHeaders()
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor, ForwardLimit = ProxyHops };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in TrustedProxies) options.KnownIPNetworks.Add(network);
        return options;
    }
}
