using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using FeedApi.Tests.Hosting;

namespace FeedApi.Tests.Pages;

/// <summary>Pages of a server as browsers see them: parsed, never searched as text.</summary>
internal static class SitePages
{
    /// <summary>The page at an address, which must be there.</summary>
    public static async Task<IHtmlDocument> PageAsync(this TestSite site, string address) => Parse(await site.TextAsync(address));

    /// <summary>A page.</summary>
    public static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    /// <summary>The status of a GET, with fields in the form <c>Name: value</c>.</summary>
    public static async Task<int> StatusAsync(this TestSite site, string address, params string[] fields)
    {
        using var response = await site.GetAsync(address, fields);
        return (int)response.StatusCode;
    }

    /// <summary>The answer to a GET of a target exactly as written: clients tidy dots, slashes and escapes.</summary>
    public static Task<HttpResponseMessage> GetUntidyAsync(this TestSite site, string target)
    {
        var root = site.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);
        var address = new Uri(root + target, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        return site.Client.GetAsync(address, Xunit.TestContext.Current.CancellationToken);
    }

    /// <summary>The status and the Location of a GET.</summary>
    public static async Task<(int Status, string? Location)> RedirectAsync(this TestSite site, string address)
    {
        using var response = await site.GetAsync(address);
        return ((int)response.StatusCode, response.Headers.Location?.OriginalString);
    }

    /// <summary>Values of an attribute of all elements that a selector finds.</summary>
    public static string[] Values(this IParentNode page, string selector, string attribute) =>
        [.. page.QuerySelectorAll(selector).Select(element => element.GetAttribute(attribute)).OfType<string>()];

    /// <summary>The value of an attribute of the only element that a selector finds.</summary>
    public static string? Value(this IParentNode page, string selector, string attribute) => page.Only(selector).GetAttribute(attribute);

    /// <summary>The only element that a selector finds.</summary>
    public static IElement Only(this IParentNode page, string selector) => Xunit.Assert.Single(page.QuerySelectorAll(selector));

    /// <summary>The path and query of an absolute address.</summary>
    public static string PathOf(string address) => new Uri(address).PathAndQuery;
}
