using System.Security.Cryptography;
using System.Text;

namespace FeedApi.Feeds.Podcasts;

/// <summary>The standard identity of a podcast, derived from the address of its feed.</summary>
/// <remarks>podcastindex.org, podcast:guid; RFC 9562, section 5.5.</remarks>
internal static class PodcastGuid
{
    private const int UuidBytes = 16;
    private static readonly Guid Podcasts = new("ead4c236-bf58-58c6-a2c6-a6b28d128cb6");

    /// <summary>The UUID, version 5, of an address without its scheme and trailing slashes.</summary>
    public static string Of(string feedAddress)
    {
        ArgumentNullException.ThrowIfNull(feedAddress);
        var scheme = feedAddress.IndexOf("://", StringComparison.Ordinal);
        var name = Encoding.UTF8.GetBytes((scheme < 0 ? feedAddress : feedAddress[(scheme + 3)..]).TrimEnd('/'));
#pragma warning disable CA5350 // Version 5 is defined with SHA-1, which protects nothing here.
        var hash = SHA1.HashData([.. Podcasts.ToByteArray(bigEndian: true), .. name]).AsSpan(0, UuidBytes);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash, bigEndian: true).ToString("D");
    }
}
