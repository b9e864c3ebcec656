using CsCheck;
using FeedApi.Model;
using FeedApi.Rendering;
using FeedApi.Rendering.Liquid;
using FeedApi.Rendering.Liquid.Filters;
using FeedApi.Rendering.Liquid.Parsing;
using FeedApi.Rendering.Liquid.Site;
using FeedApi.Tests.Content;
using Xunit;

namespace FeedApi.Tests.Rendering.Liquid;

/// <summary>Each limit with a template just below it, which renders, and one just above it, which is refused.</summary>
public sealed class HostileLiquidTests : IDisposable
{
    private static readonly string[] Pieces =
    [
        "{{ ", " }}", "{% ", " %}", "{%- ", " -%}", "if ", "endif", "for a in ", "endfor", "(1..3)",
        "site.list", "page.number", "page", "site.data.d", "'now'", "nil", "empty",
        "assign x = ", "capture x", "endcapture", "include a.html x=", "unless ",
        "case ", "when ", "else", "tablerow a in ", "cycle ", "increment ", "comment", "raw",
        "| ", " == ", " contains ", " and ", "[0]", ".size", ".first", "\"a", "'", ", ", ": ", "-1", "1.5",
        "highlight a", "link ", "post_url 2020-01-01-", "forloop",
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

    private const string Equal = "{% if a == b %}{% endif %}";
    private const string TwoItems = "'x y' | split: ' '";

    private readonly ContentFolder folder = new ContentFolder().With("_config.yml", "title: A");

    public static TheoryData<string> Filters() => [.. LiquidFilters.Names];

    public static TheoryData<string, string, string, string> Limits() => new()
    {
        { "steps of loops", Loops(1_000, 490), Loops(1_000, 510), ProblemCodes.LiquidBudget },
        { "steps of rows", Loops(100, 100, "tablerow"), Loops(1_000, 1_010, "tablerow"), ProblemCodes.LiquidBudget },
        { "steps of text", Loop(900, new string('x', 16_000)), Loop(1_100, new string('x', 16_000)), ProblemCodes.LiquidBudget },
        { "items of a range", "{% assign a = (1..100000) %}", "{% assign a = (1..100001) %}", ProblemCodes.LiquidBudget },
        { "items of a list", Doubled(15, TwoItems, "concat: a"), Doubled(16, TwoItems, "concat: a"), ProblemCodes.LiquidBudget },
        { "chars of a text", Doubled(15, Letters(16), "append: a"), Doubled(17, Letters(16), "append: a"), ProblemCodes.LiquidBudget },
        { "chars of replacements", Replaced(500), Replaced(1_100), ProblemCodes.LiquidBudget },
        { "depth of lists that are written", Nested(49) + "{{ a }}", Nested(51) + "{{ a }}", ProblemCodes.LiquidBudget },
        { "depth of lists that are compared", Nested(49) + Equal, Nested(51) + Equal, ProblemCodes.LiquidBudget },
        { "tags", Many("{{x}}", 49_990), Many("{{x}}", 50_001), ProblemCodes.LiquidBudget },
        { "blocks", Blocks(98), Blocks(101), ProblemCodes.LiquidSyntax },
        { "brackets", Brackets(15), Brackets(17), ProblemCodes.LiquidSyntax },
        { "filters", Upcased(249), Upcased(251), ProblemCodes.LiquidSyntax },
        { "conditions", Conditions(240), Conditions(251), ProblemCodes.LiquidSyntax },
        { "included files", "{% include 100.html %}", "{% include 201.html %}", ProblemCodes.LiquidBudget },
        { "bytes of an included file", "{% include small.html %}", "{% include big.html %}", ProblemCodes.LiquidInclude },
    };

    [Theory]
    [MemberData(nameof(Limits))]
    public void What_is_within_a_limit_renders_and_what_is_beyond_is_refused(string limit, string within, string beyond, string code)
    {
        if (within.Contains("include", StringComparison.Ordinal)) AddIncludes();
        Assert.True(Render(within).Problems.Count == 0, limit);
        Assert.Equal(code, Assert.Single(Render(beyond).Problems).Code);
    }

    [Fact]
    public void What_takes_too_much_is_shown_as_written()
    {
        var post = folder.ReadPost($"---\ntitle: A\n---\nx {Loops(1_000, 510)} y").Post!;
        var rendering = new ArticleRenderer(folder.Site()).Render(post);
        Assert.Equal($"x {Loops(1_000, 510)} y", rendering.Article!.Text);
    }

    [Theory]
    [MemberData(nameof(Filters))]
    public void Every_filter_pays_for_the_text_and_the_list_that_it_reads(string filter)
    {
        var text = $"{{% assign a = '{new string('x', 16_000)}' %}}";
        var filtered = StepsOf($"{text}{{% assign b = a | {filter}: 1 %}}");
        Assert.InRange(filtered - StepsOf(text), 16_000 / LiquidLimits.CharsPerStep, LiquidLimits.Steps);
        const string List = "{% assign a = (1..5000) %}";
        Assert.InRange(StepsOf($"{List}{{% assign b = a | {filter}: 1 %}}") - StepsOf(List), 5_000, LiquidLimits.Steps);
    }

    [Theory]
    [InlineData("{% capture b %}{{ a }}{% endcapture %}")]
    [InlineData("{% if a == a %}{% endif %}")]
    [InlineData("{% if a contains 'z' %}{% endif %}")]
    [InlineData("{% case a %}{% when 'z' %}{% endcase %}")]
    [InlineData("{% cycle a %}")]
    [InlineData("{% ifchanged %}{{ a }}{% endifchanged %}")]
    [InlineData("{% highlight x %}{{ a }}{% endhighlight %}")]
    public void Every_tag_pays_for_the_text_that_it_reads(string tag)
    {
        var text = $"{{% assign a = '{new string('x', 16_000)}' %}}";
        Assert.InRange(StepsOf(text + tag) - StepsOf(text), 16_000 / LiquidLimits.CharsPerStep, LiquidLimits.Steps);
    }

    [Fact]
    public void A_date_is_padded_to_two_digits_of_width_at_most() =>
        Assert.Equal("0002022 2022", Render("{{ '2022-01-02' | date: '%7Y %100Y' }}").Text);

    [Fact]
    public void The_deepest_template_does_not_exhaust_the_stack_of_a_worker()
    {
        folder.With("_includes/self.html", Many("{% if true %}", 90) + "{% include self.html %}" + Many("{% endif %}", 90));
        Problem? problem = null;
        var worker = new Thread(() => problem = Assert.Single(Render("{% include self.html %}").Problems), maxStackSize: 512 * 1024);
        worker.Start();
        worker.Join();
        Assert.Equal(ProblemCodes.LiquidBudget, problem?.Code);
    }

    [Fact]
    public void Whatever_is_written_liquid_never_fails()
    {
        folder.With("_config.yml", "title: A\nlist: [1, 2.5, a, {b: c}]")
            .With("_includes/a.html", "{{ include.x }}").With("_data/d.yml", "- a: 1\n- b");
        var renderer = new ArticleRenderer(folder.Site());
        var post = folder.ReadPost("---\ntags: [a, b]\nnumber: 99999999999999999999999999\n---\na").Post! with { Format = PostFormat.Html };
        var piece = Gen.OneOf(Gen.OneOf([.. Pieces.Select(Gen.Const)]), Gen.OneOf([.. Pieces.Select(Gen.Const)]), Gen.String[0, 4]);
        piece.Array[1, 30].Sample(pieces =>
        {
            var (plain, filters) = (string.Concat(pieces), string.Join(" | ", pieces));
            foreach (var body in new[] { plain, $"{{{{ {plain} }}}}", $"{{{{ site.list | {filters} }}}}" })
            {
                var problems = renderer.Render(post with { Body = body }).Problems;
                Assert.DoesNotContain(problems, problem => problem.Code == ProblemCodes.Unexpected);
            }
        }, iter: 3000);
    }

    public void Dispose() => folder.Dispose();

    private static string Blocks(int depth) => Many("{% if true %}", depth) + Many("{% endif %}", depth);

    private static string Brackets(int depth) => "{{ a" + Many("[a", depth) + Many("]", depth) + " }}";

    private static string Conditions(int count) => "{% if a" + Many(" or a", count) + " %}{% endif %}";

    private static string Upcased(int times) => "{{ a" + Many("|upcase", times) + " }}";

    private static string Many(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static string Loop(int times, string inside) =>
        $"{{% for i in (1..{times}) %}}{{% capture b %}}{inside}{{% endcapture %}}{{% endfor %}}";

    private static string Loops(int outer, int inner, string tag = "for") =>
        $"{{% {tag} i in (1..{outer}) %}}{{% {tag} j in (1..{inner}) %}}{{% end{tag} %}}{{% end{tag} %}}";

    private static string Letters(int count) => $"'{new string('x', count)}'";

    private static string Doubled(int times, string start, string filter) =>
        $"{{% assign a = {start} %}}{{% for i in (1..{times}) %}}{{% assign a = a | {filter} %}}{{% endfor %}}";

    private static string Replaced(int chars) => $"{{% assign a = {Letters(1_000)} | replace: 'x', {Letters(chars)} %}}";

    // Lists inside each other.
    private static string Nested(int depth) =>
        "{% assign e = '' | split: ' ' %}{% assign a = e %}"
        + $"{{% for i in (1..{depth}) %}}{{% assign a = e | push: a %}}{{% endfor %}}{{% assign b = a | reverse %}}";

    // Each includes the one before it.
    private void AddIncludes()
    {
        folder.With("_includes/0.html", "x");
        folder.With("_includes/small.html", new string('a', 200_000)).With("_includes/big.html", new string('a', 300_000));
        for (var i = 1; i <= 201; i++) folder.With($"_includes/{i}.html", $"{{% include {i - 1}.html %}}");
    }

    private (string Text, List<Problem> Problems) Render(string template)
    {
        List<Problem> problems = [];
        return (new LiquidRenderer(folder.Site(), markdown => markdown).Render(Post(), template, problems), problems);
    }

    private int StepsOf(string template)
    {
        var post = Post();
        var context = new LiquidContext(new LiquidSite(folder.Site(), markdown => markdown), post, []);
        LiquidParser.Parse(template).Render(context);
        return context.Steps;
    }

    private Post Post() => folder.ReadPost("---\ntitle: A\n---\na").Post!;
}
