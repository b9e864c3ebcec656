using Xunit;

namespace FeedApi.Tests.Kramdown.Html;

/// <summary>HTML in Markdown by kramdown's rules.</summary>
public sealed class HtmlTests
{
    [Theory]
    [InlineData("<div>\n*raw* text\n</div>\n\npara", "<div>\n*raw* text\n</div>\n<p>para</p>")]
    [InlineData(
        "<div markdown=\"1\">\n*em* text\n\n- list\n</div>\n\npara",
        "<div>\n<p><em>em</em> text</p>\n<ul>\n<li>list</li>\n</ul>\n</div>\n<p>para</p>")]
    [InlineData("<div>*raw*</div> trailing *em*", "<div>*raw*</div>\n<p>trailing <em>em</em></p>")]
    [InlineData("<p>*raw* & \"quotes\"</p>", "<p>*raw* &amp; \"quotes\"</p>")]
    [InlineData("<span>*em*</span> text", "<p><span><em>em</em></span> text</p>")]
    [InlineData("<a href=\"/x\">*em*</a>", "<p><a href=\"/x\"><em>em</em></a></p>")]
    [InlineData("a<br>b<br/>c<br />d", "<p>a<br>b<br>c<br>d</p>")]
    [InlineData("a <!-- *c* --> b\n\n<!-- block\ncomment -->\n\nc", "<p>a <!-- *c* --> b</p>\n<!-- block\ncomment -->\n<p>c</p>")]
    [InlineData("<table>\n<tr><td>*a*</td><td>b & c</td></tr>\n</table>", "<table>\n<tr><td>*a*</td><td>b &amp; c</td></tr>\n</table>")]
    [InlineData("<div>\ntext\n\nmore text", "<div>\ntext\n\nmore text\n</div>")]
    [InlineData("text\n<div>x</div>\nmore", "<p>text</p>\n<div>x</div>\n<p>more</p>")]
    [InlineData("text <div>x</div> more", "<p>text &lt;div&gt;x&lt;/div&gt; more</p>")]
    [InlineData(
        "<img src=\"/a.png\" alt=\"x\"> text\n\n<img src=\"/a.png\" alt=\"x\">",
        "<p><img src=\"/a.png\" alt=\"x\"> text</p>\n<p><img src=\"/a.png\" alt=\"x\"></p>")]
    [InlineData(
        "<iframe src=\"https://www.youtube.com/embed/x\" width=\"5\"></iframe>\n\ntext",
        "<iframe src=\"https://www.youtube.com/embed/x\" width=\"5\"></iframe>\n<p>text</p>")]
    [InlineData("<script>\nvar a = \"<b>\";\n</script>\n\ntext", "<script>\nvar a = \"<b>\";\n</script>\n<p>text</p>")]
    [InlineData("<a href=http://x.com/y>z</a> <img src=/a.png>", "<p>&lt;a href=http://x.com/y&gt;z&lt;/a&gt; &lt;img src=/a.png&gt;</p>")]
    [InlineData(
        "<details>\n<summary>Sum *x*</summary>\n\ntext **bold**\n\n</details>",
        "<details>\n<summary>Sum *x*</summary>\n\ntext **bold**\n\n</details>")]
    [InlineData("Press <kbd>Ctrl</kbd>+<kbd>*C*</kbd> <code>*x*</code>", "<p>Press <kbd>Ctrl</kbd>+<kbd>*C*</kbd> <code>*x*</code></p>")]
    [InlineData("List<String> foo *bar*", "<p>List<String> foo *bar*</String></p>")]
    [InlineData("<center>**x**</center>\n\n<center>\n![a](/b.png)\n</center>", "<center>**x**</center>\n<center>\n![a](/b.png)\n</center>")]
    [InlineData(
        "<figure>\n  <img src=\"/a.png\">\n  <figcaption>Cap *x* \"q\"</figcaption>\n</figure>",
        "<figure>\n  <img src=\"/a.png\">\n  <figcaption>Cap *x* \"q\"</figcaption>\n</figure>")]
    [InlineData(
        "<div class=\"a\">\n    <p>code?</p>\n    <ul>\n        <li>x</li>\n    </ul>\n</div>",
        "<div class=\"a\">\n    <p>code?</p>\n    <ul>\n        <li>x</li>\n    </ul>\n</div>")]
    [InlineData(
        "<pre><code class=\"x\">\na < b && c\n  \"d\"\n</code></pre>",
        "<pre><code class=\"x\">\na &lt; b &amp;&amp; c\n  \"d\"\n</code></pre>")]
    [InlineData("<ul>\n<li>a</li>\n\n<li>b</li>\n</ul>", "<ul>\n<li>a</li>\n\n<li>b</li>\n</ul>")]
    [InlineData(
        "text\n\n  <div>x</div>\n\n    <div>y</div>",
        "<p>text</p>\n<div>x</div>\n<pre><code>&lt;div&gt;y&lt;/div&gt;\n</code></pre>")]
    [InlineData("{::nomarkdown}\n<b>*x*</b>\n{:/nomarkdown}\n\na {::nomarkdown}*y*{:/} b", "<b>*x*</b>\n\n<p>a *y* b</p>")]
    [InlineData("{::comment}\nhidden\n{:/comment}\n\ntext {::comment}h{:/comment} x", "<!-- hidden -->\n\n<p>text <!-- h --> x</p>")]
    [InlineData("<b>bold</b>\n\n<i>it</i> text", "<p><b>bold</b></p>\n<p><i>it</i> text</p>")]
    public void Html_is_what_kramdown_makes_of_it(string markdown, string html) => Assert.Equal(html, KramdownSample.Html(markdown));
}
