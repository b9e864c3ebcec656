using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace FeedApi.Http.Limits;

/// <summary>The part of an IP address that identifies a client.</summary>
internal static class ClientAddress
{
    private const int MappedBytes = 12;

    /// <summary>
    /// The IPv4 address or the /64 of the IPv6 address; null for loopback and private networks, where a proxy may act for many clients.
    /// </summary>
    /// <remarks>Does not allocate, as <see cref="IPAddress.MapToIPv4"/> would on every dual-stack listener.</remarks>
    internal static UInt128? NetworkOf(IPAddress? address)
    {
        // A Unix socket has no address; its clients are local.
        if (address is null) return null;
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        if (address.AddressFamily is AddressFamily.InterNetwork) return NetworkOf4(bytes);
        if (address.IsIPv4MappedToIPv6) return NetworkOf4(bytes[MappedBytes..]);
        var isOwn = IPAddress.IsLoopback(address)
            || address.Equals(IPAddress.IPv6Any)
            || address.IsIPv6LinkLocal
            || address.IsIPv6UniqueLocal;
        return isOwn ? null : new UInt128(BinaryPrimitives.ReadUInt64BigEndian(bytes), 0);
    }

    private static UInt128? NetworkOf4(ReadOnlySpan<byte> address) =>
        IsPrivate(address) ? null : (UInt128)BinaryPrimitives.ReadUInt32BigEndian(address);

    // RFC 1122 (loopback, "this network"), RFC 1918, RFC 6598 (shared address space, used by container platforms), RFC 3927.
    private static bool IsPrivate(ReadOnlySpan<byte> address) => (address[0], address[1]) switch
    {
        (0, _) or (127, _) or (10, _) or (192, 168) or (169, 254) => true,
        (172, >= 16 and < 32) or (100, >= 64 and < 128) => true,
        _ => false,
    };
}
