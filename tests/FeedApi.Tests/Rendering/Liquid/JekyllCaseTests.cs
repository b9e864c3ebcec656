using System.Text.Json;
using Xunit;

namespace FeedApi.Tests.Rendering.Liquid;

/// <summary>Templates with what Jekyll 4.3 makes of them; <c>cases.rb</c> asks Jekyll.</summary>
public sealed class JekyllCaseTests
{
    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Rendering", "Liquid", "cases.json")));
        foreach (var each in file.RootElement.EnumerateArray()) cases.Add(each.GetProperty("template").GetString()!, each.GetProperty("output").GetString()!);
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_template_renders_as_in_jekyll(string template, string output) => Assert.Equal(output, JekyllSite.Render(template).Text);
}
