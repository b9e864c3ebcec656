using Xunit;

namespace FeedApi.Tests.Kramdown.Blocks;

/// <summary>Blocks by kramdown's rules.</summary>
public sealed class BlockTests
{
    [Theory]
    [InlineData("para\n#header\n\n# head #\ntext", "<p>para\n#header</p>\n<h1 id=\"head\">head</h1>\n<p>text</p>")]
    [InlineData("##Heading\ntext after", "<p>##Heading\ntext after</p>")]
    [InlineData("> a\n> b\n\n> c", "<blockquote>\n<p>a\nb</p>\n</blockquote>\n<blockquote>\n<p>c</p>\n</blockquote>")]
    [InlineData("> a\nb\nc\n\nd", "<blockquote>\n<p>a\nb\nc</p>\n</blockquote>\n<p>d</p>")]
    [InlineData("text\n> quote", "<p>text</p>\n<blockquote>\n<p>quote</p>\n</blockquote>")]
    [InlineData("> a\n> > b\n> c", "<blockquote>\n<p>a</p>\n<blockquote>\n<p>b\nc</p>\n</blockquote>\n</blockquote>")]
    [InlineData("> - a\n> - b\n>\n> text", "<blockquote>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n<p>text</p>\n</blockquote>")]
    [InlineData(
        "> text\n>\n>     code\n>\n> ```\n> fenced\n> ```",
        "<blockquote>\n<p>text</p>\n<pre><code>code\n</code></pre>\n<pre><code>fenced\n</code></pre>\n</blockquote>")]
    [InlineData("a\n\n---\n\nb\n\n* * *\n\n___", "<p>a</p>\n<hr />\n<p>b</p>\n<hr />\n<hr />")]
    [InlineData("Title\n=====\n\nSub\n---\ntext", "<h1 id=\"title\">Title</h1>\n<h2 id=\"sub\">Sub</h2>\n<p>text</p>")]
    [InlineData("line1\nline2\n---", "<p>line1\nline2\n—</p>")]
    [InlineData("text\n***\nmore", "<p>text\n***\nmore</p>")]
    [InlineData("a  \nb\\\nc\\\\\nd", "<p>a<br />\n\nb<br />\n\nc<br />\n\nd</p>")]
    [InlineData("a   \nb", "<p>a <br />\n\nb</p>")]
    [InlineData("<em>\"a\"</em> \"<em>b</em>\" `c`\"d\"", "<p><em>“a”</em> “<em>b</em>” <code>c</code>“d”</p>")]
    [InlineData(
        "\"[a](/b)\" and '[c](/d)'s [\"e\"](/f)",
        "<p>“<a href=\"/b\">a</a>” and ‘<a href=\"/d\">c</a>’s <a href=\"/f\">“e”</a></p>")]
    [InlineData("他说\"你好\"，'世界'。\"引用\" 和“中文引号”‘单’", "<p>他说”你好”，’世界’。”引用” 和“中文引号”‘单’</p>")]
    [InlineData("(\"a\") ['b'] {\"c\"} -\"d\"- \"e\"-", "<p>(“a”) [‘b’] {“c”} -“d”- “e”-</p>")]
    [InlineData("text\n: not def?", "<dl>\n<dt>text</dt>\n<dd>not def?</dd>\n</dl>")]
    [InlineData(
        "```ruby\na = \"b\"\n```\ntext\n~~~\nc\n~~~",
        "<pre><code class=\"language-ruby\">a = &quot;b&quot;\n</code></pre>\n<p>text</p>\n<pre><code>c\n</code></pre>")]
    [InlineData("text\n```\ncode\n```\ntext", "<p>text</p>\n<pre><code>code\n</code></pre>\n<p>text</p>")]
    [InlineData("```ruby foo\ncode\n```", "<p><code>ruby foo\ncode\n</code></p>")]
    [InlineData("``` js\ncode\n```", "<pre><code class=\"language-js\">code\n</code></pre>")]
    [InlineData("```\ncode\n\ntext", "<p>```\ncode</p>\n<p>text</p>")]
    [InlineData("~~~\n```\nx\n```\n~~~", "<pre><code>```\nx\n```\n</code></pre>")]
    [InlineData("  ```\n  code\n  ```", "<pre><code>  code\n</code></pre>")]
    [InlineData("````\n```\nx\n```\n````", "<pre><code>```\nx\n```\n</code></pre>")]
    [InlineData("text\n\n    code\n      more\n\n    code2\ntext", "<p>text</p>\n<pre><code>code\n  more\n\ncode2 text\n</code></pre>")]
    [InlineData("text\n    not code", "<p>text\n    not code</p>")]
    [InlineData("\tcode", "<pre><code>code\n</code></pre>")]
    [InlineData("- a\n\n^\n\n- b", "<ul>\n<li>\n<p>a</p>\n</li>\n</ul>\n<ul>\n<li>b</li>\n</ul>")]
    [InlineData("- a\n---\n- b", "<ul>\n<li><h2 id=\"a\">a</h2>\n</li>\n<li>b</li>\n</ul>")]
    [InlineData("- a\n\n* * *\n\n- b", "<ul>\n<li>a</li>\n</ul>\n<hr />\n<ul>\n<li>b</li>\n</ul>")]
    [InlineData("- # a\n- b", "<ul>\n<li><h1 id=\"a\">a</h1>\n</li>\n<li>b</li>\n</ul>")]
    [InlineData("- a\n\n  > q\n\n- b", "<ul>\n<li>\n<p>a</p>\n<blockquote>\n<p>q</p>\n</blockquote>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>")]
    [InlineData("# Foo {#bar}\n## Foo\n## Foo", "<h1 id=\"bar\">Foo</h1>\n<h2 id=\"foo\">Foo</h2>\n<h2 id=\"foo-1\">Foo</h2>")]
    [InlineData("# 中文 标题！\n## “引号” `code`", "<h1 id=\"中文-标题\">中文 标题！</h1>\n<h2 id=\"引号-code\">“引号” <code>code</code></h2>")]
    [InlineData("## *a* [b](/c) `d` & \"e\"", "<h2 id=\"a-b-d--e\"><em>a</em> <a href=\"/c\">b</a> <code>d</code> &amp; “e”</h2>")]
    [InlineData(
        "# foo ##\n## bar \\#\n### baz#\n####",
        "<h1 id=\"foo\">foo</h1>\n<h2 id=\"bar-\">bar #</h2>\n<h3 id=\"baz\">baz#</h3>\n<p>####</p>")]
    [InlineData("####### x", "<p>####### x</p>")]
    [InlineData("中文，标点。“引号”——破折号……《书名》\n下一行\u3000全角空格", "<p>中文，标点。“引号”——破折号……《书名》\n下一行\u3000全角空格</p>")]
    [InlineData("text\n{% raw %}\nmore", "<p>text\n{% raw %}\nmore</p>")]
    [InlineData(">     code", "<blockquote>\n<pre><code>code\n</code></pre>\n</blockquote>")]
    [InlineData("text\\", "<p>text\\</p>")]
    [InlineData(" - - -", "<hr />")]
    [InlineData("-----\ntext\n-----", "<hr />\n<p>text\n—–</p>")]
    public void A_block_is_what_kramdown_makes_of_it(string markdown, string html) => Assert.Equal(html, KramdownSample.Html(markdown));
}
