using CsCheck;
using FeedApi.Model;
using FeedApi.Rendering;
using FeedApi.Tests.Content;
using Xunit;

namespace FeedApi.Tests.Rendering.Liquid;

[Collection(Alone.Name)]
public sealed class HostileLiquidTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private static readonly string[] Pieces =
    [
        "{{ ", " }}", "{% ", " %}", "{%- ", " -%}", "if ", "endif", "for a in ", "endfor", "(1..3)", "site.list", "page.number", "page", "site.data.d", "'now'", "nil", "empty",
        "assign x = ", "capture x", "endcapture", "include a.html x=", "unless ", "case ", "when ", "else", "tablerow a in ", "cycle ", "increment ", "comment", "raw",
        "| ", " == ", " contains ", " and ", "[0]", ".size", ".first", "\"a", "'", ", ", ": ", "-1", "1.5", "highlight a", "link ", "post_url 2020-01-01-", "forloop",
        "append", "prepend", "upcase", "downcase", "capitalize", "strip", "strip_newlines", "newline_to_br", "replace: \"a\", \"b\"",
        "remove: 1", "replace_first: nil", "slice: 1, 2", "slice: -9", "truncate: 3", "split: \"\"", "split: \" \"", "escape",
        "escape_once", "xml_escape", "inspect", "url_encode", "url_decode", "cgi_escape", "uri_escape", "base64_encode", "base64_decode",
        "jsonify", "relative_url", "absolute_url", "slugify: \"latin\"", "markdownify", "smartify", "strip_html", "truncatewords: 1",
        "number_of_words: \"auto\"", "normalize_whitespace", "array_to_sentence_string", "plus: 99999999999999999999999999",
        "times: 99999999999999999999999999", "minus: 0.1", "divided_by: 0.3", "divided_by: 0", "modulo: 0.7", "abs", "ceil", "floor",
        "round: 99", "round", "at_least: \"x\"", "to_integer", "date: \"%c %-d %s %:z\"", "date_to_string", "date_to_xmlschema",
        "date_to_long_string: \"ordinal\"", "size", "first", "last", "join: \",\"", "reverse", "concat: site.list", "map: \"b\"",
        "compact", "uniq", "push: 1", "pop: -1", "shift: 9", "sample", "default: 1", "where: \"a\", 1", "find: \"b\", nil",
        "where_exp: \"x\", \"x > 1\"", "find_exp: \"x\", \"x.a\"", "group_by: \"a\"", "group_by_exp: \"x\", \"x | size\"", "sort",
        "sort: \"b\", \"last\"", "sort_natural",
    ];

    public static TheoryData<string, string> Templates() => new()
    {
        { "loop of loops", "{% for a in (1..1000000) %}{% for b in (1..1000000) %}{% endfor %}{% endfor %}" },
        { "loop of text", "{% for a in (1..1000000) %}{{ a }} and some more text{% endfor %}" },
        { "loop of blank text", "{% for a in (1..99999999999) %} {% endfor %}" },
        { "rows of rows", "{% tablerow a in (1..1000000) %}{% tablerow b in (1..1000000) %}{% endtablerow %}{% endtablerow %}" },
        { "loop of counters", "{% for a in (1..10000000) %}{% increment x %}{% endfor %}" },
        { "loop of cycles", "{% for a in (1..10000000) %}{% cycle 'a', 'b' %}{% endfor %}" },
        { "loop of cases", "{% for a in (1..10000000) %}{% case a %}{% when 1, 2, 3, 4, 5 %}{% endcase %}{% endfor %}" },
        { "loop of conditions", "{% for a in (1..10000000) %}{% if a == 1 or a == 2 or a == 3 %}{% endif %}{% endfor %}" },
        { "loop of captures", "{% for a in (1..10000000) %}{% capture x %}{% endcapture %}{% endfor %}" },
        { "doubling captures", "{% assign a = 'xxxxxxxx' %}{% for i in (1..60) %}{% capture a %}{{ a }}{{ a }}{% endcapture %}{% endfor %}{{ a }}" },
        { "doubling by append", "{% assign a = 'xxxxxxxx' %}{% for i in (1..60) %}{% assign a = a | append: a %}{% endfor %}{{ a }}" },
        { "doubling by replace", "{% assign a = 'xxxxxxxx' %}{% for i in (1..60) %}{% assign a = a | replace: 'x', a %}{% endfor %}{{ a }}" },
        { "doubling by join", "{% assign a = 'xx' %}{% for i in (1..60) %}{% assign a = a | split: '' | join: a %}{% endfor %}{{ a }}" },
        { "doubling lists", "{% assign a = 'x y' | split: ' ' %}{% for i in (1..60) %}{% assign a = a | concat: a %}{% endfor %}{{ a | size }}" },
        { "lists in lists", "{% assign a = 'x y' | split: ' ' %}{% for i in (1..60) %}{% assign a = a | push: a %}{% endfor %}{{ a }}" },
        { "lists in lists as text", "{% assign a = 'x' | split: ' ' %}{% for i in (1..60) %}{% assign a = a | push: a | push: a %}{% endfor %}{{ a | jsonify }}" },
        { "deep lists", "{% assign a = 'x' | split: ' ' %}{% for i in (1..100000) %}{% assign e = '' | split: ' ' %}{% assign a = e | push: a %}{% endfor %}{{ a | inspect }}" },
        { "equal deep lists", "{% assign a = 'x' | split: ' ' %}{% assign b = a %}{% for i in (1..60) %}{% assign a = a | push: a %}{% assign b = b | push: b %}{% endfor %}{% if a == b %}{% endif %}" },
        { "long range", "{{ (1..1000000000) | join: 'x' }}" },
        { "long range as list", "{{ (1..100000) | reverse | sort | map: 'x' | uniq | size }}{% for i in (1..1000) %}{% assign r = (1..100000) | reverse %}{% endfor %}" },
        { "tags to strip", Loop("'<script<script<script<!--<!--<style'", "strip_html") },
        { "quotes to smarten", Loop("'\"x\" -- <a <a <a <a'", "smartify") },
        { "words to count", Loop("'a b c d e f g h'", "number_of_words: 'auto'") },
        { "slugs", Loop("'a b c d e f g h'", "slugify") },
        { "markdown", Loop("'[a](b [a](b [a](b '", "markdownify") },
        { "dates", "{% for i in (1..10000000) %}{{ 'now' | date: '%100000000Y' }}{% endfor %}" },
        { "conditions in strings", "{% assign l = (1..1000) | reverse %}{% for i in (1..100000) %}{% assign x = l | where_exp: 'a', 'a == 1' %}{% endfor %}" },
        { "sorting", "{% assign l = (1..100000) | reverse %}{% for i in (1..100) %}{% assign x = l | sort | reverse %}{% endfor %}" },
        { "many blocks", string.Concat(Enumerable.Repeat("{% if true %}", 100_000)) + string.Concat(Enumerable.Repeat("{% endif %}", 100_000)) },
        { "many open blocks", string.Concat(Enumerable.Repeat("{% for a in b %}", 60_000)) },
        { "many brackets", "{{ a" + new string('[', 60_000) + "}}" },
        { "many open brackets", "{{ " + new string('(', 30_000) + "1" + new string(')', 30_000) + "}}" },
        { "many steps", "{{ a" + string.Concat(Enumerable.Repeat(".a", 30_000)) + "}}" },
        { "many filters", "{{ a" + string.Concat(Enumerable.Repeat("|upcase", 9_000)) + "}}" },
        { "many conditions", "{% if a " + string.Concat(Enumerable.Repeat("or a ", 12_000)) + "%}{% endif %}" },
        { "many odd conditions", "{% if a " + string.Concat(Enumerable.Repeat("or !a ", 10_000)) + "%}{% endif %}" },
        { "many quotes", "{{ " + string.Concat(Enumerable.Repeat("\"'", 30_000)) + "}}" },
        { "many parameters", "{% include a.html " + string.Concat(Enumerable.Repeat("a=\"b ", 10_000)) + "%}" },
        { "many openings", string.Concat(Enumerable.Repeat("{% raw %}", 100_000)) },
        { "many comments", string.Concat(Enumerable.Repeat("{% comment %}", 70_000)) },
        { "many unknown tags", string.Concat(Enumerable.Repeat("{% x %}", 140_000)) },
        { "many missing posts", "{% for i in (1..1000000) %}{% post_url 2020-01-01-a %}{% link a.md %}{% include a.html %}{% endfor %}" },
        { "broken include", "{% for i in (1..1000000) %}{% include broken.html %}{% endfor %}" },
        { "long tag", "{{ a" + new string('[', 900_000) + "}}" },
        { "many outputs", string.Concat(Enumerable.Repeat("{{x}}", 200_000)) },
    };

    [Theory]
    [MemberData(nameof(Templates))]
    public void A_hostile_template_ends_soon(string name, string template)
    {
        using var folder = new ContentFolder().With("_config.yml", "title: A").With("_includes/broken.html", string.Concat(Enumerable.Repeat("{{ a | b }}", 20_000)) + "{% if %}");
        for (var i = 0; i < 50; i++) folder.With($"f{i}/_posts/2020-01-02-a.md", "a");
        var renderer = new ArticleRenderer(folder.Site());
        var post = folder.ReadPost("---\ntitle: A\n---\na").Post! with { Format = PostFormat.Html };
        renderer.Render(post with { Body = "{{ 1 | plus: 1 }}{% if a %}{% endif %}{{ 'a' | markdownify }}" });
        ArticleRendering? rendering = null;
        var time = BoundedRendering.ProcessorTimeOf(() => rendering = renderer.Render(post with { Body = template }));
        Assert.True(time < Longest, $"{name} took {time}");
        Assert.DoesNotContain(rendering!.Problems, problem => problem.Code == ProblemCodes.Unexpected);
    }

    [Theory]
    [InlineData("{% for a in (1..1000000) %}{% for b in (1..1000000) %}{% endfor %}{% endfor %}", ProblemCodes.LiquidBudget)]
    [InlineData("{% assign a = 'xx' %}{% for i in (1..60) %}{% assign a = a | append: a %}{% endfor %}", ProblemCodes.LiquidBudget)]
    [InlineData("{% include self.html %}", ProblemCodes.LiquidBudget)]
    [InlineData("{% include big.html %}", ProblemCodes.LiquidInclude)]
    public void What_takes_too_much_is_shown_as_written(string template, string code)
    {
        using var folder = new ContentFolder().With("_config.yml", "title: A")
            .With("_includes/self.html", "{% include self.html %}").With("_includes/big.html", new string('a', 300_000));
        var post = folder.ReadPost($"---\ntitle: A\n---\nx {template} y").Post!;
        var rendering = new ArticleRenderer(folder.Site()).Render(post);
        Assert.Equal(code, Assert.Single(rendering.Problems).Code);
        Assert.StartsWith("x", rendering.Article!.Text, StringComparison.Ordinal);
        Assert.EndsWith("y", rendering.Article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Fifty_includes_inside_each_other_do_not_exhaust_the_stack_of_a_worker()
    {
        using var folder = new ContentFolder().With("_config.yml", "title: A")
            .With("_includes/self.html", string.Concat(Enumerable.Repeat("{% if true %}", 90)) + "{% include self.html %}" + string.Concat(Enumerable.Repeat("{% endif %}", 90)));
        var renderer = new ArticleRenderer(folder.Site());
        var post = folder.ReadPost("---\ntitle: A\n---\n{% include self.html %}").Post!;
        ArticleRendering? rendering = null;
        var worker = new Thread(() => rendering = renderer.Render(post), maxStackSize: 256 * 1024);
        worker.Start();
        worker.Join();
        Assert.Equal(ProblemCodes.LiquidBudget, Assert.Single(rendering!.Problems).Code);
    }

    [Fact]
    public void Whatever_is_written_liquid_never_fails()
    {
        using var folder = new ContentFolder().With("_config.yml", "title: A\nlist: [1, 2.5, a, {b: c}]").With("_includes/a.html", "{{ include.x }}").With("_data/d.yml", "- a: 1\n- b");
        var renderer = new ArticleRenderer(folder.Site());
        var post = folder.ReadPost("---\ntitle: A\ntags: [a, b]\nnumber: 99999999999999999999999999\n---\na").Post! with { Format = PostFormat.Html };
        var piece = Gen.OneOf(Gen.OneOf([.. Pieces.Select(Gen.Const)]), Gen.OneOf([.. Pieces.Select(Gen.Const)]), Gen.String[0, 4]);
        piece.Array[1, 30].Sample(pieces =>
        {
            foreach (var body in new[] { string.Concat(pieces), "{{ " + string.Concat(pieces) + " }}", "{{ site.list | " + string.Join(" | ", pieces) + " }}" })
                Assert.DoesNotContain(renderer.Render(post with { Body = body }).Problems, problem => problem.Code == ProblemCodes.Unexpected);
        }, iter: 3000);
    }

    private static string Loop(string text, string filter) =>
        $"{{% assign a = {text} %}}{{% for i in (1..14) %}}{{% assign a = a | append: a %}}{{% endfor %}}{{% for i in (1..1000000) %}}{{% assign b = a | {filter} %}}{{% endfor %}}";
}
