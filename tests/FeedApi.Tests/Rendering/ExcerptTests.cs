using FeedApi.Kramdown;
using FeedApi.Model;
using FeedApi.Site;
using Xunit;

namespace FeedApi.Tests.Rendering;

/// <summary>Summaries of Jekyll sites, which are cut out of the source.</summary>
public sealed class ExcerptTests
{
    private static readonly SiteConfig Site = Sample.Site with { IsJekyll = true, Kramdown = KramdownOptions.Jekyll };

    [Theory]
    [InlineData("One *two*.\n\nThree.", "One two.")]
    [InlineData("\n\nOne.\n\nTwo.", "One.")]
    [InlineData("# Title\nText.\n\nMore.", "Title Text.")]
    [InlineData("# Title\n\nText.", "Title")]
    [InlineData("One.", "One.")]
    [InlineData("One.\n\n", "One.")]
    [InlineData("- a\n- b\n\nText.", "a b")]
    [InlineData("> q\n\nText.", "q")]
    [InlineData("一：“二”。\n\n三。", "一：“二”。")]
    [InlineData("![a](/b.png)\n\nText.\n\nMore.", "Text.")]
    public void A_blank_line_ends_the_excerpt_but_it_is_never_empty(string body, string summary) => Assert.Equal(summary, Summary(body));

    [Fact]
    public void Links_of_the_excerpt_are_defined_in_it() =>
        Assert.Equal(
            "See this and that and [no].",
            Summary("See [this][1] and [that] and [no].\n\nText.\n\n[1]: /a\n   [that]: /b\n[other]: /c"));

    [Theory]
    [InlineData("One.\n\nTwo.\n\n<!--more-->\n\nThree.", null, null, "One. Two.")]
    [InlineData("One.\n\nTwo.\n\n<!--more-->\n\nThree.", "\n\n", null, "One.")]
    [InlineData("One.\n\nTwo.\n\n<!--cut-->\n\nThree.", "<!--cut-->", null, "One. Two.")]
    [InlineData("One.\n\nTwo.\n\nThree.", "<!--cut-->", null, "One. Two. Three.")]
    [InlineData("One.\n\nTwo.\n\n***\n\nThree.", "<!--cut-->", "***", "One. Two.")]
    [InlineData("# One\n\nTwo.\n\nThree.", "", null, "Two.")]
    [InlineData("# One\n\nTwo.\n\nThree.", null, "", "Two.")]
    [InlineData("`<!--more-->`\n\nTwo.", null, null, "<!--more-->")]
    public void The_separator_of_the_post_goes_before_that_of_the_site_before_the_mark_before_a_blank_line(
        string body, string? siteSeparator, string? postSeparator, string summary) =>
        Assert.Equal(summary, Summary(body, siteSeparator, postSeparator));

    [Theory]
    [InlineData("Start.", "End.")]
    [InlineData("Start.", "<table>Stray<tr><td>cell</td></tr></table>")]
    [InlineData("~~~", "~~~")]
    [InlineData("<div>Start", "</div>")]
    [InlineData("**Start", "end**")]
    public void What_comes_after_a_long_excerpt_does_not_change_its_summary(string start, string end)
    {
        var head = start + "\n" + string.Concat(Enumerable.Range(1, 200).Select(number => $"Word{number} and 词{number}. "));
        Assert.Equal(Summary(head), Summary(head + "\n\n" + end));
    }

    [Fact]
    public void An_html_post_has_an_excerpt_too()
    {
        var post = Sample.Post("<p>One</p>\n\n<p>Two</p>", PostFormat.Html);
        Assert.Equal("One", Sample.Render(post, Site).Summary);
    }

    [Fact]
    public void A_summary_in_the_front_matter_goes_first() =>
        Assert.Equal("S", Sample.Render(Sample.Post("One.\n\nTwo.") with { Summary = "S" }, Site).Summary);

    [Fact]
    public void A_liquid_block_that_the_excerpt_cuts_is_closed() => Assert.Equal(
        "x x",
        Summary("{% if page.title %}{% for b in (1..2) %}{% raw %}x{% endraw %}\n\ny{% endfor %}{% endif %}"));

    [Fact]
    public void A_bare_address_alone_in_a_paragraph_is_the_external_url_though_it_is_no_link() =>
        Assert.Equal("https://a.test/x", Sample.Render(Sample.Post("Text.\n\nhttps://a.test/x"), Site).ExternalUrl);

    private static string Summary(string body, string? siteSeparator = null, string? postSeparator = null) =>
        Sample.Render(Sample.Post(body) with { ExcerptSeparator = postSeparator }, Site with { ExcerptSeparator = siteSeparator }).Summary;
}
