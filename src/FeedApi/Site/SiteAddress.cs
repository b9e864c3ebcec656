using System.Globalization;

namespace FeedApi.Site;

/// <summary>The public address of a site, split into two parts.</summary>
/// <param name="Url">Scheme and authority: <c>https://example.org</c>.</param>
/// <param name="BaseUrl">Empty, or a path such as <c>/blog</c>.</param>
internal readonly record struct SiteAddress(string Url, string BaseUrl)
{
    private const string AddressForm = "an absolute http or https address without query, such as https://example.org";

    /// <summary>The address from the override, else from the configuration, else the provisional one.</summary>
    /// <exception cref="SiteConfigException">The address is missing or invalid.</exception>
    public static SiteAddress Of(SiteYaml config, string? siteUrlOverride, string? provisionalUrl)
    {
        if (!string.IsNullOrWhiteSpace(siteUrlOverride))
            return Split(siteUrlOverride.Trim())
                ?? throw new SiteConfigException($"Site:Url is \"{siteUrlOverride}\"; it must be {AddressForm}/blog");
        var baseUrl = BaseUrlOf(config);
        if (config.Text("url") is not { } written)
        {
            return provisionalUrl is not null ? new SiteAddress(provisionalUrl, baseUrl)
                : throw new SiteConfigException(
                    "The site's public address is unknown; set url in _config.yml or Site:Url, or listen on loopback only");
        }

        // Generators put one behind the other, so that a path may stand in either.
        return Split(written) is { } site ? site with { BaseUrl = site.BaseUrl + baseUrl } : throw config.Wrong("url", AddressForm);
    }

    /// <summary>Splits an address; null when it is not absolute http or https, or has more than host, port and path.</summary>
    public static SiteAddress? Split(string written)
    {
        if (!Uri.TryCreate(written, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")) return null;
        if (uri.Query.Length > 0 || uri.Fragment.Length > 0 || uri.UserInfo.Length > 0 || written.AsSpan().ContainsAny(" \\?#"))
            return null;
        var port = uri.IsDefaultPort ? "" : string.Create(CultureInfo.InvariantCulture, $":{uri.Port}");
        var host = uri.HostNameType == UriHostNameType.IPv6 ? uri.Host : uri.IdnHost;
        return host.Length == 0 ? null : new SiteAddress($"{uri.Scheme}://{host}{port}", uri.AbsolutePath.TrimEnd('/'));
    }

    private static string BaseUrlOf(SiteYaml config)
    {
        var written = config.Text("baseurl")?.TrimEnd('/') ?? "";
        if (written.Length == 0) return "";
        var isPath = written.StartsWith('/')
            && !written.StartsWith("//", StringComparison.Ordinal)
            && !written.AsSpan().ContainsAny(" \\?#")
            && written.Split('/').All(part => part is not ("." or ".."));
        return isPath ? new Uri("http://localhost" + written).AbsolutePath : throw config.Wrong("baseurl", "empty or a path such as /blog");
    }
}
