using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Xunit;

namespace FeedApi.Tests.Feeds.Json;

public sealed partial class JsonFeedTests(FeedSite feeds) : IClassFixture<FeedSite>
{
    [Fact]
    public async Task J1_version_is_the_first_key_and_title_and_items_are_there()
    {
        var feed = (await feeds.Site.JsonAsync("/feed.json")).AsObject();

        Assert.Equal(("version", "https://jsonfeed.org/version/1.1"), (feed.First().Key, (string?)feed.First().Value));
        Assert.Equal("Tides & <Times>", (string?)feed["title"]);
        Assert.Equal(4, feed["items"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("/feed.json", "https://example.org/", "https://example.org/feed.json")]
    [InlineData("/tags/b/feed.json?limit=3", "https://example.org/tags/b", "https://example.org/tags/b/feed.json?limit=3")]
    public async Task J2_the_feed_names_its_page_and_its_own_address(string address, string page, string self)
    {
        var feed = await feeds.Site.JsonAsync(address);

        Assert.Equal(page, (string?)feed["home_page_url"]);
        Assert.Equal(self, (string?)feed["feed_url"]);
    }

    [Fact]
    public async Task J3_ids_are_strings_and_each_stands_once()
    {
        var ids = (await ItemsAsync()).Select(item => item["id"]!.GetValue<string>()).ToList();

        Assert.All(ids, Assert.NotEmpty);
        Assert.Distinct(ids);
    }

    [Theory]
    [InlineData("/feed.json")]
    [InlineData("/feed.json?content=summary")]
    public async Task J4_every_item_has_content(string address) =>
        Assert.All(
            await ItemsAsync(address), item => Assert.NotEqual("", (string?)item["content_html"] ?? (string?)item["content_text"] ?? ""));

    [Fact]
    public async Task J4_html_stands_in_content_html_only()
    {
        var item = await feeds.JsonItemAsync("One");

        Assert.Contains("<em>post</em>", (string?)item["content_html"], StringComparison.Ordinal);
        Assert.DoesNotContain("<", (string?)item["summary"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task J5_every_item_has_an_address() =>
        Assert.All(
            await ItemsAsync(), item => Assert.StartsWith("https://example.org/articles/", (string?)item["url"], StringComparison.Ordinal));

    [Fact]
    public async Task J6_dates_are_RFC_3339()
    {
        var item = await feeds.JsonItemAsync("One");

        Assert.Equal("2024-01-01T00:00:00+08:00", (string?)item["date_published"]);
        Assert.Equal("2024-01-09T08:00:00+08:00", (string?)item["date_modified"]);
    }

    [Fact]
    public async Task J6_authors_are_objects_with_a_name_and_nothing_is_deprecated()
    {
        var item = await feeds.JsonItemAsync("三");

        Assert.Equal(["Ann", "Bob"], item["authors"]!.AsArray().Select(author => (string?)author!["name"]));
        Assert.Null(item["author"]);
    }

    [Fact]
    public async Task J6_tags_are_strings_that_stand_once() =>
        Assert.Equal(
            ["News of the day", "a", "b"], (await feeds.JsonItemAsync("One"))["tags"]!.AsArray().Select(tag => tag!.GetValue<string>()));

    [Fact]
    public async Task J8_attachments_have_address_and_type_and_a_size_that_is_a_number()
    {
        var attachments = (await feeds.JsonItemAsync("One"))["attachments"]!.AsArray();

        Assert.Equal(["https://example.org/one.mp3", "https://example.net/one.mp4"], attachments.Select(each => (string?)each!["url"]));
        Assert.Equal(["audio/mpeg", "video/mp4"], attachments.Select(each => (string?)each!["mime_type"]));
        Assert.Equal([1234, null], attachments.Select(each => each!["size_in_bytes"]?.GetValue<long>()));
    }

    [Fact]
    public async Task J9_a_category_with_an_image_has_an_icon() =>
        Assert.Equal("https://example.org/logo.png", (string?)(await feeds.Site.JsonAsync("/categories/News/feed.json"))["icon"]);

    [Fact]
    public async Task J11_the_media_type_is_application_feed_json() =>
        Assert.Equal(
            "application/feed+json; charset=utf-8", (await feeds.Site.GetAsync("/feed.json")).Content.Headers.ContentType!.ToString());

    [Fact]
    public async Task J11_the_text_begins_without_a_byte_order_mark() =>
        Assert.Equal((byte)'{', (await BytesAsync("/feed.json"))[0]);

    [Fact]
    public async Task J13_keys_are_those_of_the_standard_or_begin_with_an_underscore()
    {
        string[] known =
        [
            "version", "title", "home_page_url", "feed_url", "description", "icon", "language", "authors",
            "items", "id", "url", "external_url", "content_html", "content_text", "summary", "image",
            "date_published", "date_modified", "tags", "attachments", "name", "mime_type", "size_in_bytes",
        ];

        Assert.Subset(
            known.ToHashSet(),
            KeysOf(await feeds.Site.JsonAsync("/categories/News/feed.json")).Where(key => !Extension().IsMatch(key)).ToHashSet());
    }

    [Fact]
    public async Task J14_an_item_in_another_language_says_so()
    {
        Assert.Equal("zh-CN", (string?)(await feeds.Site.JsonAsync("/feed.json"))["language"]);
        Assert.Equal("en", (string?)(await feeds.JsonItemAsync("Four"))["language"]);
        Assert.Null((await feeds.JsonItemAsync("One"))["language"]);
    }

    [Fact]
    public async Task J14_Chinese_is_written_as_itself() =>
        Assert.Contains("第三篇。", Encoding.UTF8.GetString(await BytesAsync("/feed.json")), StringComparison.Ordinal);

    private async Task<IEnumerable<JsonNode>> ItemsAsync(string address = "/feed.json") =>
        (await feeds.Site.JsonAsync(address))["items"]!.AsArray().Select(item => item!);

    private async Task<byte[]> BytesAsync(string address) =>
        await feeds.Site.Client.GetByteArrayAsync(address, TestContext.Current.CancellationToken);

    private static IEnumerable<string> KeysOf(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(pair => KeysOf(pair.Value).Prepend(pair.Key)),
        JsonArray list => list.SelectMany(KeysOf),
        _ => [],
    };

    [GeneratedRegex("^_[A-Za-z][^.]*$")]
    private static partial Regex Extension();
}
