using FeedApi.Benchmarks.Fidelity;
using FeedApi.Rendering;
using FeedApi.Site;
using FeedApi.Tests.Content;
using Xunit;

namespace FeedApi.Tests.Rendering.Markdown.Attributes;

/// <summary>What stands in braces is text, except attributes where goldmark reads them. Hugo's cases are in <c>goldmark.json</c>.</summary>
public sealed class BraceTests
{
    private const string BlockConfig = """
        baseURL = 'https://tides.example/'
        [markup.goldmark.parser.attribute]
        block = true
        """;

    [Theory]
    [InlineData("GET /tides/{station_id}?day={day}", "<p>GET /tides/{station_id}?day={day}</p>")]
    [InlineData("$\\frac{a}{b}$, $x_{n}$", "<p>$\\frac{a}{b}$, $x_{n}$</p>")]
    [InlineData("*ebb*{.x} and {#id}", "<p><em>ebb</em>{.x} and {#id}</p>")]
    [InlineData("- {a}\n- {.b}", "<ul>\n<li>{a}</li>\n<li>{.b}</li>\n</ul>")]
    [InlineData("{.x}\n\ntext\n\n{a=b}", "<p>{.x}</p>\n<p>text</p>\n<p>{a=b}</p>")]
    [InlineData("text\n{a}\n{.x} more", "<p>text\n{a}\n{.x} more</p>")]
    [InlineData("# Read {user_id}", "<h1 id=\"c-read-user_id\">Read {user_id}</h1>")]
    [InlineData("# Read {#id} now", "<h1 id=\"c-read-id-now\">Read {#id} now</h1>")]
    [InlineData("# Read {}", "<h1 id=\"c-read-\">Read {}</h1>")]
    [InlineData("# Read \\{#id}", "<h1 id=\"c-read-id\">Read {#id}</h1>")]
    public void Braces_are_text(string markdown, string html) => Assert.Equal(html, Sample.Render(markdown).Html);

    [Fact]
    public void Braces_in_a_table_are_text()
    {
        var html = Sample.Render("| {a} | b |\n|---|---|\n| {#id} | c {.d} |").Html;

        foreach (var text in new[] { "<th>{a}</th>", "<td>{#id}</td>", "<td>c {.d}</td>" })
            Assert.Contains(text, html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("# Ebb {#low}", "<h1 id=\"c-low\">Ebb</h1>")]
    [InlineData("# Ebb {#low .x a=1 b=\"c d\"} #", "<h1 id=\"c-low\">Ebb</h1>")]
    [InlineData("# Ebb {a=b}", "<h1 id=\"c-ebb\">Ebb</h1>")]
    [InlineData("Ebb {#low}\n===", "<h1 id=\"c-low\">Ebb</h1>")]
    [InlineData("```go {#x hl_lines=[1,\"2-3\"]}\ny\n```", "<pre><code class=\"language-go\">y\n</code></pre>")]
    [InlineData("ebb\n{.x}", "<p>ebb</p>")]
    [InlineData("- ebb\n- flow\n{.x}\n\nend", "<ul>\n<li>ebb</li>\n<li>flow</li>\n</ul>\n<p>end</p>")]
    public void Attributes_stand_at_the_end_of_a_heading_a_fence_or_a_block(string markdown, string html) =>
        Assert.Equal(html, Sample.Render(markdown).Html);

    [Fact]
    public void A_list_below_a_block_gives_that_block_its_attributes()
    {
        var site = Sample.Site with { Trust = TrustLevel.Author };

        var html = Sample.Render(Sample.Post("ebb\n{#low .x}\n\n| a |\n|---|\n| 1 |\n\n> said\n{.y}"), site).Html;

        Assert.Contains("<p id=\"c-low\" class=\"x\">ebb</p>", html, StringComparison.Ordinal);
        Assert.Contains("<blockquote class=\"y\">", html, StringComparison.Ordinal);
    }

    // What Hugo 0.111.3 shows of them, except where its own reading loses words: behind a list.
    [Theory]
    [InlineData("text\n{.x}", "text")]
    [InlineData("{.x}\ntext\n\n{a=b}", "text")]
    [InlineData("- a\n- b\n{.x}", "a\nb")]
    [InlineData("> a\n{.x}\n\n{user_id}", "a\n{user_id}")]
    [InlineData("text\n{.x} tail", "text {.x} tail")]
    [InlineData("a {.x}\n\n- {y}", "a {.x}\n{y}")]
    public void A_site_of_Hugo_may_have_attributes_of_blocks(string markdown, string text)
    {
        using var folder = new ContentFolder().WithExactly("config.toml", BlockConfig)
            .WithExactly("content/tide.md", $"---\ntitle: Tide\ndate: 2024-01-01\n---\n{markdown}\n");

        Assert.Equal(text, OurPosts.Read(folder.Path).Articles.Values.Single().Text);
    }

    [Fact]
    public void Very_many_braces_are_read_within_the_limits()
    {
        foreach (var piece in new[] { "{a=[1] ", "{a=\"", "{.a ", "{#a}", "{a=b", "{", "{a=\"\\" })
        {
            Assert.Null(GuardLimit.RefusalOf("# " + GuardLimit.Repeat(piece, 50_000) + "}"));
            Assert.Null(GuardLimit.RefusalOf("text\n" + GuardLimit.Repeat(piece, 50_000) + "}"));
        }
    }

    [Fact]
    public void A_list_of_very_many_attributes_is_text()
    {
        var names = string.Concat(Enumerable.Range(0, RenderingLimits.TagAttributes + 1).Select(number => $" .a{number}"));

        Assert.EndsWith("}</h1>", Sample.Render($"# Ebb {{{names}}}").Html, StringComparison.Ordinal);
    }
}
