using FeedApi.Tests.Browser;
using FeedApi.Tests.Docs.Examples;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Api.OpenApi;

/// <summary>The page at <c>/docs</c> for people with screen readers, few colours or no mouse, as axe-core judges it.</summary>
public sealed class DocumentationAccessibilityTests
{
    private const string List = "#operations-Articles-ListArticles";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task It_violates_no_rule_whatever_is_opened(bool isDark)
    {
        var axe = Axe.Read();
        await using var site = await TestSite.StartSampleAsync();
        await using var browser = await Chromium.StartAsync();

        await browser.OpenAsync(site.Client.BaseAddress + "docs/index.html#/Articles/ListArticles");
        await UntilThereAsync(List + " .parameters select");
        if (isDark) await ClickAsync(".dark-mode-toggle button");
        Assert.Empty(await axe.ViolationsAsync(browser));

        await ClickAsync(List + " .try-out__btn");
        await ClickAsync(List + " .execute");
        await UntilThereAsync(List + " .live-responses-table .response");
        await ClickAsync("#operations-Operations-WithdrawArticle .opblock-summary-control");
        await ClickAsync("#operations-Operations-RestoreArticle .opblock-summary-control");
        await UntilThereAsync("#operations-Operations-RestoreArticle .responses-table");
        await ClickAsync(".models article:nth-of-type(2) .json-schema-2020-12-expand-deep-button");
        await UntilThereAsync(".json-schema-2020-12__constraint--string");
        Assert.Empty(await axe.ViolationsAsync(browser));

        await ClickAsync(".auth-wrapper .authorize");
        await UntilThereAsync(".modal-ux .close-modal");
        Assert.Empty(await axe.ViolationsAsync(browser));

        Task UntilThereAsync(string selector) => DoAsync(selector, "");
        Task ClickAsync(string selector) => DoAsync(selector, "found?.click();");
        Task DoAsync(string selector, string action) => TestSite.UntilAsync(
            async () => (bool?)await browser.RunAsync(
                $"const found = document.querySelector('{selector}'); {action} return found !== null") == true,
            $"{selector} is there");
    }
}
