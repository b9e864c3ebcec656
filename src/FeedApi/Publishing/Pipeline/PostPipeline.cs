using System.Runtime.CompilerServices;
using System.Threading.Channels;
using FeedApi.Catalog;
using FeedApi.Content.Files;
using FeedApi.Content.Posts;
using FeedApi.Model;
using FeedApi.Rendering;
using FeedApi.Site;
using FeedApi.Site.Files;

namespace FeedApi.Publishing.Pipeline;

/// <summary>Reads, parses and renders files in parallel. Returns one outcome per file, in any order; the publisher commits them.</summary>
internal sealed class PostPipeline(
    PostReader reader, ArticleRenderer renderer, ISourceIndex sources, PostLimit limit, Withdrawals withdrawals, SiteConfig site,
    HiddenPostFiles files, TimeProvider time, PublishOptions options)
{
    // Enough to keep the writer busy; a full channel makes the workers wait, so memory use does not grow with the number of posts.
    private const int OutcomesInFlight = 32;

    private const string WithoutFile = "The post is shown without the file until it can be read.";

    /// <summary>Processes the items.</summary>
    /// <param name="work">Files to read.</param>
    /// <param name="names">The ids of those whose stem is not theirs alone.</param>
    /// <param name="depth">How much is made of each post.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async IAsyncEnumerable<SourceOutcome> RunAsync(
        IReadOnlyCollection<WorkItem> work, NameResolution names, PipelineDepth depth,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var outcomes = Channel.CreateBounded<SourceOutcome>(new BoundedChannelOptions(OutcomesInFlight) { SingleReader = true });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var producing = ProduceAsync(work, names, depth, outcomes.Writer, stop.Token);
        try
        {
            await foreach (var outcome in outcomes.Reader.ReadAllAsync(cancellationToken)) yield return outcome;
        }
        finally
        {
            await stop.CancelAsync();
            await producing;
        }
    }

    private async Task ProduceAsync(
        IReadOnlyCollection<WorkItem> work,
        NameResolution names,
        PipelineDepth depth,
        ChannelWriter<SourceOutcome> outcomes,
        CancellationToken cancellationToken)
    {
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Workers, CancellationToken = cancellationToken };
        try
        {
            await Parallel.ForEachAsync(
                work, parallel, async (item, token) => await outcomes.WriteAsync(await ReadAsync(item, names, depth, token), token));
            outcomes.Complete();
        }
        catch (Exception failure)
        {
            // Handed to the reader of the channel, which rethrows it; a cancelled reader is no longer listening.
            outcomes.Complete(failure);
        }
    }

    /// <summary>Processes one item.</summary>
    /// <param name="item">The file to read.</param>
    /// <param name="names">The ids of those whose stem is not theirs alone.</param>
    /// <param name="depth">How much is made of the post.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async ValueTask<SourceOutcome> ReadAsync(
        WorkItem item, NameResolution names, PipelineDepth depth, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadFileAsync(item, names, depth, cancellationToken);
        }
        catch (UnreadableException failure)
        {
            var problem = WalkFindings.Refusal(ProblemCodes.Unreadable, item.File.Path, $"{failure.MessageIn(site.ContentFolder)}.");
            return new SourceOutcome.Rejected(new SourceStamp(item.File, ""), [problem]);
        }
    }

    private async ValueTask<SourceOutcome> ReadFileAsync(
        WorkItem item, NameResolution names, PipelineDepth depth, CancellationToken cancellationToken)
    {
        var reading = reader.Read(item.File, cancellationToken);
        if (reading.IsChanging) return new SourceOutcome.Changing(item.File.Path, item.IsForced);
        if (!item.IsForced && await IsKnownAsync(reading.Stamp, cancellationToken)) return new SourceOutcome.Unchanged(reading.Stamp);
        if (reading.Post is not { } post)
        {
            return withdrawals.HoldPath(item.File.Path)
                ? new SourceOutcome.Withdrawn(reading.Stamp with { Hash = "" }, null, reading.Problems) { HiddenFiles = FilesOf(reading) }
                : new SourceOutcome.Rejected(reading.Stamp, reading.Problems) { HiddenFiles = FilesOf(reading) };
        }

        if (post.IsHidden) return Hide(reading, dueAt: null);
        var now = time.GetUtcNow();
        if (post.ShownUntil <= now) return Hide(reading, dueAt: null) with { ValidFrom = post.ShownUntil };
        var shownFrom = post.ShownFrom ?? post.Published;
        if (!site.ShowsFuture && shownFrom > now) return Hide(reading, shownFrom);
        var named = names.IdOf(post.Path) is { } id ? post with { NameId = id } : post;
        if (named.IsWithdrawn) return Withdraw(reading.Stamp, named);
        // Read again by every scan: whether it stays so is decided elsewhere than in the file.
        if (withdrawals.Hold(named, site)) return Withdraw(reading.Stamp with { Hash = "" }, named);
        return limit.Admits(item.File.Path)
            ? Publish(reading, named, depth, now)
            : new SourceOutcome.Hidden(reading.Stamp, null, reading.Problems);
    }

    private SourceOutcome.Hidden Hide(PostReading reading, DateTimeOffset? dueAt) =>
        new(reading.Stamp, dueAt, reading.Problems) { HiddenFiles = FilesOf(reading) };

    private IReadOnlyList<string> FilesOf(PostReading reading) => files.Of(reading.Stamp.File.Path, reading.Post);

    // Rendered only for its address: whoever asks there is told that it is gone, also when the index is made anew.
    private SourceOutcome.Withdrawn Withdraw(SourceStamp stamp, Post post)
    {
        var trace = renderer.Outline(post).Article is { } article ? new ArticleTrace(article.Id, article.Guid, article.Path) : null;
        return new SourceOutcome.Withdrawn(stamp, trace, []) { HiddenFiles = files.Of(post.Path, post) };
    }

    private SourceOutcome Publish(PostReading reading, Post written, PipelineDepth depth, DateTimeOffset now)
    {
        var timing = CorrectionTiming.Of(written.Correction, now);
        var post = written with { Correction = timing.Correction };
        var isOutline = depth == PipelineDepth.Outline;
        var rendering = isOutline ? renderer.Outline(post) : renderer.Render(post);
        var stamp = reading.Stamp;
        if (rendering.IsUnreadable && !isOutline)
        {
            // Read again by every scan. Without its pictures an article is better than none, but not better than a former one with them.
            stamp = stamp with { Hash = "" };
            var without = renderer.Render(post, isLenient: true);
            Problem[] faults = [.. rendering.Problems.Select(problem => problem with { Action = WithoutFile })];
            rendering = without.Article is null
                ? without
                : without with { Problems = [.. without.Problems, .. faults], IsUnreadable = true };
        }

        Problem[] problems = [.. reading.Problems, .. rendering.Problems];
        return rendering.Article is { } article
            ? new SourceOutcome.Published(stamp, IndexedAs(depth, Lift(article, timing)), problems, post.ShownUntil)
            {
                IsPartial = rendering.IsUnreadable,
                CompletesOutline = depth == PipelineDepth.Completion,
                RenderedHash = reading.Stamp.Hash,
                ValidFrom = Latest(now, post.ShownFrom ?? post.Published, timing.Correction?.At, LiftEndOf(timing)),
                Name = new NameClaim(post.NameId, rendering.NameGuid!, Namesakes.RankOf(post.Path, site)),
                AwaitedFiles = rendering.AwaitedFiles,
                ReadAgainAt = timing.DueAt,
            }
            : new SourceOutcome.Rejected(stamp, problems) { HiddenFiles = FilesOf(reading) };
    }

    private IndexedArticle IndexedAs(PipelineDepth depth, Article article) =>
        depth == PipelineDepth.Outline
            ? IndexedArticle.OutlineOf(article)
            : IndexedArticle.Of(article, options.IndexesTexts, site.FindsCopies);

    // Of these instants the last that has passed.
    private static DateTimeOffset? Latest(DateTimeOffset now, params ReadOnlySpan<DateTimeOffset?> instants)
    {
        DateTimeOffset? latest = null;
        foreach (var instant in instants)
        {
            if (instant <= now && !(instant <= latest)) latest = instant;
        }

        return latest;
    }

    private static DateTimeOffset? LiftEndOf(CorrectionTiming timing) => timing.Correction?.At + Correction.LiftedFor;

    private static Article Lift(Article article, CorrectionTiming timing) =>
        timing.IsLifting ? article with { LiftedAt = article.Correction?.At } : article;

    private async ValueTask<bool> IsKnownAsync(SourceStamp stamp, CancellationToken cancellationToken) =>
        stamp.Hash.Length > 0
        && await sources.FindSourceAsync(stamp.File.Path, cancellationToken) is { DueAt: null } known
        && string.Equals(known.Stamp.Hash, stamp.Hash, StringComparison.Ordinal);
}
