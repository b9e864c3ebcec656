using System.Text.Json;
using System.Text.RegularExpressions;
using FeedApi.Model;
using FeedApi.Rendering;
using FeedApi.Tests.Content;
using Xunit;

namespace FeedApi.Tests.Rendering.Shortcodes;

/// <summary>Functions of templates, with their optional arguments, against what Hugo makes of them.</summary>
public sealed partial class TemplateFunctionTests
{
    private const string Config =
        "baseURL = 'https://tides.example/blog/'\ntitle = 'Tides'\n[markup.goldmark.renderer]\nunsafe = true\n";

    public static TheoryData<string, string> Cases() =>
    [
        .. JsonSerializer.Deserialize<CaseFile>(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Rendering", "Shortcodes", "functions.json")),
            JsonSerializerOptions.Web)!.Cases.Select(each => (each.Expression, each.Html)),
    ];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_function_does_what_it_does_in_hugo_or_is_reported(string expression, string html)
    {
        var ours = Render("{{ " + expression + " }}");
        if (ours.Problems.Count > 0)
        {
            Assert.All(ours.Problems, problem => Assert.Equal(ProblemCodes.Shortcode, problem.Code));
            return;
        }

        Assert.Equal(Tidy(Render(html).Article!.Html), Tidy(ours.Article!.Html));
    }

    [Fact]
    public void Few_uses_of_known_functions_are_left_out() =>
        Assert.InRange(Cases().Count(each => Render("{{ " + each.Data.Item1 + " }}").Problems.Count > 0), 0, MaxLeftOut);

    private const int MaxLeftOut = 90;

    private static ArticleRendering Render(string template)
    {
        using var folder = new ContentFolder();
        folder.With("hugo.toml", Config).With("layouts/shortcodes/x.html", $"<code>{template}</code>")
            .With("content/a.md", "+++\ntitle = 'A'\ndate = 2024-03-04\n+++\n{{< x >}}\n");
        return new ArticleRenderer(folder.Site(url: null)).Render(folder.Read("content/a.md").Post!);
    }

    private static string Tidy(string html) => Spaces().Replace(html, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    private sealed record CaseFile(IReadOnlyList<Case> Cases);

    private sealed record Case(string Expression, string Html);
}
