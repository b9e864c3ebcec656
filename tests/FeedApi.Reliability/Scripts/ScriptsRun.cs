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
    private const int Sinks = 6;
    private const int MaxNameBytes = 180;

    /// <summary>Runs; everything is written below the temporary folder and removed.</summary>
    public static async Task RunAsync(FaultRange range, FaultReport report, CancellationToken cancellation)
    {
        var batch = 0;
        foreach (var numbers in range.Numbers.Chunk(BatchPosts))
        {
            cancellation.ThrowIfCancellationRequested();
            await RunBatchAsync((Dialect)(batch++ % Enum.GetValues<Dialect>().Length), numbers, range, report);
        }
    }

    private static async Task RunBatchAsync(Dialect dialect, int[] numbers, FaultRange range, FaultReport report)
    {
        using var site = new FaultSite("scripts", dialect);
        var files = numbers.ToDictionary(number => number, number => Write(site, number, ScriptVector.Of(range.RandomOf(number))));
        await site.StartAsync();
        HashSet<int> seen = [];
        await foreach (var output in SiteOutputs.ReadAsync(site.Client))
        {
            if (output.Status >= 500 || (output.Kind != OutputKind.Page && output.Status != 200))
            {
                report.Add(NumberIn(output.Address) ?? numbers[0], $"{output.Address} answers {output.Status}");
                continue;
            }

            foreach (var (danger, item) in OutputDanger.In(output))
                report.Add(NumberIn(item) ?? numbers[0], $"{dialect}, {output.Kind} at {output.Address} has {danger}");
            if (output.Kind == OutputKind.Api) seen.UnionWith(Marker().Matches(output.Body).Select(NumberOf));
        }

        report.CountFired(seen.Count * Sinks);
        var errors = (await site.ListProblemsAsync()).Where(problem => problem.IsError).ToList();
        var held = errors.Select(problem => problem.File).ToHashSet();
        var codes = errors.CountBy(problem => problem.Code).Select(code => $", {code.Value} {code.Key}");
        Console.WriteLine($"{dialect}: {seen.Count} of {numbers.Length} served{string.Concat(codes)}");
        foreach (var (number, file) in files.Where(file => !seen.Contains(file.Key) && !held.Contains(file.Value)))
            report.Add(number, $"{file} is neither served nor held back with a problem");
    }

    private static string Write(FaultSite site, int number, string vector)
    {
        var marked = JsonSerializer.Serialize(string.Create(CultureInfo.InvariantCulture, $"v{number:000000}v {vector}"));
        var quoted = JsonSerializer.Serialize(vector);
        var text = $"---\ntitle: {marked}\nauthor: {quoted}\ncategory: {quoted}\nexcerpt: {quoted}\n---\n{vector}\n";
        var name = string.Create(CultureInfo.InvariantCulture, $"2025-01-02-{number:000000}{NameOf(vector)}.md");
        File.WriteAllText(Path.Combine(site.Posts, name), text);
        return $"{site.PostsPath}/{name}";
    }

    // All that a file's name can hold of it.
    private static string NameOf(string vector)
    {
        var name = vector.Replace('/', '\u2215').Replace("\0", "", StringComparison.Ordinal);
        while (Encoding.UTF8.GetByteCount(name) > MaxNameBytes) name = name[..^1];
        return name;
    }

    private static int? NumberIn(string text) => Marker().Match(text) is { Success: true } match ? NumberOf(match) : null;

    private static int NumberOf(Match match) => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"v(\d{6})v")]
    private static partial Regex Marker();
}
