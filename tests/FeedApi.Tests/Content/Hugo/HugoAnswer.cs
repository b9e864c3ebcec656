using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FeedApi.Tests.Docs;

namespace FeedApi.Tests.Content.Hugo;

/// <summary>What Hugo makes of a site: its <c>site.RegularPages</c> and terms, as the template <c>pages.json.html</c> lists them.</summary>
internal static class HugoAnswer
{
    private const string Sources = "tests/FeedApi.Tests/Content/Hugo/sites/";

    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Hugo's program.</summary>
    public const string Program = "/usr/bin/hugo";

    /// <summary>The answer that is kept beside the archive.</summary>
    public static JsonNode Of(HugoArchive archive) => JsonNode.Parse(File.ReadAllText(archive.AnswerPath))!;

    /// <summary>Writes an answer into the sources and beside the archive.</summary>
    public static void Keep(HugoArchive archive, JsonNode answer)
    {
        var text = answer.ToJsonString(Options) + "\n";
        File.WriteAllText(archive.AnswerPath, text);
        File.WriteAllText(Repository.PathOf(Sources + Path.GetFileName(archive.AnswerPath)), text);
    }

    /// <summary>The pages of an answer, by path relative to the content folder.</summary>
    public static IReadOnlyDictionary<string, JsonNode> PagesOf(JsonNode answer) =>
        answer["pages"]!.AsArray().ToDictionary(page => (string)page!["path"]!, page => page!);

    /// <summary>Runs Hugo, which must be installed.</summary>
    /// <exception cref="InvalidOperationException">Hugo failed; the message is what it printed.</exception>
    public static async Task<JsonNode> RunAsync(HugoArchive archive)
    {
        using var folder = archive.Fill(new ContentFolder());
        folder.WithExactly("layouts/index.html", await File.ReadAllTextAsync(Path.Combine(HugoArchive.Folder, "pages.json.html")))
            .WithExactly("layouts/_default/single.html", "{{ .Title }}")
            .WithExactly("layouts/_default/list.html", "{{ .Title }}");
        var start = new ProcessStartInfo(Program, ["--quiet", "-s", folder.Path])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["HUGO_CACHEDIR"] = folder.Full("cache");
        using var hugo = Process.Start(start)!;
        var errors = hugo.StandardError.ReadToEndAsync();
        var output = await hugo.StandardOutput.ReadToEndAsync();
        await hugo.WaitForExitAsync();
        return hugo.ExitCode == 0
            ? JsonNode.Parse(await File.ReadAllTextAsync(folder.Full("public/index.html")))!
            : throw new InvalidOperationException(output + await errors);
    }
}
