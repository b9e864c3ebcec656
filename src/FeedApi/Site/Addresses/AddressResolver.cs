using System.Text.RegularExpressions;
using FeedApi.Site.Files;

namespace FeedApi.Site.Addresses;

/// <summary>Resolves addresses to absolute ASCII URLs as a browser does; null for invalid addresses and forbidden schemes.</summary>
internal sealed partial class AddressResolver
{
    private readonly Uri pageAddress;
    private readonly Uri baseAddress;
    private readonly string rootAddress;
    private readonly string publicAddress;
    private readonly string contentFolder;
    private readonly string staticFolder;
    private readonly string? bundle;
    private readonly string[] bundles;
    private readonly Func<string, string?>? findPost;

    /// <summary>Creates a resolver for one page of the site.</summary>
    /// <param name="site">The site.</param>
    /// <param name="pageAddress">The page's absolute address.</param>
    /// <param name="bundle">The folder of the page's own files, relative to the content folder, which are served below the page's
    /// address; null when it has none.</param>
    /// <param name="findPost">Returns the address of the post at the decoded path after <c>@</c>; null when such links are not
    /// supported.</param>
    public AddressResolver(SiteConfig site, string pageAddress, string? bundle = null, Func<string, string?>? findPost = null)
    {
        this.pageAddress = new Uri(pageAddress);
        baseAddress = bundle is null || pageAddress.EndsWith('/') ? this.pageAddress : new Uri(pageAddress + "/");
        rootAddress = site.Url + site.BaseUrl;
        publicAddress = site.PublicUrl;
        contentFolder = site.ContentFolder;
        staticFolder = site.Hugo is null ? "" : site.Hugo.StaticFolder + "/";
        this.bundle = bundle;
        // Hugo: the translations of a bundle share their files.
        bundles = bundle is null ? [] : [bundle, .. site.Hugo?.Languages?.SiblingsOf(bundle) ?? []];
        this.findPost = findPost;
        PageAddress = pageAddress;
    }

    /// <summary>Notes the files that are linked to; null when nobody asks.</summary>
    public LinkedFiles? Linked { get; init; }

    /// <summary>The page's own absolute address.</summary>
    public string PageAddress { get; }

    /// <summary>The host of the page.</summary>
    public string Host => pageAddress.IdnHost;

    /// <summary>
    /// Resolves an address of the body as a browser does; null when it is invalid or has a scheme that is not allowed.
    /// </summary>
    public string? Resolve(string address)
    {
        var written = Tidy(address);
        if (written.Length == 0) return null;
        if (findPost is not null && written.StartsWith("@/", StringComparison.Ordinal))
            return findPost(Uri.UnescapeDataString(written[1..]));
        if (written.StartsWith("//", StringComparison.Ordinal)) written = pageAddress.Scheme + ":" + written;
        var isCreated = Scheme().IsMatch(written)
            ? Uri.TryCreate(written, UriKind.Absolute, out var uri)
            : Uri.TryCreate(written[0] is '#' or '?' ? pageAddress : baseAddress, written, out uri);
        if (!isCreated || uri is null || ToAscii(uri) is not { } made) return null;
        Linked?.Add(Tidy(address), made);
        return made;
    }

    /// <summary>
    /// Resolves an address of the front matter: a path without a scheme is a file of the page's bundle, else relative to the site's root,
    /// as with Jekyll's <c>absolute_url</c>.
    /// </summary>
    public string? ResolveFromRoot(string address)
    {
        var written = Tidy(address);
        if (written.Length == 0 || Scheme().IsMatch(written) || written.StartsWith("//", StringComparison.Ordinal)) return Resolve(written);
        return FileOfBundle(written) is null ? Resolve(rootAddress + "/" + WithoutRoot(written).TrimStart('/')) : Resolve("./" + written);
    }

    /// <summary>The address of a file that was made of an article.</summary>
    /// <param name="name">ASCII.</param>
    public string OfDerivedFile(string name) => publicAddress + Routes.DerivedFiles + name;

    /// <summary>The path inside the content folder that a front matter address refers to; null when it refers to none.</summary>
    public string? PathInContent(string address)
    {
        var written = Tidy(address);
        if (FileOfBundle(written) is { } own) return own;
        if (written.StartsWith(rootAddress + "/", StringComparison.OrdinalIgnoreCase)) written = written[rootAddress.Length..];
        else if (Scheme().IsMatch(written) || written.StartsWith("//", StringComparison.Ordinal)) return null;
        var end = written.AsSpan().IndexOfAny('?', '#');
        var path = Uri.UnescapeDataString(WithoutRoot(end < 0 ? written : written[..end])).TrimStart('/');
        var isInside = path.Length > 0 && !path.Contains('\0') && !path.Split('/', '\\').Contains("..", StringComparer.Ordinal);
        if (!isInside) return null;
        var page = Uri.UnescapeDataString(baseAddress.AbsoluteUri[Math.Min(rootAddress.Length, baseAddress.AbsoluteUri.Length)..])
            .TrimStart('/');
        return bundle is not null && path.StartsWith(page, StringComparison.Ordinal)
            ? $"{bundle}/{path[page.Length..]}"
            : staticFolder + path;
    }

    // Only existing files: otherwise the address is a path below the root.
    private string? FileOfBundle(string written)
    {
        if (bundle is null || written.Length == 0 || written[0] is '/' or '#' or '?' || Scheme().IsMatch(written)) return null;
        var name = Uri.UnescapeDataString(written.StartsWith("./", StringComparison.Ordinal) ? written[2..] : written);
        var isName = !name.Contains('\0') && !name.Split('/', '\\').Contains("..", StringComparer.Ordinal);
        var holder = isName ? Array.Find(bundles, folder => RegularFile.Exists(Path.Combine(contentFolder, folder, name))) : null;
        return holder is null ? null : $"{holder}/{name}";
    }

    private string WithoutRoot(string path)
    {
        var baseUrl = rootAddress[pageAddress.GetLeftPart(UriPartial.Authority).Length..];
        return baseUrl.Length > 0 && path.StartsWith(baseUrl + "/", StringComparison.Ordinal) ? path[baseUrl.Length..] : path;
    }

    // Browsers remove tabs and line ends anywhere, trim control characters and spaces, and read a backslash as a slash.
    private static string Tidy(string address)
    {
        var tidy = address.AsSpan()
            .Trim(" \u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u0009\n\u000b\u000c\r\u000e\u000f\u001b\u00a0\u3000")
            .ToString();
        if (tidy.AsSpan().IndexOfAny('\t', '\n', '\r') >= 0) tidy = LineEnds().Replace(tidy, "");
        return tidy.StartsWith('\\') || tidy.StartsWith("/\\", StringComparison.Ordinal) ? tidy.Replace('\\', '/') : tidy;
    }

    private static string? ToAscii(Uri uri)
    {
        if (uri.Scheme is "mailto" or "tel") return uri.AbsoluteUri;
        if (uri.Scheme is not ("http" or "https") || uri.Host.Length == 0) return null;
        try
        {
            var rest = uri.GetComponents(UriComponents.PathAndQuery | UriComponents.Fragment, UriFormat.UriEscaped);
            var authority = uri.HostNameType == UriHostNameType.IPv6 ? $"[{uri.IdnHost}]" : uri.IdnHost;
            if (uri.UserInfo.Length > 0) authority = $"{uri.UserInfo}@{authority}";
            if (!uri.IsDefaultPort) authority = FormattableString.Invariant($"{authority}:{uri.Port}");
            var made = $"{uri.Scheme}://{authority}"
                + $"{rest.Replace("[", "%5B", StringComparison.Ordinal).Replace("]", "%5D", StringComparison.Ordinal)}";
            return System.Text.Ascii.IsValid(made) ? made : null;
        }
        catch (UriFormatException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"^[a-zA-Z][a-zA-Z0-9+.\-]*:")]
    private static partial Regex Scheme();

    [GeneratedRegex(@"[\t\n\r]")]
    private static partial Regex LineEnds();
}
