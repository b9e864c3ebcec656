using FeedApi.Model;
using FeedApi.Rendering;
using FeedApi.Tests.Content;
using Xunit;

namespace FeedApi.Tests.Rendering.Liquid;

public sealed class LiquidFaultTests
{
    [Theory]
    [InlineData("a {% if %} b {% endif %}", "Invalid 'if' tag")]
    [InlineData("a {% if true %} b", "'{% endif %}' was expected")]
    [InlineData("a {% endif %}", "The tag endif is outside its block.")]
    [InlineData("a {{ b }", "An output has no }} at its end.")]
    [InlineData("a {% b ", "A tag has no %} at its end.")]
    [InlineData("a {% for b %}{% endfor %}", "Invalid 'for' tag")]
    [InlineData("a {% raw %}", "Not end tag found for {% raw %}")]
    [InlineData("a {% else %}", "The tag else is outside its block.")]
    [InlineData("a {% case 1 %}{% when %}{% endcase %}", "Invalid 'when' tag")]
    public void Liquid_that_cannot_be_parsed_is_shown_as_written(string template, string message)
    {
        var (html, problems) = JekyllSite.RenderHtml("\n\n" + template);
        Assert.Equal(System.Net.WebUtility.HtmlDecode(html).Trim(), template.Trim());
        var problem = Assert.Single(problems);
        Assert.Equal(
            (ProblemCodes.LiquidSyntax, ProblemSeverity.Warning, JekyllSite.Post.Path), (problem.Code, problem.Severity, problem.File));
        Assert.Equal((JekyllSite.Post.BodyLine + 2, message), (problem.Line, problem.Message));
    }

    [Theory]
    [InlineData("a{% gist 123 %}b", "ab", ProblemCodes.LiquidTag)]
    [InlineData("a{% mermaid x %}b{{ page.slug }}{% endmermaid %}c", "abspring-tidec", ProblemCodes.LiquidTag)]
    [InlineData("{{ 'a' | obfuscate }}", "a", ProblemCodes.LiquidFilter)]
    [InlineData("a{% include missing.html %}b", "ab", ProblemCodes.LiquidInclude)]
    [InlineData("a{% include ../_config.yml %}b", "ab", ProblemCodes.LiquidInclude)]
    [InlineData("a{% include_relative ../_config.yml %}b", "ab", ProblemCodes.LiquidInclude)]
    [InlineData("a{% include /etc/passwd %}b", "ab", ProblemCodes.LiquidInclude)]
    [InlineData("a{% link _posts/missing.md %}b", "a_posts/missing.mdb", ProblemCodes.LiquidTarget)]
    [InlineData("a{% link ../../etc/passwd %}b", "a../../etc/passwdb", ProblemCodes.LiquidTarget)]
    [InlineData("a{% link _data/people.yml %}b", "a_data/people.ymlb", ProblemCodes.LiquidTarget)]
    [InlineData("a{% post_url 2020-01-01-missing %}b", "a2020-01-01-missingb", ProblemCodes.LiquidTarget)]
    [InlineData("a{{ 1 | divided_by: 0 }}b", "ab", ProblemCodes.LiquidError)]
    [InlineData("a{{ 'x' | slice: 'y' }}b", "ab", ProblemCodes.LiquidError)]
    [InlineData("a{{ page.tags | where_exp: 'x', 'x == (' }}b", "ab", ProblemCodes.LiquidError)]
    [InlineData("{{ 'tomorrowish' | date_to_string }}", "tomorrowish", ProblemCodes.LiquidError)]
    [InlineData("a{{ site.posts | size }}b", "a0b", ProblemCodes.LiquidError)]
    public void A_fault_costs_one_tag(string template, string output, string code)
    {
        var (text, problems) = JekyllSite.Render(template);
        Assert.Equal(output, text);
        Assert.Equal((code, JekyllSite.Post.BodyLine), (Assert.Single(problems).Code, problems[0].Line));
    }

    [Fact]
    public void A_misspelt_tag_or_filter_is_told_with_the_nearest_name()
    {
        Assert.Contains("include", Assert.Single(JekyllSite.Render("{% inclued a.html %}").Problems).Message, StringComparison.Ordinal);
        Assert.Contains("upcase", Assert.Single(JekyllSite.Render("{{ 'a' | upcaes }}").Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_inside_an_include_names_the_include()
    {
        using var folder = new ContentFolder().With("_config.yml", "title: A")
            .With("_includes/a.html", "x\n{% plugin %}")
            .With("_includes/b.html", "{% if %}");
        var post = folder.ReadPost("---\ntitle: A\n---\n\n{% include a.html %}{% include b.html %}y").Post!;
        var rendering = new ArticleRenderer(folder.Site()).Render(post);
        Assert.Equal(
            ["_includes/a.html:2: The tag plugin is not known.", "_includes/b.html:1: Invalid 'if' tag"],
            rendering.Problems.Select(problem => problem.Message));
        Assert.All(rendering.Problems, problem => Assert.Equal(5, problem.Line));
        Assert.Equal("x y", rendering.Article!.Text);
    }

    [Fact]
    public void A_data_file_that_is_no_yaml_is_told_to_who_asks_for_it()
    {
        using var folder = new ContentFolder().With("_config.yml", "title: A").With("_data/bad.yml", "a: [").With("_data/good.yml", "a: 1");
        var renderer = new ArticleRenderer(folder.Site());
        Assert.Empty(renderer.Render(folder.ReadPost("---\ntitle: A\n---\n{{ site.data.good.a }}").Post!).Problems);
        var rendering = renderer.Render(folder.ReadPost("---\ntitle: A\n---\na{{ site.data.bad.a }}b").Post!);
        Assert.Equal("ab", rendering.Article!.Text);
        Assert.StartsWith("_data/bad.yml:", Assert.Single(rendering.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Links_that_lead_out_of_the_site_are_not_followed()
    {
        using var outside = new ContentFolder().With("secret.html", "secret");
        using var folder = new ContentFolder().With("_config.yml", "title: A").With("_includes/a.html", "a").With("assets/a.txt", "a");
        File.CreateSymbolicLink(folder.Full("_includes/out.html"), outside.Full("secret.html"));
        File.CreateSymbolicLink(folder.Full("assets/out.txt"), outside.Full("secret.html"));
        Directory.CreateSymbolicLink(folder.Full("_data"), outside.Path);
        var post = folder.ReadPost("---\ntitle: A\n---\n[{% include out.html %}][{% link assets/out.txt %}][{{ site.data.secret }}]").Post!;
        var rendering = new ArticleRenderer(folder.Site()).Render(post);
        Assert.Equal("[][assets/out.txt][]", rendering.Article!.Text);
        Assert.Equal([ProblemCodes.LiquidInclude, ProblemCodes.LiquidTarget], rendering.Problems.Select(problem => problem.Code));
    }
}
