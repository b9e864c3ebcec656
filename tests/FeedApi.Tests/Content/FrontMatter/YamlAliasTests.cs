using FeedApi.Model;
using Xunit;

namespace FeedApi.Tests.Content.FrontMatter;

/// <summary>What aliases expand to is counted, and what is refused.</summary>
public sealed class YamlAliasTests : IDisposable
{
    private readonly ContentFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Aliases_that_multiply_are_refused_before_they_are_expanded()
    {
        var lines = Enumerable.Range(1, 9).Select(i => $"l{i}: &l{i} [{string.Join(", ", Enumerable.Repeat($"*l{i - 1}", 9))}]");

        AssertHeld($"l0: &l0 [a, b, c]\n{string.Join('\n', lines)}", ProblemCodes.YamlAlias);
    }

    [Fact]
    public void Merges_that_multiply_are_refused()
    {
        var lines = Enumerable.Range(1, 12).Select(i => $"l{i}: &l{i}\n  a{i}: *l{i - 1}\n  <<: *l{i - 1}\n  b{i}: *l{i - 1}");

        AssertHeld($"l0: &l0 {{a: b}}\n{string.Join('\n', lines)}", ProblemCodes.YamlAlias);
    }

    [Fact]
    public void A_long_text_may_be_repeated_up_to_64_KiB_in_all()
    {
        var text = new string('x', 1_000);
        var names = string.Join(", ", Enumerable.Repeat("*t", 65));

        Assert.NotNull(folder.ReadPost($"---\nt: &t {text}\nall: [{names}]\n---\nx").Post);
        AssertHeld($"t: &t {text}\nall: [{names}, *t]", ProblemCodes.YamlAlias);
    }

    [Theory]
    [InlineData("a: &a [*a]")]
    [InlineData("a: &a {b: *a}")]
    [InlineData("a: &b 1\nc: &b [*b]")]
    [InlineData("<<: *base\ntitle: x")]
    public void An_alias_without_an_anchor_that_is_complete_is_refused(string yaml) => AssertHeld(yaml, ProblemCodes.YamlAlias);

    [Fact]
    public void The_levels_of_an_alias_count()
    {
        var deep = new string('[', 9) + new string(']', 9);

        Assert.NotNull(folder.ReadPost($"---\na: &a {deep}\nb: [[[[[[*a]]]]]]\n---\nx").Post);
        AssertHeld($"a: &a {deep}\nb: [[[[[[[*a]]]]]]]", ProblemCodes.YamlAlias);
    }

    [Fact]
    public void Tags_and_aliases_reach_the_meta_data_with_their_types()
    {
        var meta = folder.Shown(
            "a: &a {one: 1}\nb: *a\nc: !!str 1\nd: !!int \"1\"\ne: ! 'true'\nf: !mine 2\ng: !!set {x, y}\nh: !!omap [p: 1, q: 2]\n"
                + "i: !!null ''").Meta!;

        Assert.Equal(
            """{"a":{"one":1},"b":{"one":1},"c":"1","d":1,"e":true,"f":2,"g":["x","y"],"h":{"p":1,"q":2},"i":null}""",
            meta.ToJsonString());
    }

    [Fact]
    public void Texts_in_base64_and_objects_of_Ruby_are_plain_values() =>
        Assert.Equal(
            """{"a":"hi","b":{"k":"v"}}""", folder.Shown("a: !!binary aGk=\nb: !ruby/object:Gem {k: v}").Meta!.ToJsonString());

    [Theory]
    [InlineData("a: !mine 2", "yaml-tag 2")]
    [InlineData("title: x\na: !!System.String x", "yaml-tag 3")]
    [InlineData("a: !!binary '?'", "yaml-tag 2")]
    [InlineData("a: [!one 1, !two 2]", "yaml-tag 2 yaml-tag 2")]
    [InlineData("a: !!str 2", "")]
    [InlineData("? [a]\n: b", "field-type 2")]
    [InlineData("base: &b {title: x}\n<<: *b\ntitle: y", "")]
    public void An_unknown_tag_is_told_and_ignored(string yaml, string problems)
    {
        var reading = folder.ReadPost($"---\n{yaml}\n---\nx");

        Assert.NotNull(reading.Post);
        Assert.All(reading.Problems, problem => Assert.Equal(ProblemSeverity.Warning, problem.Severity));
        Assert.Equal(problems, string.Join(' ', reading.Problems.Select(problem => $"{problem.Code} {problem.Line}")));
    }

    [Fact]
    public void Settings_and_data_files_may_have_tags_anchors_and_lists_over_lines()
    {
        folder.With("_config.yml", "title: &t !!str 1848\ndescription: *t\nexclude: [\nold,\nnew\n]\ndefaults:\n"
                + "  - scope: {path: ''}\n    values: &v {author: mara}\n"
                + "  - scope: {path: _posts/deep}\n    values: {<<: *v, tags: [far]}\n")
            .With("_data/authors.yml", "common: &c {url: https://example.org/}\nmara: {<<: *c, name: !name Mara}\n")
            .With("_posts/deep/2024-01-01-a.md", "---\ntitle: x\n---\nx");

        var site = folder.Site();
        var post = folder.Read("_posts/deep/2024-01-01-a.md").Post!;

        Assert.Equal(("1848", "1848"), (site.Title, site.Description));
        Assert.Equal(("Mara", "https://example.org/"), (post.Authors[0].Name, post.Authors[0].Url));
        Assert.Equal(["far"], post.Tags);
    }

    private void AssertHeld(string yaml, string code)
    {
        var reading = folder.ReadPost($"---\n{yaml}\n---\nx");

        Assert.Null(reading.Post);
        Assert.Equal(code, Assert.Single(reading.Problems, problem => problem.Severity == ProblemSeverity.Error).Code);
    }
}
