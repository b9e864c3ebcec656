using System.Text.Json;

namespace FeedApi.Tests.Rendering.Markdown.Goldmark;

/// <summary>A piece of Markdown and Hugo's HTML of it: from <c>goldmark.json</c>, which names the version.</summary>
/// <param name="Name">What is tried.</param>
/// <param name="Markdown">The body of a post.</param>
/// <param name="Default">With nothing set but emoji.</param>
/// <param name="Other">With raw HTML, without the typographer.</param>
public sealed record GoldmarkCase(string Name, string Markdown, string Default, string Other)
{
    public const string DefaultConfig = "baseURL = 'https://tides.example/'\nenableEmoji = true\n";

    public const string OtherConfig = """
        baseURL = 'https://tides.example/'
        [markup.goldmark.renderer]
        unsafe = true
        [markup.goldmark.extensions]
        typographer = false
        """;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    private static readonly File Kept = JsonSerializer.Deserialize<File>(
        System.IO.File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Rendering", "Markdown", "Goldmark", "goldmark.json")), Options)!;

    public static string Version => Kept.Hugo;

    public static IReadOnlyList<GoldmarkCase> All => Kept.Cases;

    private sealed record File(string Hugo, GoldmarkCase[] Cases);
}
