using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FeedApi.Reliability.Faults;
using FeedApi.Reliability.Sites;

namespace FeedApi.Reliability.Readers;

/// <summary>Lets parsers that we did not write read feeds of RSS and Atom, and compares what they find with the API.</summary>
internal static class ReadersRun
{
    private const int BatchFeeds = 100;
    private const int PostsOfFeed = 12;
    private const string Folder = "tests/FeedApi.Tests/Feeds/Readers";
    private static readonly string[] Formats = ["rss", "atom"];

    private static readonly (string Name, string Program, string[] Arguments)[] Parsers =
    [
        ("feedparser of Python", "/usr/bin/python3", [PathOf("read-feedparser.py")]),
        ("feedparser of npm", "node", [PathOf("read.mjs"), "feedparser"]),
        ("rss-parser", "node", [PathOf("read.mjs"), "rss-parser"]),
    ];

    /// <summary>Runs; everything is written below the temporary folder and removed.</summary>
    public static async Task RunAsync(FaultRange range, FaultReport report, CancellationToken cancellation)
    {
        foreach (var numbers in range.Numbers.Chunk(BatchFeeds))
        {
            cancellation.ThrowIfCancellationRequested();
            using var site = new FaultSite("readers", Dialect.Plain);
            foreach (var number in numbers) Write(site, number, range.RandomOf(number));
            await site.StartAsync();
            foreach (var format in Formats) await CompareAsync(site, numbers, format, report);
        }
    }

    private static void Write(FaultSite site, int number, Random random)
    {
        for (var post = 0; post < PostsOfFeed; post++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"g{number:000000}-{post:00}.md");
            File.WriteAllText(Path.Combine(site.Posts, name), ReaderPost.TextOf(random, number));
        }
    }

    private static async Task CompareAsync(FaultSite site, int[] numbers, string format, FaultReport report)
    {
        List<string> files = [];
        List<Found[]> expected = [];
        foreach (var number in numbers)
        {
            files.Add(Path.Combine(site.Outside, $"{number}.{format}"));
            await File.WriteAllTextAsync(files[^1], await site.Client.GetStringAsync($"/categories/g{number}/feed.{format}"));
            var list = JsonNode.Parse(await site.Client.GetStringAsync($"/api/v1/articles?category=g{number}"))!["data"]!.AsArray();
            expected.Add([.. list.Select(article => new Found(
                (string)article!["guid"]!, (string)article["title"]!, ((DateTimeOffset)article["published"]!).ToUnixTimeSeconds()))]);
        }

        foreach (var (name, program, arguments) in Parsers)
        {
            foreach (var (number, found, wanted) in numbers.Zip(await ReadAsync(program, [.. arguments, .. files]), expected))
            {
                if (wanted.Length == PostsOfFeed && found.SequenceEqual(wanted)) report.CountFired();
                else report.Add(number, $"{name} finds in {format} {First(found.Except(wanted))} instead of {First(wanted.Except(found))}");
            }
        }
    }

    private static async Task<Found[][]> ReadAsync(string program, string[] arguments)
    {
        using var parser = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = await parser.StandardOutput.ReadToEndAsync();
        await parser.WaitForExitAsync();
        return parser.ExitCode == 0
            ? JsonSerializer.Deserialize<Found[][]>(output, JsonSerializerOptions.Web)!
            : throw new InvalidOperationException($"{program} {arguments[0]} failed; it needs python3-feedparser, or npm ci in {Folder}.");
    }

    private static string First(IEnumerable<Found> items) => items.FirstOrDefault()?.ToString() ?? "nothing";

    private static string PathOf(string script) => Path.Combine(RepositoryFiles.Folder, Folder, script);

    private sealed record Found(string Id, string Title, long Published);
}
