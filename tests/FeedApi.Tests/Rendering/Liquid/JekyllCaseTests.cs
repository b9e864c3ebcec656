using System.Text.Json;
using FeedApi.Model;
using Xunit;

namespace FeedApi.Tests.Rendering.Liquid;

/// <summary>Templates with what Jekyll 4.3 makes of them; <c>cases.rb</c> asks Jekyll.</summary>
/// <remarks>
/// <c>differences.json</c> lists the cases in which FeedApi differs: what it makes of each, or null when the template is shown as
/// written with a problem, and why that is accepted. Any other difference fails.
/// </remarks>
public sealed class JekyllCaseTests
{
    private static readonly Case[] Differences = Read("differences.json");

    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (var each in Read("cases.json")) cases.Add(each.Template, each.Output!);
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_template_renders_as_in_jekyll(string template, string output)
    {
        var (text, problems) = JekyllSite.Render(template);
        var difference = Array.Find(Differences, each => each.Template == template);
        if (difference is { Output: null }) Assert.Equal(ProblemCodes.LiquidSyntax, Assert.Single(problems).Code);
        else Assert.Equal(difference?.Output ?? output, text);
    }

    [Fact]
    public void Every_difference_belongs_to_a_case_and_has_a_reason()
    {
        var templates = Read("cases.json").Select(each => each.Template).ToHashSet();
        Assert.All(Differences, each => Assert.Contains(each.Template, templates));
        Assert.All(Differences, each => Assert.NotEmpty(each.Reason!));
    }

    private static Case[] Read(string file) => JsonSerializer.Deserialize<Case[]>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Rendering", "Liquid", file)), JsonSerializerOptions.Web)!;

    private sealed record Case(string Template, string? Output, string? Reason);
}
