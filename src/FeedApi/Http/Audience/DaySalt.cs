using System.Buffers.Binary;
using System.Security.Cryptography;

namespace FeedApi.Http.Audience;

/// <summary>Hashes readers under a random salt, so that hashes cannot be traced to an IP address or compared between days.</summary>
/// <param name="Day">Days since 1970 (UTC).</param>
/// <param name="First">Random.</param>
/// <param name="Second">Random.</param>
internal sealed record DaySalt(int Day, ulong First, ulong Second)
{
    /// <summary>Generates the salt of a day.</summary>
    public static DaySalt Of(int day)
    {
        Span<byte> drawn = stackalloc byte[16];
        RandomNumberGenerator.Fill(drawn);
        return new DaySalt(day, BinaryPrimitives.ReadUInt64LittleEndian(drawn), BinaryPrimitives.ReadUInt64LittleEndian(drawn[8..]));
    }

    /// <summary>The hash of a reader, identified by the client's network and its User-Agent.</summary>
    public ulong Hash(UInt128 network, uint agent) =>
        Mix(Mix((ulong)network ^ (ulong)(network >> 64) ^ First) + agent + Second);

    // The finaliser of MurmurHash3: every bit of the result depends on every bit of the input.
    private static ulong Mix(ulong bits)
    {
        bits = (bits ^ (bits >> 33)) * 0xFF51AFD7ED558CCD;
        bits = (bits ^ (bits >> 33)) * 0xC4CEB9FE1A85EC53;
        return bits ^ (bits >> 33);
    }
}
