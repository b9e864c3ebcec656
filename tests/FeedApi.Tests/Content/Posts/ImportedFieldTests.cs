using FeedApi.Model;
using Xunit;

namespace FeedApi.Tests.Content.Posts;

/// <summary>Keys as themes and importers write them.</summary>
public sealed class ImportedFieldTests : IDisposable
{
    private readonly ContentFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("cover: {image: /c.jpg, alt: A pier}", "/c.jpg", "A pier")]
    [InlineData("featured_image: /f.jpg", "/f.jpg", null)]
    [InlineData("featuredImage: https://img.example/f.jpg", "https://img.example/f.jpg", null)]
    [InlineData("thumbnail: {url: t.png, alt: Small}", "t.png", "Small")]
    [InlineData("thumbnail: t.png\nfeaturedImage: g.png\nfeatured_image: f.png\ncover: {image: c.png}\nimage: i.png", "i.png", null)]
    [InlineData("thumbnail: t.png\nfeaturedImage: g.png\nfeatured_image: f.png\ncover: {image: c.png}", "c.png", null)]
    [InlineData("thumbnail: t.png\nfeaturedImage: g.png\nfeatured_image: f.png", "f.png", null)]
    [InlineData("thumbnail: t.png\nfeaturedImage: g.png", "g.png", null)]
    public void A_key_of_a_theme_gives_the_image_in_a_fixed_order(string frontMatter, string url, string? alt) =>
        Assert.Equal(new PostImage(url, alt), folder.Shown(frontMatter).Image);

    [Theory]
    [InlineData("cover: true")]
    [InlineData("cover: {hidden: true}")]
    [InlineData("thumbnail: false")]
    [InlineData("featured_image: [1, 2]")]
    [InlineData("image: none\nthumbnail: t.png")]
    public void What_is_no_address_gives_no_image_and_no_problem(string frontMatter)
    {
        var reading = folder.ReadPost($"---\ntitle: T\n{frontMatter}\n---\nx");

        Assert.Null(reading.Post!.Image);
        Assert.Empty(reading.Problems);
    }

    [Theory]
    [InlineData("enclosure: |\n  https://pod.example/1.mp3\n  123456\n  audio/mpeg\n")]
    [InlineData("enclosure: \"https://pod.example/1.mp3\\r\\n123456\\r\\naudio/mpeg\\r\\n\"")]
    [InlineData("enclosure: 'https://pod.example/1.mp3\n\n  123456\n\n  audio/mpeg\n\n  '")]
    [InlineData("enclosure: https://pod.example/1.mp3\n  123456\n  audio/mpeg")]
    [InlineData("enclosure:\n  - |\n    https://pod.example/1.mp3\n    123456\n    audio/mpeg")]
    public void An_enclosure_of_WordPress_has_three_lines(string frontMatter) => Assert.Equal(
        [new PostEnclosure("https://pod.example/1.mp3", "audio/mpeg", 123_456)], folder.Shown(frontMatter).Enclosures);

    [Fact]
    public void A_fourth_line_of_a_podcast_plugin_has_the_playing_time() => Assert.Equal(
        [new PostEnclosure("https://pod.example/1.mp3", "audio/mpeg", 123_456, 3_723)],
        folder.Shown(
            "enclosure: |\n  https://pod.example/1.mp3\n  123456\n  audio/mpeg\n  a:1:{s:8:\"duration\";s:8:\"01:02:03\";}\n").Enclosures);

    [Theory]
    [InlineData("author: {display_name: Jane Doe, login: jane, email: j@example.org, url: 'https://j.example'}", "Jane Doe", "jane")]
    [InlineData("author: {login: jane}", "jane", "jane")]
    [InlineData("author: {name: Jane, display_name: JD, login: jd}", "Jane", "jd")]
    [InlineData("author: {display_name: Jane Doe}", "Jane Doe", "Jane Doe")]
    public void An_author_of_WordPress_has_a_display_name_and_a_login(string frontMatter, string name, string key)
    {
        var author = Assert.Single(folder.Shown(frontMatter).Authors);

        Assert.Equal((name, key), (author.Name, author.Key));
    }
}
