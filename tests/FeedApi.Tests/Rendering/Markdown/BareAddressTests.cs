using System.Text.RegularExpressions;
using FeedApi.Benchmarks.Fidelity;
using FeedApi.Tests.Content;
using Xunit;

namespace FeedApi.Tests.Rendering.Markdown;

public sealed class BareAddressTests
{
    [Theory]
    [InlineData("http://a.test/x后面的字", "[http://a.test/x]后面的字")]
    [InlineData("https://a.test：端口", "[https://a.test]：端口")]
    [InlineData("访问http://a.test/x。然后", "访问[http://a.test/x]。然后")]
    [InlineData("https://a.test/x、https://a.test/y；z", "[https://a.test/x]、[https://a.test/y]；z")]
    [InlineData("（https://a.test/x）", "（[https://a.test/x]）")]
    [InlineData("“https://a.test/x”", "“[https://a.test/x]”")]
    [InlineData("https://a.test/x에서", "[https://a.test/x]에서")]
    [InlineData("见 www.a.test/图", "见 [www.a.test/]图")]
    [InlineData("see https://a.test/x, or (http://a.test/y(z)).", "see [https://a.test/x], or ([http://a.test/y(z)]).")]
    [InlineData("https://a.test/é", "[https://a.test/é]")]
    [InlineData("xhttps://a.test/", "xhttps://a.test/")]
    [InlineData("**http://a.test/x**后", "*[http://a.test/x]*后")]
    public void Addresses_end_before_Chinese_and_may_follow_it(string markdown, string shown) =>
        Assert.Equal(shown, Shown(Sample.Render(markdown).Html));

    [Theory]
    [InlineData("见 a@b.test 后", "见 [a@b.test] 后")]
    [InlineData("邮箱a@b.test，谢谢", "邮箱[a@b.test]，谢谢")]
    [InlineData("（first_last+x@y-z.co.test）", "（[first_last+x@y-z.co.test]）")]
    [InlineData("write to a@b.test.", "write to [a@b.test].")]
    [InlineData("a@b.test和c@d.test", "[a@b.test]和[c@d.test]")]
    [InlineData("*a@b.test*", "[a@b.test]")]
    [InlineData("mailto:a@b.test", "[mailto:a@b.test]")]
    [InlineData("a@b and @c, a@b@c.test, @d.test", "a@b and @c, a@[b@c.test], @d.test")]
    [InlineData("`a@b.test`", "a@b.test")]
    [InlineData("[a@b.test](/x)", "[a@b.test]")]
    [InlineData("<a href=\"/x\">at a@b.test</a> c@d.test", "[at a@b.test] [c@d.test]")]
    public void Mail_addresses_are_links(string markdown, string shown) => Assert.Equal(shown, Shown(Sample.Render(markdown).Html));

    [Fact]
    public void A_mail_address_leads_to_a_mail() =>
        Assert.Equal("<p>见 <a href=\"mailto:a@b.test\">a@b.test</a> 后</p>", Sample.Render("见 a@b.test 后").Html);

    // Hugo 0.111.3.
    [Theory]
    [InlineData("http://a.test/x后面的字", "[http://a.test/x]后面的字")]
    [InlineData("https://a.test：端口", "[https://a.test]：端口")]
    [InlineData("访问http://a.test/x。然后", "访问http://a.test/x。然后")]
    [InlineData("https://a.test/é", "[https://a.test/]é")]
    [InlineData("http://localhost/ http://A.TEST/ http://a.test/x|y", "http://localhost/ http://A.TEST/ [http://a.test/x]|y")]
    [InlineData("见 a@b.test 后，见a@b.test后", "见 [a@b.test] 后，见a@b.test后")]
    [InlineData("mailto:a@b.test tel:+123", "mailto:a@b.test tel:+123")]
    public void A_site_of_Hugo_has_the_links_that_Hugo_makes(string markdown, string shown)
    {
        using var folder = new ContentFolder().WithExactly("config.toml", "baseURL = 'https://tides.example/'\n")
            .WithExactly("content/tide.md", $"---\ntitle: Tide\ndate: 2024-01-01\n---\n{markdown}\n");

        Assert.Equal(shown, Shown(OurPosts.Read(folder.Path).Articles.Values.Single().Html));
    }

    // Links in brackets, emphasis in stars.
    private static string Shown(string html)
    {
        var shown = Regex.Replace(html, "<a [^>]*>", "[").Replace("</a>", "]", StringComparison.Ordinal);
        return Regex.Replace(shown.Replace("strong>", ">*", StringComparison.Ordinal), "</?[a-z]*>", "");
    }
}
