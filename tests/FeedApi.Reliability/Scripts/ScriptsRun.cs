using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using FeedApi.Reliability.Faults;
using FeedApi.Reliability.Sites;

namespace FeedApi.Reliability.Scripts;

/// <summary>
/// Serves posts with a vector each in title, author, category, body, file name and excerpt, and looks for whatever could run in feeds of
/// all formats, in the API and on pages.
/// </summary>
internal static partial class ScriptsRun
{
    private const int BatchPosts = 1_000;
    // Title, author, category, excerpt, body.
    private const int Texts = 5;
    private const int MaxNameBytes = 180;

    /// <summary>Runs; everything is written below the temporary folder and removed.</summary>
    public static async Task RunAsync(FaultRange range, FaultReport report, CancellationToken cancellation)
    {
        foreach (var numbers in range.Numbers.Chunk(BatchPosts))
        {
            cancellation.ThrowIfCancellationRequested();
            await RunBatchAsync((Dialect)(numbers[0] / BatchPosts % Enum.GetValues<Dialect>().Length), numbers, range, report);
        }
    }

    private static async Task RunBatchAsync(Dialect dialect, int[] numbers, FaultRange range, FaultReport report)
    {
        using var site = new FaultSite("scripts", dialect);
        foreach (var number in numbers) Write(site, number, ScriptVector.Of(range.RandomOf(number)));
        await site.StartAsync();
        HashSet<string> seen = [];
        await foreach (var output in SiteOutputs.ReadAsync(site.Client))
        {
            if (output.Status >= 500 || (output.Kind != OutputKind.Page && output.Status != 200))
            {
                report.Add(NumberIn(output.Address) ?? numbers[0], $"{output.Address} answers {output.Status}");
                continue;
            }

            foreach (var (danger, item) in OutputDanger.In(output))
                report.Add(NumberIn(item) ?? numbers[0], $"{dialect}, {output.Kind} at {output.Address} has {danger}");
            if (output.Kind == OutputKind.Api) seen.UnionWith(Marker().Matches(output.Body).Select(match => match.Value));
        }

        var texts = numbers.Count(number => seen.Contains(Mark(number, 'v')));
        var names = numbers.Count(number => seen.Contains(Mark(number, 'n')));
        report.CountFired((texts * Texts) + names);
        var held = (await site.ListProblemsAsync()).Where(problem => problem.IsError).Select(problem => problem.File).ToList();
        foreach (var number in numbers)
        {
            foreach (var kind in "vn")
            {
                var mark = Mark(number, kind);
                if (!seen.Contains(mark) && !held.Any(file => file.Contains(mark, StringComparison.Ordinal)))
                    report.Add(number, $"the post {mark} ({dialect}) is neither served nor held back with a problem");
            }
        }
    }

    // Two posts, as many names are none that a file of a site may have: one with the vector in everything else, one named like it.
    private static void Write(FaultSite site, int number, string vector)
    {
        var quoted = JsonSerializer.Serialize(vector);
        var mark = Mark(number, 'v');
        File.WriteAllText(
            Path.Combine(site.Posts, $"2025-01-02-{mark}.md"),
            $"---\ntitle: {JsonSerializer.Serialize($"{mark} {vector}")}\nauthor: {quoted}\n"
                + $"category: {quoted}\nexcerpt: {quoted}\n---\n{vector}\n");
        mark = Mark(number, 'n');
        File.WriteAllText(Path.Combine(site.Posts, $"2025-01-02-{mark}{NameOf(vector)}.md"), $"---\nauthor: {mark}\n---\nText.\n");
    }

    private static string Mark(int number, char kind) => string.Create(CultureInfo.InvariantCulture, $"{kind}{number:000000}{kind}");

    // All that a file's name can hold of it.
    private static string NameOf(string vector)
    {
        var name = vector.Replace('/', '\u2215').Replace("\0", "", StringComparison.Ordinal);
        while (Encoding.UTF8.GetByteCount(name) > MaxNameBytes) name = name[..^1];
        return name;
    }

    private static int? NumberIn(string text) => Marker().Match(text) is { Success: true } match ? NumberOf(match) : null;

    private static int NumberOf(Match match) => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"[vn](\d{6})[vn]")]
    private static partial Regex Marker();
}
