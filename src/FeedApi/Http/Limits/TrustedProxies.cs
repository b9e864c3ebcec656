using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace FeedApi.Http.Limits;

/// <summary>The proxies whose word on the client's address is taken; nobody else's X-Forwarded-For is read, and no other X-Forwarded field at all.</summary>
public sealed record TrustedProxies
{
    /// <summary><c>Http:TrustedProxies</c>: their networks; a single address is one of a single member. Default none.</summary>
    public IReadOnlyList<IPNetwork> Networks { get; init; } = [];

    /// <summary><c>Http:ProxyHops</c>: proxies that a request passes one after the other, each of them trusted. Default 1.</summary>
    public int Hops { get; init; } = 1;

    /// <summary>The settings of ASP.NET Core's middleware, which know loopback for a proxy unless they are told otherwise.</summary>
    internal ForwardedHeadersOptions ToOptions()
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor, ForwardLimit = Hops };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in Networks) options.KnownIPNetworks.Add(network);
        return options;
    }
}
