using System.Globalization;
using FeedApi.Catalog;
using FeedApi.Content.Files;
using FeedApi.Content.Posts;
using FeedApi.Model;
using FeedApi.Publishing.Pipeline;
using FeedApi.Queries;
using FeedApi.Site;
using FeedApi.Site.Files;

namespace FeedApi.Publishing.Explain;

/// <summary>Explains why a post is in the outputs of a site or not, by the same decisions as <see cref="PostPipeline"/>.</summary>
internal sealed class PostExplainer(
    PostFinder finder, PostFiles files, PostReader posts, IArticleReader reader, Withdrawals withdrawals, SiteConfig site,
    TimeProvider time)
{
    /// <summary>Explains a post.</summary>
    /// <param name="name">A path of a file, an id, or an address of the site.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>Null when no post of that name is known.</returns>
    public async Task<PostExplanation?> ExplainAsync(string name, CancellationToken cancellationToken)
    {
        if (await finder.FindAsync(name, cancellationToken) is not { } found) return null;
        if (found.File is not { } file) return Gone(found.Tombstone!);
        var problems = await ProblemsOfAsync(file, cancellationToken);
        return (Unread(file) ?? Unpublished(file, cancellationToken) ?? await PublishedAsync(file, problems, cancellationToken)) with
        {
            File = file,
            Problems = problems,
        };
    }

    private static PostExplanation Gone(Change tombstone) => new(
        "gone",
        string.Create(
            CultureInfo.InvariantCulture, $"Its article {tombstone.Id} was deleted or withdrawn at {tombstone.At:yyyy-MM-ddTHH:mm:ssK}."));

    private ValueTask<Problem[]> ProblemsOfAsync(string file, CancellationToken cancellationToken) => reader.ReadAsync(
        async snapshot =>
        {
            var all = await snapshot.ListProblemsAsync(cancellationToken);
            return all.Where(problem => problem.File == file).ToArray();
        },
        cancellationToken);

    private PostExplanation? Unread(string file)
    {
        if (files.IsExcluded(file))
            return new PostExplanation("excluded", "The site's settings exclude it (exclude, include, keep_files of _config.yml).");
        if (!files.IsPostPath(file)) return new PostExplanation("not-a-post", "Files at this place, or of this kind, are no posts.");
        var look = files.Look(file);
        if (look.Problem is { } problem) return new PostExplanation("held", problem.Message) { Line = problem.Line };
        return look.IsGone ? new PostExplanation("gone", "The file is not there any more.") : null;
    }

    private PostExplanation? Unpublished(string file, CancellationToken cancellationToken)
    {
        var reading = posts.Read(new PostFile(file, 0, 0), cancellationToken);
        if (reading.Post is not { } post)
        {
            var fault = reading.Problems.FirstOrDefault(each => each.Severity == ProblemSeverity.Error);
            return new PostExplanation("held", fault?.Message ?? "It cannot be read.") { Line = fault?.Line };
        }

        var now = time.GetUtcNow();
        if (post.IsHidden) return Hidden(file);
        if (post.ShownUntil is { } end && end <= now)
            return At("expired", "Its date of expiry has passed.", end, LineOf(file, "expiryDate", "expires"));
        var begin = post.ShownFrom ?? post.Published;
        if (!site.ShowsFuture && begin > now)
            return At("scheduled", "Its date is in the future.", begin, LineOf(file, "publishDate", "date"));
        if (post.IsWithdrawn)
            return new PostExplanation("withdrawn", "Its front matter says so.") { Line = LineOf(file, "withdrawn") };
        return withdrawals.Paths.Contains(file) || withdrawals.Find(post.Id) is not null
            ? new PostExplanation("withdrawn", "An operator has withdrawn it.")
            : null;
    }

    private static PostExplanation At(string state, string reason, DateTimeOffset instant, int? line) =>
        new(state, reason) { At = instant, Line = line };

    private PostExplanation Hidden(string file) => LineOf(file, "published", "draft", "build", "render") is { } line
        ? new PostExplanation("hidden", "Its front matter hides it.") { Line = line }
        : new PostExplanation("hidden", "A default of the settings, a cascade above it or its place hides it.");

    private async Task<PostExplanation> PublishedAsync(string file, Problem[] problems, CancellationToken cancellationToken)
    {
        var (article, feeds) = await reader.ReadAsync(
            async snapshot => await snapshot.FindBySourceAsync(file, cancellationToken) is { } known
                ? (known, await FeedsOfAsync(snapshot, known, cancellationToken))
                : ((Article?)null, (IReadOnlyList<FeedMembership>)[]),
            cancellationToken);
        if (article is not null) return new PostExplanation("published", "It is published.") { Article = article, Feeds = feeds };
        if (problems.FirstOrDefault(problem => problem.Severity == ProblemSeverity.Error) is { } fault)
            return new PostExplanation("held", fault.Message) { Line = fault.Line };
        return site.LimitPosts is { } limit
            ? new PostExplanation("limited", FormattableString.Invariant($"limit_posts is {limit}, and it is not among the newest."))
            : new PostExplanation("unread", "The server has not read it yet.");
    }

    private async ValueTask<IReadOnlyList<FeedMembership>> FeedsOfAsync(
        IArticleSnapshot snapshot, Article article, CancellationToken cancellationToken)
    {
        List<FeedMembership> feeds = [await MembershipAsync(snapshot, article, null, "", cancellationToken)];
        foreach (var (kind, terms) in ((TermKind, IReadOnlyList<Term>)[])
            [(TermKind.Category, article.Categories), (TermKind.Tag, article.Tags), (TermKind.Author, article.Authors)])
        {
            foreach (var term in terms) feeds.Add(await MembershipAsync(snapshot, article, kind, term.Slug, cancellationToken));
        }

        return feeds;
    }

    private async ValueTask<FeedMembership> MembershipAsync(
        IArticleSnapshot snapshot, Article article, TermKind? kind, string slug, CancellationToken cancellationToken)
    {
        if (!article.IsInFeeds) return new FeedMembership(kind, slug, IsIn: false, "The post asks not to be in feeds.");
        var limit = site.Feeds.PostsLimit ?? ArticleQuery.DefaultLimit;
        var query = new ArticleQuery
        {
            IsForFeed = true,
            Limit = Math.Min(limit, ArticleQuery.MaxLimit),
            Terms = kind is { } term ? [new TermFilter(term, [slug])] : [],
        };
        var newest = await snapshot.ListAsync(query, cancellationToken);
        var isShown = newest.Articles.Any(each => each.Id == article.Id) || article.LiftedAt is not null;
        if (isShown) return new FeedMembership(kind, slug, IsIn: true, Reason: null);
        return new FeedMembership(
            kind, slug, IsIn: false, FormattableString.Invariant($"It is older than the newest {limit}: it is in an archive of the feed."));
    }

    // The line of the front matter that sets a key.
    private int? LineOf(string file, params string[] keys)
    {
        var lines = TextDecoder.Decode(File.ReadAllBytes(Path.Combine(site.ContentFolder, file)), out _).Split('\n');
        for (var i = 0; i < lines.Length && !(i > 0 && lines[i].TrimEnd() is "---" or "+++"); i++)
        {
            var line = lines[i].TrimStart(' ', '"', '\t');
            var isKey = keys.Any(key => line.StartsWith(key, StringComparison.OrdinalIgnoreCase)
                && line[key.Length..].TrimStart('"', ' ') is [':' or '=', ..]);
            if (isKey) return i + 1;
        }

        return null;
    }
}
