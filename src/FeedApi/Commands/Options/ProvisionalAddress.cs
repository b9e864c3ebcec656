using System.Net;

namespace FeedApi.Commands.Options;

/// <summary>The public address of a site that states none: that of a server which only its own machine can reach.</summary>
internal static class ProvisionalAddress
{
    private const string Development = "http://localhost:5000";

    /// <summary>The address, <c>scheme://host:port</c>; null when the site must state one.</summary>
    /// <param name="options">The settings of the server; its addresses are valid.</param>
    /// <param name="isDevelopment">True: there is always one.</param>
    public static string? Of(ServerOptions options, bool isDevelopment)
    {
        const StringSplitOptions each = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;
        var urls = $"{options.Urls};{options.Http2.Urls}".Split(';', each);
        if (urls.Length > 0 && urls.All(IsLoopback)) return new Uri(urls[0]).GetLeftPart(UriPartial.Authority);
        return isDevelopment ? Development : null;
    }

    // Port 0 is any port, known too late.
    private static bool IsLoopback(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Port > 0 && uri.AbsolutePath == "/"
        && (uri.Host == "localhost" || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address)));
}
