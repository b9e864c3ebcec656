using FeedApi.Kramdown;
using Markdig;
using Markdig.Syntax;
using Xunit;

namespace FeedApi.Tests.Kramdown;

/// <summary>The examples of the library's README.</summary>
public sealed class LibraryReadmeTests
{
    private const string Call =
        "var html = KramdownConverter.ToHtml(\"# Tides {#tides}\\n\\n\\\"High\\\" -- and *low*.\\n{: .lead}\", KramdownOptions.Jekyll);";

    [Fact]
    public void Nothing_is_public_that_it_does_not_name()
    {
        var readme = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Kramdown", "README.md"));
        var names = typeof(KramdownParser).Assembly.GetExportedTypes().Select(type => type.Name);
        Assert.All(names, name => Assert.Contains($"`{name}", readme, StringComparison.Ordinal));
    }

    [Fact]
    public void The_first_example_gives_what_it_says()
    {
        var html = KramdownConverter.ToHtml("# Tides {#tides}\n\n\"High\" -- and *low*.\n{: .lead}", KramdownOptions.Jekyll);
        var readme = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Kramdown", "README.md"));
        Assert.Contains(Call, readme, StringComparison.Ordinal);
        Assert.Contains($"```html\n{html}```", readme, StringComparison.Ordinal);
    }

    [Fact]
    public void The_second_example_works()
    {
        const string Text = "# a\n\n## *b*";
        var pipeline = new MarkdownPipelineBuilder().UseKramdownRenderers().Build();
        var document = KramdownParser.Parse(Text, KramdownOptions.Jekyll);
        var headings = document.Descendants<HeadingBlock>().Count();
        var html = document.ToHtml(pipeline);
        Assert.Equal(2, headings);
        Assert.Equal("<h1 id=\"a\">a</h1>\n<h2 id=\"b\"><em>b</em></h2>\n", html);
    }
}
