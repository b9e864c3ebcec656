using System.Collections.Frozen;
using System.Net;

namespace FeedApi.Http.Hosting;

/// <summary>The host names that this server accepts. A request for another name is misdirected, or an attempt at cache poisoning.</summary>
/// <remarks>
/// Evaluated for every request, so a known name costs one lookup in a frozen set and no allocation. Ports are ignored, because a
/// proxy may listen on another one.
/// </remarks>
internal sealed class AllowedHosts
{
    private static readonly string[] Loopback = ["localhost", "127.0.0.1", "[::1]"];

    private volatile Names allowed;

    /// <summary>Allows the loopback names and the given ones.</summary>
    /// <param name="hosts">Names and addresses without port, in ASCII; <c>*.example.org</c> means every subdomain, <c>*</c> any
    /// name.</param>
    public AllowedHosts(IEnumerable<string> hosts) => allowed = new Names([.. hosts]);

    /// <summary>Allows more names. Those of former settings stay allowed: clients and proxies follow a change of address late.</summary>
    /// <param name="hosts">As for the constructor.</param>
    public void Add(IEnumerable<string> hosts) => allowed = new Names([.. allowed.Hosts.Union(hosts, StringComparer.OrdinalIgnoreCase)]);

    /// <summary>True when a request with this Host field is accepted.</summary>
    /// <param name="host">The field's value; empty for an HTTP/1.0 request without one, as in health checks of load balancers.</param>
    /// <param name="local">The local IP address of the connection, which is accepted as a host too, because monitoring uses it; or
    /// null.</param>
    public bool Allows(ReadOnlySpan<char> host, IPAddress? local)
    {
        var name = NameOf(host);
        return allowed.Contain(name) || (local is not null && IsAddress(name, local));
    }

    // Not with a parser, which accepts 2130706433 and 127.1 for 127.0.0.1 too.
    private static bool IsAddress(ReadOnlySpan<char> name, IPAddress local)
    {
        if (local.IsIPv4MappedToIPv6) local = local.MapToIPv4();
        Span<char> written = stackalloc char[64];
        if (!local.TryFormat(written, out var length)) return false;
        return name.Trim("[]").SequenceEqual(written[..length]);
    }

    // Kestrel has already rejected everything but a name or an address with an optional port.
    private static ReadOnlySpan<char> NameOf(ReadOnlySpan<char> host)
    {
        var colon = host.LastIndexOf(':');
        return colon > host.LastIndexOf(']') ? host[..colon] : host;
    }

    private sealed class Names
    {
        private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> names;
        private readonly string[] suffixes;
        private readonly bool isAnyAllowed;

        public Names(string[] hosts)
        {
            Hosts = hosts;
            var wanted = hosts.ToLookup(host => host.StartsWith('*'));
            isAnyAllowed = wanted[true].Contains("*");
            suffixes = [.. wanted[true].Where(host => host.Length > 1).Select(host => host[1..])];
            names = wanted[false].Concat(Loopback).ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        }

        public IReadOnlyList<string> Hosts { get; }

        public bool Contain(ReadOnlySpan<char> name)
        {
            if (isAnyAllowed || names.Contains(name)) return true;
            foreach (var suffix in suffixes)
            {
                if (name.Length > suffix.Length && name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase)) return true;
            }

            return false;
        }
    }
}
