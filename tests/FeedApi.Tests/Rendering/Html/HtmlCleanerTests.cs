using Xunit;

namespace FeedApi.Tests.Rendering.Html;

public sealed class HtmlCleanerTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<ScRiPt src=//evil.test></ScRiPt>")]
    [InlineData("<scr<script>ipt>alert(1)</scr</script>ipt>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("<img src=x onerror\n=alert(1)>")]
    [InlineData("<img/src=x/onerror=alert(1)>")]
    [InlineData("<img src=\"x\" `onerror=alert(1)`>")]
    [InlineData("<a href=\"javascript:alert(1)\">a</a>")]
    [InlineData("<a href=\"JaVaScRiPt:alert(1)\">a</a>")]
    [InlineData("<a href=\" java\nscript:alert(1)\">a</a>")]
    [InlineData("<a href=\"java&#x09;script:alert(1)\">a</a>")]
    [InlineData("<a href=\"&#106;&#97;vascript&colon;alert(1)\">a</a>")]
    [InlineData("<a href=\"\u0001javascript:alert(1)\">a</a>")]
    [InlineData("<a href=\"data:text/html,<script>alert(1)</script>\">a</a>")]
    [InlineData("<a href=\"vbscript:msgbox(1)\">a</a>")]
    [InlineData("<a href=x onclick=alert(1) onmouseover='alert(2)'>a</a>")]
    [InlineData("<img src=\"data:image/svg+xml,<svg onload=alert(1)>\">")]
    [InlineData("<svg onload=alert(1)>")]
    [InlineData("<svg><script>alert(1)</script></svg>")]
    [InlineData("<svg><style><img src=x onerror=alert(1)></style></svg>")]
    [InlineData("<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>")]
    [InlineData("<math href=\"javascript:alert(1)\">a</math>")]
    [InlineData("<iframe src=javascript:alert(1)></iframe>")]
    [InlineData("<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>")]
    [InlineData("<object data=javascript:alert(1)></object>")]
    [InlineData("<embed src=javascript:alert(1)>")]
    [InlineData("<form action=javascript:alert(1)><input type=submit></form>")]
    [InlineData("<button formaction=javascript:alert(1)>a</button>")]
    [InlineData("<details open ontoggle=alert(1)>a</details>")]
    [InlineData("<video src=x onerror=alert(1)></video>")]
    [InlineData("<video><source onerror=alert(1)></video>")]
    [InlineData("<body onload=alert(1)>a")]
    [InlineData("<style>*{background:url(javascript:alert(1))}</style>")]
    [InlineData("<p style=\"background:url(javascript:alert(1))\">a</p>")]
    [InlineData("<p style=\"width:expression(alert(1))\">a</p>")]
    [InlineData("<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">")]
    [InlineData("<base href=javascript:alert(1)//>")]
    [InlineData("<link rel=stylesheet href=javascript:alert(1)>")]
    [InlineData("<template><script>alert(1)</script></template>")]
    [InlineData("<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>")]
    [InlineData("<title><a title=\"</title><img src=x onerror=alert(1)>\"></title>")]
    [InlineData("<xmp><img src=x onerror=alert(1)></xmp>")]
    [InlineData("<textarea><img src=x onerror=alert(1)></textarea>")]
    [InlineData("<plaintext><img src=x onerror=alert(1)>")]
    [InlineData("<marquee onstart=alert(1)>a</marquee>")]
    [InlineData("<!--><img src=x onerror=alert(1)>-->")]
    [InlineData("<!-- --!><img src=x onerror=alert(1)> -->")]
    [InlineData("<a is=evil-link slot=a name=alert id=alert(1)>a</a>")]
    [InlineData("<div xlink:href=\"javascript:alert(1)\">a</div>")]
    [InlineData("<img srcset=\"javascript:alert(1) 1x, data:a 2x\">")]
    [InlineData("<blockquote cite=\"javascript:alert(1)\">a</blockquote>")]
    [InlineData("<table background=\"javascript:alert(1)\"><td>a</table>")]
    [InlineData("<img src=x:alert(1) dynsrc=javascript:alert(1) lowsrc=javascript:alert(1)>")]
    [InlineData("<a href=\"http://a\" target=_blank ping=//evil.test>javascript</a>")]
    public void Nothing_that_could_run_survives_at_either_trust_level(string vector)
    {
        foreach (var html in new[] { Sample.Html(vector), Sample.AuthorHtml(vector), Sample.Render(vector).Html }) AssertHarmless(html);
    }

    [Theory]
    [InlineData("<p><o:p>a</o:p><font color=red>b</font></p>", "<p>ab</p>")]
    [InlineData("<center><img src=/a.png></center>", "<div align=\"center\"><img src=\"https://example.org/a.png\"></div>")]
    [InlineData("<p>a<b>c", "<p>a<b>c</b></p>")]
    [InlineData("<P CLASS=x ID=y STYLE='color:red' DATA-A=b>a</P>", "<p>a</p>")]
    [InlineData("<![CDATA[a]]>b<?php c ?>", "b")]
    [InlineData("a<!-- b -->c", "ac")]
    [InlineData("<ruby>漢<rt>han</rt></ruby>", "<ruby>漢<rt>han</rt></ruby>")]
    [InlineData("<img src=\"data:image/png;base64,AA==\">a", "a")]
    [InlineData("a&#11;b\uFFFF", "ab")]
    [InlineData("<pre>\n\na</pre>", "<pre>\n\na</pre>")]
    [InlineData("<p title='\"<b>&amp;'>a&nbsp;&lt;</p>", "<p title=\"&quot;&lt;b&gt;&amp;\">a&nbsp;&lt;</p>")]
    public void Word_markup_and_loose_tags_become_plain_balanced_html(string html, string expected) =>
        Assert.Equal(expected, Sample.Html(html));

    [Fact]
    public void Modern_elements_pass()
    {
        const string Html = "<figure><picture><source srcset=\"https://a.test/b.webp 2x\" type=\"image/webp\">"
            + "<img src=\"https://a.test/b.png\" alt=\"b\" loading=\"lazy\"></picture>"
            + "<figcaption>c</figcaption></figure><details open=\"\"><summary>d</summary>e</details>"
            + "<video src=\"https://a.test/v.mp4\" controls=\"\" poster=\"https://a.test/p.png\"></video><del>f</del><ins>g</ins>";
        Assert.Equal(Html, Sample.Html(Html));
    }

    [Fact]
    public void External_links_of_untrusted_posts_are_not_vouched_for()
    {
        Assert.Equal(
            "<a href=\"https://other.test/\" rel=\"nofollow noopener noreferrer\">a</a>",
            Sample.Html("<a href=https://other.test rel=me>a</a>"));
        Assert.Equal("<a href=\"https://example.org/b\">a</a>", Sample.Html("<a href=/b>a</a>"));
        Assert.Equal("<a href=\"https://other.test/\">a</a>", Sample.AuthorHtml("<a href=https://other.test>a</a>"));
    }

    [Fact]
    public void Authors_may_use_classes_ids_harmless_styles_and_known_players()
    {
        Assert.Equal("<p class=\"a\" id=\"c-b\" style=\"text-align: center\">c</p>",
            Sample.AuthorHtml("<p class=a id=b style='text-align:center;position:fixed'>c</p>"));
        Assert.Contains(
            "src=\"https://player.vimeo.com/video/1\"",
            Sample.AuthorHtml("<iframe src=https://player.vimeo.com/video/1>a</iframe>"),
            StringComparison.Ordinal);
        Assert.DoesNotContain("<iframe", Sample.AuthorHtml("<iframe src=https://evil.test/></iframe>"), StringComparison.Ordinal);
    }

    [Fact]
    public void Cleaning_cleaned_html_changes_nothing()
    {
        const string Html = "<p><center><img src=/a.png></center>a<div>b<o:p><p>c</o:p><table><tr><td>d<table><b>e</table>"
            + "</div><li>f<dd>g<a href=#x>h<a href=y>i";
        var once = Sample.Html(Html);
        Assert.Equal(once, Sample.Html(once));
    }

    private static void AssertHarmless(string html)
    {
        // Escaped text may say anything; tags may not.
        var tags = string.Concat(System.Text.RegularExpressions.Regex.Matches(html, "<[^>]*>").Select(match => match.Value));
        Assert.DoesNotMatch(
            "(?i)<(script|style|svg|iframe|object|embed|form|input|button|meta|base|link|template|noscript|"
                + "title|xmp|textarea|plaintext|marquee)",
            tags);
        Assert.DoesNotMatch(@"(?i)[\s/""'`]on[a-z]+\s*=", System.Text.RegularExpressions.Regex.Replace(tags, "\"[^\"]*\"", "\"\""));
        Assert.DoesNotMatch(
            "(?i)(=\"(java|vb)script:|=\"data:|expression|srcdoc|formaction|target=|ping=|xlink| background=|[^-]id=\"alert| name=| is=)",
            tags);
    }
}
