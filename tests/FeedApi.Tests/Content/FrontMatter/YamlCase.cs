using System.Text.Json;
using Xunit;

namespace FeedApi.Tests.Content.FrontMatter;

/// <summary>One front matter of <c>yaml.json</c> and what Jekyll 4.3.1 (Psych 4.0.3) and Hugo 0.111.3 make of it.</summary>
/// <param name="Rule">What it is about.</param>
/// <param name="FrontMatter">The text between the fences.</param>
/// <param name="Title">Jekyll's title.</param>
/// <param name="Date">Jekyll's date.</param>
/// <param name="Categories">Jekyll's categories.</param>
/// <param name="Tags">Jekyll's tags.</param>
/// <param name="Url">The path of Jekyll's page.</param>
/// <param name="Hugo">Hugo's title and tags; null where Hugo cannot read it.</param>
public sealed record YamlCase(
    string Rule, string FrontMatter, string Title, DateTimeOffset Date, string[] Categories, string[] Tags, string Url, HugoAnswer? Hugo)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>All cases.</summary>
    public static IReadOnlyList<YamlCase> All { get; } = JsonSerializer.Deserialize<YamlCase[]>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Content", "FrontMatter", "yaml.json")), Options)!;

    /// <summary>The rules, one test each.</summary>
    public static TheoryData<string> Rules => [.. All.Select(each => each.Rule)];

    /// <summary>The case of a rule.</summary>
    public static YamlCase Of(string rule) => All.Single(each => each.Rule == rule);

    /// <summary>The path of the post in a Jekyll site: its date was part of the question.</summary>
    public string JekyllPath => $"_posts/{NameOf(All.ToList().IndexOf(this))}";

    /// <summary>The whole file.</summary>
    public string Text => $"---\n{FrontMatter}\n---\nText.\n";

    // Twenty-eight posts a month, from January 2015 on.
    private static string NameOf(int index) => $"2015-{(index / 28) + 1:00}-{(index % 28) + 1:00}-a-post.md";
}

/// <summary>What Hugo makes of one front matter.</summary>
/// <param name="Title">The title; empty without any.</param>
/// <param name="Tags">The tags as Hugo has them, lists inside lists too; null without any.</param>
public sealed record HugoAnswer(string Title, JsonElement[]? Tags);
