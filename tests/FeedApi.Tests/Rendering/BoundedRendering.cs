using FeedApi.Model;
using FeedApi.Rendering;
using FeedApi.Site;
using Xunit;

namespace FeedApi.Tests.Rendering;

/// <summary>Tests that look at what the processor did: nothing else runs beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "Alone";
}

/// <summary>Renders hostile bodies; nothing may take over a second.</summary>
internal static class BoundedRendering
{
    private const int MaxMilliseconds = 1_000;
    private const int Attempts = 4;

    /// <summary>The one problem that a body has, or none; never one of an unexpected kind.</summary>
    internal static Problem? Check(SiteConfig site, string body)
    {
        var (rendering, milliseconds) = Render(site, body);
        // The collector's work counts too, and may belong to what was before: what is slow by itself is slow every time.
        for (var again = 0; again < Attempts && milliseconds > MaxMilliseconds; again++)
            milliseconds = Math.Min(milliseconds, Render(site, body).Milliseconds);
        Assert.InRange(milliseconds, 0, MaxMilliseconds);
        var problem = rendering.Problems.SingleOrDefault();
        Assert.Equal(rendering.Article is null, problem is not null);
        Assert.NotEqual(ProblemCodes.Unexpected, problem?.Code);
        return problem;
    }

    /// <summary>
    /// What the processor does while an action runs: other programs may be running beside this one, so the clock would tell nothing.
    /// </summary>
    internal static TimeSpan ProcessorTimeOf(Action action)
    {
        var before = Environment.CpuUsage.TotalTime;
        action();
        return Environment.CpuUsage.TotalTime - before;
    }

    private static (ArticleRendering Rendering, long Milliseconds) Render(SiteConfig site, string body)
    {
        var renderer = new ArticleRenderer(site);
        ArticleRendering? rendering = null;
        var time = ProcessorTimeOf(() => rendering = renderer.Render(Sample.Post(body)));
        return (rendering!, (long)time.TotalMilliseconds);
    }
}
