using System.Globalization;
using System.Xml.Linq;
using FeedApi.Pages;
using FeedApi.Tests.Docs;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Pages;

/// <summary>The texts of pages in the languages that there are: a file each.</summary>
public sealed class PageTextTests
{
    [Theory]
    [InlineData("en", "Newest articles", "Page not found")]
    [InlineData("de", "Newest articles", "Page not found")]
    [InlineData("zh-CN", "最新文章", "页面不存在")]
    [InlineData("zh-SG", "最新文章", "页面不存在")]
    [InlineData("zh-TW", "最新文章", "頁面不存在")]
    [InlineData("zh-Hant-HK", "最新文章", "頁面不存在")]
    public void The_language_of_the_site_chooses(string language, string newest, string notFound)
    {
        var texts = PageTexts.For(language);
        Assert.Equal((newest, notFound), (texts.NewestArticles, texts.ErrorOf(404).Heading));
    }

    [Theory]
    [InlineData("zh-Hans")]
    [InlineData("zh-Hant")]
    public void Every_language_has_every_text_and_no_other(string language)
    {
        var english = TextsOf("PageTexts.resx");
        var texts = TextsOf($"PageTexts.{language}.resx");
        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), texts.Keys.Order(StringComparer.Ordinal));
        Assert.All(english, text => Assert.Equal(
            text.Value.Contains("{0}", StringComparison.Ordinal), texts[text.Key].Contains("{0}", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_text_is_there()
    {
        var texts = PageTexts.For("zh-CN");
        foreach (var text in typeof(PageTexts).GetProperties().Where(each => each.PropertyType == typeof(string)))
            Assert.False(string.IsNullOrEmpty((string?)text.GetValue(texts)), text.Name);
        foreach (var status in (int[])[400, 404, 405, 410, 418, 429, 500, 503]) Assert.NotEmpty(texts.ErrorOf(status).Explanation);
    }

    [Fact]
    public void The_language_of_the_machine_has_no_say()
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
            Assert.Equal("Tags", PageTexts.For("en").Tags);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public async Task A_site_in_traditional_Chinese_has_its_pages_in_it()
    {
        await using var site = await TestSite.StartAsync(content => content
            .With("_config.yml", "title: 潮汐\nlang: zh-TW\n").With("_posts/2024-01-01-a.md", "---\ntitle: A\n---\nx\n"));
        Assert.Equal("搜尋", (await site.PageAsync("/")).Only("header button").TextContent);
    }

    private static Dictionary<string, string> TextsOf(string file) =>
        XDocument.Load(Repository.PathOf("src/FeedApi/Pages/Texts/" + file)).Root!.Elements("data")
            .ToDictionary(text => (string)text.Attribute("name")!, text => (string)text.Element("value")!, StringComparer.Ordinal);
}
