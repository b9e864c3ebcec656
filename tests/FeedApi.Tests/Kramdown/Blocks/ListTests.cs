using Xunit;

namespace FeedApi.Tests.Kramdown.Blocks;

/// <summary>Lists by kramdown's rules.</summary>
public sealed class ListTests
{
    [Theory]
    [InlineData("text\n- x\n- y\n\nafter", "<p>text</p>\n<ul>\n<li>x</li>\n<li>y</li>\n</ul>\n<p>after</p>")]
    [InlineData("text\n1. a\n2. b", "<p>text</p>\n<ol>\n<li>a</li>\n<li>b</li>\n</ol>")]
    [InlineData("1) a\n2) b", "<p>1) a\n2) b</p>")]
    [InlineData(
        "- a\n  - b\n    - c\n- d",
        "<ul>\n<li>a\n\n<ul>\n<li>b\n\n<ul>\n<li>c</li>\n</ul>\n</li>\n</ul>\n</li>\n<li>d</li>\n</ul>")]
    [InlineData(
        "- a\n    - b\n        - c\n- d",
        "<ul>\n<li>a\n\n<ul>\n<li>b\n\n<ul>\n<li>c</li>\n</ul>\n</li>\n</ul>\n</li>\n<li>d</li>\n</ul>")]
    [InlineData("1. a\n   - b\n   - c\n2. d", "<ol>\n<li>a\n\n<ul>\n<li>b</li>\n<li>c</li>\n</ul>\n</li>\n<li>d</li>\n</ol>")]
    [InlineData("1. a\n  - b\n  - c\n2. d", "<ol>\n<li>a\n\n<ul>\n<li>b</li>\n<li>c</li>\n</ul>\n</li>\n<li>d</li>\n</ol>")]
    [InlineData(
        "1. first\n\n   ```ruby\n   puts \"a\"\n   ```\n\n2. second",
        "<ol>\n<li>\n<p>first</p>\n<pre><code class=\"language-ruby\">puts &quot;a&quot;\n</code></pre>\n</li>\n<li>\n"
            + "<p>second</p>\n</li>\n</ol>")]
    [InlineData(
        "1. first\n```ruby\nputs \"a\"\n```\n2. second",
        "<ol>\n<li>first\n\n<pre><code class=\"language-ruby\">puts &quot;a&quot;\n</code></pre>\n</li>\n<li>second</li>\n</ol>")]
    [InlineData(
        "1. first\n\n    ```\n    puts \"a\"\n    ```\n\n2. second",
        "<ol>\n<li>\n<p>first</p>\n<pre><code> puts &quot;a&quot;\n</code></pre>\n</li>\n<li>\n<p>second</p>\n</li>\n</ol>")]
    [InlineData(
        "- first\n\n      code here\n\n- second",
        "<ul>\n<li>\n<p>first</p>\n<pre><code>code here\n</code></pre>\n</li>\n<li>\n<p>second</p>\n</li>\n</ul>")]
    [InlineData("- a\n\n- b\n\n- c", "<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n<li>\n<p>c</p>\n</li>\n</ul>")]
    [InlineData("- a\n- b\n\n- c", "<ul>\n<li>a</li>\n<li>\n<p>b</p>\n</li>\n<li>c</li>\n</ul>")]
    [InlineData("- a\n- b\n\n  para", "<ul>\n<li>a</li>\n<li>\n<p>b</p>\n<p>para</p>\n</li>\n</ul>")]
    [InlineData("- a\n  continued\n  more\n- b\nlazy", "<ul>\n<li>a\ncontinued\nmore</li>\n<li>b\nlazy</li>\n</ul>")]
    [InlineData("- a\n- b\n\npara after", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n<p>para after</p>")]
    [InlineData("- a\n\n    code?\n\npara", "<ul>\n<li>\n<p>a</p>\n<p>code?</p>\n</li>\n</ul>\n<p>para</p>")]
    [InlineData("- a\n* b\n+ c", "<ul>\n<li>a</li>\n<li>b</li>\n<li>c</li>\n</ul>")]
    [InlineData(
        "Term\n: def\n\nTerm2\nTerm3\n: def a\n: def b\n\n  para",
        "<dl>\n<dt>Term</dt>\n<dd>def</dd>\n<dt>Term2</dt>\n<dt>Term3</dt>\n<dd>def a</dd>\n<dd>def b\n\n<p>para</p>\n</dd>\n</dl>")]
    [InlineData("Term\n\n: def", "<dl>\n<dt>Term</dt>\n<dd>\n<p>def</p>\n</dd>\n</dl>")]
    [InlineData(
        "- [ ] a\n- [x] b",
        "<ul>\n<li><input type=\"checkbox\" class=\"task-list-item-checkbox\" disabled=\"disabled\">a</li>\n"
            + "<li><input type=\"checkbox\" class=\"task-list-item-checkbox\" disabled=\"disabled\" "
            + "checked=\"checked\">b</li>\n</ul>")]
    [InlineData("3. a\n4. b\n10. c", "<ol>\n<li>a</li>\n<li>b</li>\n<li>c</li>\n</ol>")]
    [InlineData("2014. was a good year", "<ol>\n<li>was a good year</li>\n</ol>")]
    [InlineData("- 1\n-2", "<ul>\n<li>1\n-2</li>\n</ul>")]
    [InlineData("-\n- a\n- \n- b", "<p>-</p>\n<ul>\n<li>a</li>\n<li></li>\n<li>b</li>\n</ul>")]
    [InlineData(
        "- 第一项：**重点**\n- 第二项；`代码`\n1. 编号\n2、不是列表",
        "<ul>\n<li>第一项：<strong>重点</strong></li>\n<li>第二项；<code>代码</code>\n\n<ol>\n<li>编号\n2、不是列表</li>\n</ol>\n</li>\n</ul>")]
    [InlineData("名词\n：不是", "<p>名词\n：不是</p>")]
    [InlineData(
        "* **a**: b\n* *c* d\n* __e__",
        "<ul>\n<li><strong>a</strong>: b</li>\n<li><em>c</em> d</li>\n<li><strong>e</strong></li>\n</ul>")]
    public void A_list_is_what_kramdown_makes_of_it(string markdown, string html) => Assert.Equal(html, KramdownSample.Html(markdown));
}
