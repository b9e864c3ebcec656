using Xunit;

namespace FeedApi.Tests.Kramdown.Blocks;

/// <summary>Tables by kramdown's rules.</summary>
public sealed class TableTests
{
    [Theory]
    [InlineData(
        "| a | b |\n|---|:-:|\n| 1 | 2 |\n| *x* | `a|b` |",
        "<table>\n<thead>\n<tr>\n<th>a</th>\n<th style=\"text-align: center;\">b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n"
            + "<td>1</td>\n<td style=\"text-align: center;\">2</td>\n</tr>\n<tr>\n<td><em>x</em></td>\n"
            + "<td style=\"text-align: center;\"><code>a|b</code></td>\n</tr>\n</tbody>\n</table>")]
    [InlineData(
        "a | b\n--|--\n1 | 2",
        "<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n<td>2</td>\n"
            + "</tr>\n</tbody>\n</table>")]
    [InlineData(
        "| a | b |\n| c | d |",
        "<table>\n<tbody>\n<tr>\n<td>a</td>\n<td>b</td>\n</tr>\n<tr>\n<td>c</td>\n<td>d</td>\n</tr>\n</tbody>\n</table>")]
    [InlineData("this | that", "<table>\n<tbody>\n<tr>\n<td>this</td>\n<td>that</td>\n</tr>\n</tbody>\n</table>")]
    [InlineData("some text\nwith a | pipe here", "<p>some text\nwith a | pipe here</p>")]
    [InlineData("text\n| a | b |\n|---|---|\n| 1 | 2 |", "<p>text\n| a | b |\n|—|—|\n| 1 | 2 |</p>")]
    [InlineData(
        "| a | b | c |\n|---|---|\n| 1 |\n| 1 | 2 | 3 | 4 |",
        "<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n<th>c</th>\n<th></th>\n</tr>\n</thead>\n<tbody>\n<tr>\n"
            + "<td>1</td>\n<td></td>\n<td></td>\n<td></td>\n</tr>\n<tr>\n<td>1</td>\n<td>2</td>\n<td>3</td>\n<td>4</td>\n"
            + "</tr>\n</tbody>\n</table>")]
    [InlineData(
        "| a \\| b | c |\n|--|--|\n| x | y |",
        "<table>\n<thead>\n<tr>\n<th>a | b</th>\n<th>c</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>x</td>\n<td>y</td>\n"
            + "</tr>\n</tbody>\n</table>")]
    [InlineData(
        "| a | b |\n|---|---|\n| 1 | 2 |\n|===|===|\n| f | g |",
        "<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n<td>2</td>\n"
            + "</tr>\n<tr>\n<td>f</td>\n<td>g</td>\n</tr>\n</tbody>\n</table>")]
    [InlineData("| a | b |\n|---|---|\n| 1 | 2 |\ntext", "<p>| a | b |\n|—|—|\n| 1 | 2 |\ntext</p>")]
    [InlineData(
        "| 名称 | 说明 |\n| ---- | ---- |\n| 甲 | “乙” |",
        "<table>\n<thead>\n<tr>\n<th>名称</th>\n<th>说明</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>甲</td>\n<td>“乙”</td>\n"
            + "</tr>\n</tbody>\n</table>")]
    [InlineData(
        "- a\n\n  | a | b |\n  |---|---|\n  | 1 | 2 |",
        "<ul>\n<li>\n<p>a</p>\n<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n"
            + "<td>1</td>\n<td>2</td>\n</tr>\n</tbody>\n</table>\n</li>\n</ul>")]
    public void A_table_is_what_kramdown_makes_of_it(string markdown, string html) => Assert.Equal(html, KramdownSample.Html(markdown));
}
