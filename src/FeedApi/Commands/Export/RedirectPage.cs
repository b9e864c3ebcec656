using System.Text;
using System.Text.Encodings.Web;

namespace FeedApi.Commands.Export;

/// <summary>A page that leads elsewhere, for servers of files, which have no redirects.</summary>
internal static class RedirectPage
{
    /// <summary>The type of the page.</summary>
    public const string ContentType = "text/html; charset=utf-8";

    /// <summary>The page: browsers follow its refresh, search engines its canonical address.</summary>
    /// <param name="location">Absolute address.</param>
    public static byte[] To(string location)
    {
        var target = HtmlEncoder.Default.Encode(location);
        return Encoding.UTF8.GetBytes(
            $"""
            <!DOCTYPE html>
            <html><head><meta charset="utf-8"><title>{target}</title>
            <link rel="canonical" href="{target}"><meta http-equiv="refresh" content="0; url={target}"></head>
            <body><a href="{target}">{target}</a></body></html>

            """);
    }
}
