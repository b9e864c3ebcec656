using System.Globalization;
using FeedApi.Tests.Docs.Examples;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Api.OpenApi;

/// <summary>The page at <c>/docs</c> in a browser, which allows it no inline script or style.</summary>
public sealed class DocumentationPageTests
{
    [Fact]
    public async Task An_operation_is_opened_by_its_address_and_tried_out()
    {
        await using var site = await TestSite.StartSampleAsync();
        await using var browser = await Chromium.StartAsync();
        using var page = await site.GetAsync("/docs/index.html");
        Assert.DoesNotContain("unsafe", string.Concat(page.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);

        await browser.OpenAsync(string.Create(
            CultureInfo.InvariantCulture, $"{site.Client.BaseAddress}docs/index.html#/Articles/ListArticles"));
        await ClickAsync("#operations-Articles-ListArticles .try-out__btn");
        await ClickAsync("#operations-Articles-ListArticles .execute");

        await TestSite.UntilAsync(
            async () => ((string?)await browser.RunAsync(
                "return document.querySelector('#operations-Articles-ListArticles .live-responses-table')?.textContent ?? ''"))!
                .Contains("2024-01-03-three", StringComparison.Ordinal),
            "the answer is shown");

        Task ClickAsync(string selector) => TestSite.UntilAsync(
            async () => (bool?)await browser.RunAsync(
                $"const button = document.querySelector('{selector}'); button?.click(); return button !== null") == true,
            $"{selector} is there");
    }
}
