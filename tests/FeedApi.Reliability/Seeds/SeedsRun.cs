using System.Diagnostics;
using System.Text.Json.Nodes;
using FeedApi.Benchmarks.Servers;
using FeedApi.Reliability.Faults;

namespace FeedApi.Reliability.Seeds;

/// <summary>Checks sites of good posts among which some have one known mistake each.</summary>
internal sealed class SeedsRun : IDisposable
{
    private const int PerSite = 250;
    private const int GoodPerSite = 500;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("feedapi-seeds-");

    /// <summary>Makes the mistakes of a range, some hundred in one site.</summary>
    public static async Task RunAsync(FaultRange range, FaultReport report, CancellationToken cancellationToken)
    {
        foreach (var numbers in range.Numbers.Chunk(PerSite))
        {
            using var run = new SeedsRun();
            await run.CheckAsync(range, numbers, report, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => folder.Delete(recursive: true);

    private async Task CheckAsync(FaultRange range, int[] numbers, FaultReport report, CancellationToken cancellationToken)
    {
        Write(
            "_config.yml",
            "url: https://example.org\npermalink: /:title.html\ntimezone: Asia/Shanghai\nfeedapi: {ai_sources: [Machine]}\n");
        for (var i = 0; i < GoodPerSite; i++)
        {
            var text = $"See [the first](/good-0.html#part) and ![a dot](/dot.png).\n\n## Part\n\nText {i}[^1].\n\n[^1]: A note.\n";
            var frontMatter = $"title: \"Good: {i}\"\ndate: 2024-02-01 08:00:00 +0800\ntags: [a, b]\n";
            Write($"_posts/2024-02-01-good-{i}.md", $"---\n{frontMatter}---\n{text}");
        }

        Write("dot.png", "a picture");
        Dictionary<string, (int Number, string Codes)> expected = [];
        foreach (var number in numbers)
        {
            var random = range.RandomOf(number);
            var seed = Seed.All[random.Next(Seed.All.Count)];
            Write($"_posts/{seed.NameOf(number)}", seed.TextOf(number));
            expected[$"_posts/{seed.NameOf(number)}"] = (number, seed.Codes);
            report.CountFired();
        }

        Compare(expected, await ToldAsync(cancellationToken), report);
    }

    private static void Compare(
        Dictionary<string, (int Number, string Codes)> expected, ILookup<string, string> told, FaultReport report)
    {
        foreach (var (file, (number, codes)) in expected)
        {
            var seen = string.Join(' ', told[file].Order(StringComparer.Ordinal));
            if (seen != codes) report.Add(number, $"{file}: told was \"{seen}\", expected \"{codes}\"");
        }

        foreach (var other in told.Where(file => !expected.ContainsKey(file.Key)))
            report.Add(0, $"{other.Key} has nothing wrong, and was told {string.Join(' ', other)}");
    }

    private async Task<ILookup<string, string>> ToldAsync(CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet", [ServerOutput.OwnProgram, "check", "--content", folder.FullName, "--format", "json"])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return JsonNode.Parse(output)!["problems"]!.AsArray()
            .ToLookup(problem => (string)problem!["file"]!, problem => (string)problem!["code"]!, StringComparer.Ordinal);
    }

    private void Write(string path, string text)
    {
        var full = Path.Combine(folder.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }
}
