using System.Collections.Frozen;
using System.Net;

namespace FeedApi.Http.Hosting;

/// <summary>The names under which this server answers. A request for any other name is not meant for it, or poisons a cache.</summary>
/// <remarks>
/// Every request asks, so a known name costs one look into a frozen set and no allocation. Ports do not count: a
/// proxy may listen on another.
/// </remarks>
internal sealed class AllowedHosts
{
    private static readonly string[] Loopback = ["localhost", "127.0.0.1", "[::1]"];

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> names;
    private readonly string[] suffixes;
    private readonly bool isAnyAllowed;

    /// <summary>Allows the loopback names and these.</summary>
    /// <param name="hosts">Names and addresses without port, in ASCII; <c>*.example.org</c> means every name below it,
    /// <c>*</c> any name at all.</param>
    public AllowedHosts(IEnumerable<string> hosts)
    {
        var wanted = hosts.ToLookup(host => host.StartsWith('*'));
        isAnyAllowed = wanted[true].Contains("*");
        suffixes = [.. wanted[true].Where(host => host.Length > 1).Select(host => host[1..])];
        names = wanted[false].Concat(Loopback).ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Whether a request with this Host field is for this server.</summary>
    /// <param name="host">The field's value; empty when an HTTP/1.0 request has none, as the checks of some load balancers.</param>
    /// <param name="local">The address that the request came in on: whoever asks for it by number, as monitoring
    /// does, means this server.</param>
    public bool Allows(ReadOnlySpan<char> host, IPAddress? local)
    {
        if (isAnyAllowed) return true;
        var name = NameOf(host);
        if (names.Contains(name)) return true;
        foreach (var suffix in suffixes)
        {
            if (name.Length > suffix.Length && name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return local is not null && IsAddress(name, local);
    }

    // Not by way of a parser, which takes 2130706433 and 127.1 for 127.0.0.1 too.
    private static bool IsAddress(ReadOnlySpan<char> name, IPAddress local)
    {
        if (local.IsIPv4MappedToIPv6) local = local.MapToIPv4();
        Span<char> written = stackalloc char[64];
        if (!local.TryFormat(written, out var length)) return false;
        return name.Trim("[]").SequenceEqual(written[..length]);
    }

    // Without the port. Kestrel has refused whatever is neither a name nor an address with an optional port.
    private static ReadOnlySpan<char> NameOf(ReadOnlySpan<char> host)
    {
        var colon = host.LastIndexOf(':');
        return colon > host.LastIndexOf(']') ? host[..colon] : host;
    }
}
