namespace FeedApi.Feeds.Entries;

/// <summary>Addresses as feeds may carry them: absolute, http or https, ASCII only.</summary>
/// <remarks>RFC 3987, section 3.1: readers and validators do not agree on addresses with other characters.</remarks>
internal static class WebAddress
{
    /// <summary>The address percent-encoded, its host in Punycode; null when it is not one that a reader can follow.</summary>
    internal static Uri? Parse(string? address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri)) return null;
        if (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps) return null;
        if (uri.Host.All(char.IsAscii)) return uri;
        return new UriBuilder(uri) { Host = uri.IdnHost }.Uri;
    }
}
