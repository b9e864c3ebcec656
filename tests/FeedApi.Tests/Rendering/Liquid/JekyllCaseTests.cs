using System.Text.Json;
using FeedApi.Content;
using Xunit;

namespace FeedApi.Tests.Rendering.Liquid;

/// <summary>Templates with what Jekyll 4.3 makes of them; <c>cases.rb</c> asks Jekyll. Where FeedApi differs, <see cref="Differences"/> says how and why.</summary>
public sealed class JekyllCaseTests
{
    // Template, what FeedApi makes of it (null: it is shown as written, with a problem), why that is accepted.
    private static readonly (string Template, string? Output, string Reason)[] Differences =
    [
        ("""{{ "a,b" | split: "," | size }}{{ "abc" | size }}{{ 5 | size }}{{ nil | size }}{{ page.custom | size }}""", "23004",
            "Ruby's size of a number is how many bytes it takes."),
        ("""{{ "3.7" | to_integer }}{{ true | to_integer }}{{ "x1" | to_integer }}{{ 3.9 | to_integer }}{{ "12abc" | to_integer }}""", "31030",
            "Ruby reads the digits that a text begins with; Fluid wants a number."),
        ("""{% increment n %}{% increment n %}{% decrement n %}{{ n }}{% decrement m %}""", "0100",
            "Fluid's counters are no variables, and go back by one before they are written or start at 0."),
        ("""{% assign a = "x" %}{% for a in (1..2) %}{% assign a = "y" %}{{ a }}{% endfor %}{{ a }}""", "yyx",
            "An assignment to the variable of the loop around it changes that one."),
        ("""{{ 1 + 2 }}{{ page.title == "x" }}{{ page. title }}{{ page.title.foo.bar }}""", "1falseSpring tide",
            "Fluid compares in an output, Ruby passes over the comparison; a space after a dot is no lookup."),
        ("""{{ 'it''s' }}{{ "say \"x\"" }}{{ true }}{{ nil }}{{ empty }}{{ (1..3) }}{{ (1..3) | join: "," }}{{ 1.0 }}{{ 100000000000 }}{{ 1e3 }}{{ -1.5 }}""",
            "itsay \\true1231,2,31.0100000000000-1.5", "A range that is written is a list of its numbers."),
        ("""{{ "He said \"hi\" -- it's... 'ok' <b>\"x\"</b>" | smartify }}""", null,
            "What stands behind a value is passed over only up to a hyphen, which may trim the white space after the output."),
        ("""{{ "中文字" | truncate: 2, "" }}{{ "中文字" | slice: 1 }}{{ "中文" | size }}{{ "😀a" | size }}{{ "😀a" | slice: 1 }}{{ "中文字 abc" | truncatewords: 1 }}""",
            "中文文23中文字...", "Fluid counts UTF-16 units, so that an emoji counts as two; half of one is dropped."),
        ("""{% case page.title %}{% when "x", "Spring tide" %}a{% when "Spring tide" or "z" %}b{% else %}c{% endcase %}""", "a",
            "Only the first fitting when is written."),
        ("""{% assign x = 5 %}{% assign x = x | plus: 1 %}{{ x }}{% assign y.z = 3 %}{{ y.z }}{% assign a-b = 1 %}{{ a-b }}""", null,
            "Only a name can be assigned to; Ruby makes a variable that cannot be read."),
        ("""a{% comment %}b{% comment %}c{% endcomment %}d{% endcomment %}e{% # note %}f""", null,
            "Comments do not nest in Fluid."),
        ("""{{ 1234567890123 }}{{ 1.10 }}{{ 100.0 | times: 3 }}{{ 1.0e2 }}{{ 0.00001 | times: 1 }}{{ 123456789.123456789 | plus: 0 }}{{ 1000000000000000000.0 | times: 10 }}""",
            "12345678901231.1300.01001E-05123456789.123456791E+19", "Exponents are written as .NET writes them, and a number may be given with one."),
    ];

    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Rendering", "Liquid", "cases.json")));
        foreach (var each in file.RootElement.EnumerateArray()) cases.Add(each.GetProperty("template").GetString()!, each.GetProperty("output").GetString()!);
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_template_renders_as_in_jekyll(string template, string output)
    {
        var difference = Array.Find(Differences, each => each.Template == template);
        var (text, problems) = JekyllSite.Render(template);
        if (difference == default) Assert.Equal(output, text);
        else if (difference.Output is null) Assert.Equal(ProblemCodes.LiquidSyntax, Assert.Single(problems).Code);
        else Assert.Equal(difference.Output, text);
    }

    [Fact]
    public void Every_difference_is_a_case() => Assert.All(Differences, each => Assert.Contains(Cases(), row => row.Data.Item1 == each.Template));
}
