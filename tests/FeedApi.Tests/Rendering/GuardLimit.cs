using FeedApi.Model;
using FeedApi.Rendering;
using Xunit;

namespace FeedApi.Tests.Rendering;

/// <summary>
/// Tests a guard on both sides of its limit, with the largest input that its counting lets pass and the next larger one: both are small.
/// </summary>
internal static class GuardLimit
{
    private const int MaxCount = 200_000;

    /// <summary>The largest count that passes. Fails when the guard never refuses.</summary>
    /// <param name="passes">True up to some count, false beyond.</param>
    internal static int LargestThatPasses(Predicate<int> passes)
    {
        var (allowed, refused) = (1, MaxCount);
        Assert.True(passes(allowed));
        Assert.False(passes(refused));
        while (refused - allowed > 1)
        {
            var middle = (allowed + refused) / 2;
            if (passes(middle)) allowed = middle;
            else refused = middle;
        }

        return allowed;
    }

    /// <summary>True when the check does not refuse.</summary>
    internal static bool Passes(Action check)
    {
        try
        {
            check();
            return true;
        }
        catch (RenderingException)
        {
            return false;
        }
    }

    /// <summary>The problem that holds a body back; null for one that is rendered.</summary>
    internal static Problem? RefusalOf(string body, PostFormat format = PostFormat.Markdown)
    {
        var rendering = new ArticleRenderer(Sample.Site).Render(Sample.Post(body, format));
        var refusal = rendering.Problems.SingleOrDefault(problem => problem.Severity is ProblemSeverity.Error);
        Assert.Equal(rendering.Article is null, refusal is not null);
        return refusal;
    }

    /// <summary>A piece so many times.</summary>
    internal static string Repeat(string piece, int count) => string.Concat(Enumerable.Repeat(piece, count));
}
