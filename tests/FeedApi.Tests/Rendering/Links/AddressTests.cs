using FeedApi.Model;
using Xunit;

namespace FeedApi.Tests.Rendering.Links;

public sealed class AddressTests
{
    [Theory]
    [InlineData("/a.png", "https://example.org/a.png")]
    [InlineData("a.png", "https://example.org/blog/2022/a.png")]
    [InlineData("../a.png", "https://example.org/blog/a.png")]
    [InlineData("//cdn.test/a.png", "https://cdn.test/a.png")]
    [InlineData("?a=b", "https://example.org/blog/2022/tide?a=b")]
    [InlineData("#x", "https://example.org/blog/2022/tide#x")]
    [InlineData("http://例子.测试/图 片.png?q=中", "http://xn--fsqu00a.xn--0zwm56d/%E5%9B%BE%20%E7%89%87.png?q=%E4%B8%AD")]
    [InlineData("https://a.test:8443/%zz[1]", "https://a.test:8443/%25zz%5B1%5D")]
    [InlineData("HTTPS://A.Test/", "https://a.test/")]
    [InlineData("mailto:a@b.test", "mailto:a@b.test")]
    public void Addresses_become_absolute_ascii(string written, string absolute)
    {
        var site = Sample.Site with { BaseUrl = "/blog", Permalink = "/:year/tide" };
        var post = Sample.Post($"<a href=\"{written}\">a</a>", PostFormat.Html);
        Assert.Contains(
            $"href=\"{absolute.Replace("&", "&amp;", StringComparison.Ordinal)}\"",
            Sample.Render(post, site).Html,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://")]
    [InlineData("http:// a b/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://a.test/")]
    [InlineData("javascript:a")]
    [InlineData("")]
    public void An_address_that_is_of_no_use_goes_but_its_text_stays(string written) =>
        Assert.Equal("<a>a</a>", Sample.Html($"<a href=\"{written}\">a</a>"));

    [Fact]
    public void Source_sets_are_rewritten_candidate_by_candidate() => Assert.Equal(
        "<img srcset=\"https://example.org/a.png, https://example.org/b.png 2x, https://c.test/d%2Ce.png 3x\" "
            + "src=\"https://c.test/d%2Ce.png\">",
        Sample.Html("<img srcset=\"/a.png, /b.png 2x,javascript:x 1x, //c.test/d,e.png 3x\">"));

    [Fact]
    public void Enclosures_get_type_and_size()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            Directory.CreateDirectory(Path.Combine(folder.FullName, "assets"));
            File.WriteAllBytes(Path.Combine(folder.FullName, "assets", "one.mp3"), new byte[123]);
            var site = Sample.Site with { ContentFolder = folder.FullName, BaseUrl = "/blog" };
            var post = Sample.Post("a") with
            {
                Enclosures =
                [
                    new("/assets/one.mp3"), new("https://a.test/two.bin"),
                    new("/x.pdf", "text/x", 7), new("/../etc/passwd"), new("javascript:x")
                ],
            };
            var made = Sample.Render(post, site).Enclosures.Select(each => (each.Url, each.Type, each.LengthBytes));
            Assert.Equal(
                [
                    ("https://example.org/blog/assets/one.mp3", "audio/mpeg", 123L),
                    ("https://a.test/two.bin", "application/octet-stream", 0L),
                    ("https://example.org/blog/x.pdf", "text/x", 7L),
                    ("https://example.org/etc/passwd", "application/octet-stream", 0L),
                ],
                made);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
