using System.Globalization;
using FeedApi.Reliability.Faults;

namespace FeedApi.Reliability.Shortcut;

/// <summary>Compares both ways of reading for many bodies.</summary>
/// <param name="posts">The bodies of real posts, which are changed.</param>
/// <param name="isWhole">True: they are read as they are, and nothing is generated.</param>
/// <param name="threads">How many bodies are read at once.</param>
internal sealed class ShortcutRun(IReadOnlyList<string> posts, bool isWhole, int threads)
{
    // Longer parts of posts make the run slow and show no more.
    private const int MaxPartChars = 1_500;

    private readonly FaultReport report = new();
    private readonly Lock reporting = new();
    private readonly BothWays ways = new();

    /// <summary>Runs it.</summary>
    /// <returns>0 when nothing differed.</returns>
    public int Run(FaultRange range, CancellationToken cancellation)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        var plain = 0;
        Parallel.ForEach(range.Numbers, options, number =>
        {
            if (Compare(number, BodyOf(number, range))) Interlocked.Increment(ref plain);
        });
        report.CountFired(plain);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{range.Count} bodies, {plain} of them plain and read both ways"));
        return report.Conclude("shortcut", range);
    }

    private bool Compare(int number, string html)
    {
        var difference = ways.DifferenceIn(html, out var isPlain);
        if (difference is null) return isPlain;
        var smallest = Reduction.Of(html, text => ways.DifferenceIn(text, out _) is not null);
        lock (reporting) report.Add(number, $"of {smallest}\n{ways.DifferenceIn(smallest, out _)}");
        return isPlain;
    }

    private string BodyOf(int number, FaultRange range)
    {
        if (isWhole) return posts[number % posts.Count];
        var random = range.RandomOf(number);
        var html = posts.Count > 0 && random.Next(8) == 0 ? PartOf(posts[random.Next(posts.Count)], random) : GeneratedHtml.Of(random);
        return random.Next(2) == 0 ? html : HtmlMutation.Of(html, random);
    }

    private static string PartOf(string html, Random random)
    {
        if (html.Length <= MaxPartChars) return html;
        var start = html.IndexOf("\n<", random.Next(html.Length - MaxPartChars), StringComparison.Ordinal);
        var end = start < 0 ? -1 : html.LastIndexOf("\n<", Math.Min(html.Length - 1, start + MaxPartChars), StringComparison.Ordinal);
        return end > start ? html[start..end] : html[..MaxPartChars];
    }
}
