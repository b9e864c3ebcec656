using FeedApi.Tests.Browser;
using FeedApi.Tests.Docs.Examples;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Pages;

/// <summary>The pages for people with screen readers, few colours or no mouse, as axe-core judges them.</summary>
public sealed class PageAccessibilityTests
{
    [Fact]
    public async Task They_violate_no_rule()
    {
        var axe = Axe.Read();
        await using var site = await TestSite.StartSampleAsync();
        await using var browser = await Chromium.StartAsync();
        string[] addresses =
        [
            "", "articles/2024-01-01-one", "categories", "categories/News", "tags/b", "authors", "problems/bad-parameter", "nothing",
        ];
        foreach (var address in addresses)
        {
            await browser.OpenAsync(site.Client.BaseAddress + address);

            Assert.Equal([], (await axe.ViolationsAsync(browser)).Select(violation => $"/{address} {violation}"));
        }
    }
}
