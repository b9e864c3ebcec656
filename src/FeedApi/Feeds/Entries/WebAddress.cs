namespace FeedApi.Feeds.Entries;

/// <summary>Addresses that are valid in feeds: absolute, http or https, ASCII only.</summary>
/// <remarks>RFC 3987, section 3.1: readers and validators disagree on addresses with other characters.</remarks>
internal static class WebAddress
{
    /// <summary>
    /// The address, percent-encoded and with its host in Punycode; null when it is not an absolute http or https address.
    /// </summary>
    internal static Uri? Parse(string? address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri)) return null;
        if (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps) return null;
        if (uri.Host.All(char.IsAscii)) return uri;
        return new UriBuilder(uri) { Host = uri.IdnHost }.Uri;
    }
}
