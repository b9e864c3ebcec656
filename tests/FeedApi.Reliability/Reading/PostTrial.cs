using FeedApi.Benchmarks.Searching;
using FeedApi.Content;
using FeedApi.Content.Posts;
using FeedApi.Model;
using FeedApi.Reliability.Sites;
using FeedApi.Rendering;
using FeedApi.Site.Files;

namespace FeedApi.Reliability.Reading;

/// <summary>Reads and renders hostile posts with the program's own reader and renderer, and weighs what becomes of each.</summary>
/// <remarks>Every post must give either an article or a problem that holds it back, and must not take long.</remarks>
internal sealed class PostTrial : IDisposable
{
    // Guards let pass what takes some tenths of a second; a machine may be slow, but a parser that hangs takes minutes.
    private static readonly TimeSpan MaxProcessorTime = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly FaultSite[] sites;
    private readonly (PostReader Reader, ArticleRenderer Renderer)[] steps;

    /// <summary>Makes a site of each dialect.</summary>
    public PostTrial(string name)
    {
        sites = [.. Enum.GetValues<Dialect>().Select(dialect => new FaultSite(name, dialect))];
        steps = [.. sites.Select(StepsOf)];
    }

    /// <summary>The slowest post yet: its number and processor time.</summary>
    public (int Number, TimeSpan Time) Slowest { get; private set; }

    /// <summary>How many were refused with each code; those that became articles are under <c>served</c>.</summary>
    public SortedDictionary<string, int> Outcomes { get; } = new(StringComparer.Ordinal);

    /// <summary>Reads and renders one post.</summary>
    /// <param name="number">The fault's number, which is in the file's name.</param>
    /// <param name="dialect">Which site it is a post of.</param>
    /// <param name="bytes">The whole file.</param>
    /// <returns>What is wrong; null when nothing is.</returns>
    public async Task<string?> FaultOfAsync(int number, Dialect dialect, byte[] bytes)
    {
        var site = sites[(int)dialect];
        var path = Path.Combine(site.Posts, $"2025-01-02-hostile-{number:000000}.md");
        await File.WriteAllBytesAsync(path, bytes);
        try
        {
            var reading = Task.Factory.StartNew(
                () => Read(dialect, path), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            var (problems, isArticle, time) = await reading.WaitAsync(Patience);
            if (time > Slowest.Time) Slowest = (number, time);
            Count(isArticle, problems);
            return FaultIn(problems, isArticle, time) is { } fault ? $"{fault} {FoundInput.Keep(Path.GetFileName(path), bytes)}" : null;
        }
        catch (TimeoutException)
        {
            return $"was not read within {Patience.TotalMinutes} minutes";
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var site in sites) site.Dispose();
    }

    private static (PostReader, ArticleRenderer) StepsOf(FaultSite files)
    {
        var site = SiteReader.Read(files.Content, "https://faults.example", provisionalUrl: null);
        return (new PostReader(site), new ArticleRenderer(site));
    }

    private (IReadOnlyList<Problem> Problems, bool IsArticle, TimeSpan Time) Read(Dialect dialect, string path)
    {
        var before = ThreadTime.Now;
        var (reader, renderer) = steps[(int)dialect];
        var state = RegularFile.Look(path, followsLinks: true);
        var relative = Path.GetRelativePath(sites[(int)dialect].Content, path);
        var reading = reader.Read(new PostFile(relative, state.SizeBytes, state.ModifiedTicks), CancellationToken.None);
        if (reading.Post is null) return (reading.Problems, false, ThreadTime.Now - before);
        var rendering = renderer.Render(reading.Post);
        return ([.. reading.Problems, .. rendering.Problems], rendering.Article is not null, ThreadTime.Now - before);
    }

    private void Count(bool isArticle, IReadOnlyList<Problem> problems)
    {
        var outcome = isArticle ? "served" : problems.FirstOrDefault(IsError)?.Code ?? "lost";
        Outcomes[outcome] = Outcomes.GetValueOrDefault(outcome) + 1;
    }

    private static string? FaultIn(IReadOnlyList<Problem> problems, bool isArticle, TimeSpan time)
    {
        if (problems.FirstOrDefault(problem => problem.Code == ProblemCodes.Unexpected) is { } unforeseen)
            return $"failed in an unforeseen way: {unforeseen.Message}";
        if (!isArticle && !problems.Any(IsError)) return "is neither an article nor held back with a problem";
        if (isArticle && problems.Any(IsError)) return $"is an article although {problems.First(IsError).Code} holds it back";
        return time > MaxProcessorTime ? $"took {time.TotalSeconds:0.0} s of a processor" : null;
    }

    private static bool IsError(Problem problem) => problem.Severity is ProblemSeverity.Error;
}
