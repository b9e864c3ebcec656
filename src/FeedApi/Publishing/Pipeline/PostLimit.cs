using System.Collections.Frozen;
using FeedApi.Content.Files;
using FeedApi.Content.Posts;
using FeedApi.Model;
using FeedApi.Site;
using FeedApi.Site.Files;

namespace FeedApi.Publishing.Pipeline;

/// <summary>
/// Jekyll's <c>limit_posts</c>: which posts are among the newest, which alone are published. Without the setting all of them are.
/// </summary>
/// <remarks>
/// Used by the one task that publishes. The dates of all posts stay in memory; a site that limits its posts has few. Jekyll 4.3,
/// lib/jekyll/site.rb, limit_posts!, and document.rb, &lt;=&gt;: by date, then by path.
/// </remarks>
internal sealed class PostLimit(SiteConfig site, PostReader reader, PostFiles files, TimeProvider time)
{
    private readonly HashSet<string> changed = new(StringComparer.Ordinal);
    private Dictionary<string, DateTimeOffset>? dates;
    private FrozenSet<string> admitted = FrozenSet<string>.Empty;

    /// <summary>True when the site limits the number of its posts.</summary>
    public bool IsSet => site.LimitPosts is not null;

    /// <summary>True when a post at that path may be published.</summary>
    public bool Admits(string path) => site.LimitPosts is null || admitted.Contains(path);

    /// <summary>Reads the dates of files that are about to be published; the first time those of all posts.</summary>
    /// <param name="present">New and changed files.</param>
    /// <param name="deleted">Paths at which there is no file any more.</param>
    /// <param name="cancellationToken">Stops before the next file.</param>
    public void Prepare(IEnumerable<PostFile> present, IEnumerable<string> deleted, CancellationToken cancellationToken)
    {
        if (site.LimitPosts is not { } limit) return;
        var before = admitted;
        var isFirst = dates is null;
        IReadOnlyList<PostFile> all = isFirst ? ListAll(cancellationToken) : [];
        dates ??= new(StringComparer.Ordinal);
        foreach (var path in deleted) dates.Remove(path);
        foreach (var file in all.Concat(present)) Note(file, cancellationToken);
        admitted = dates.OrderByDescending(each => each.Value).ThenByDescending(each => each.Key, StringComparer.Ordinal)
            .Take(limit).Select(each => each.Key).ToFrozenSet(StringComparer.Ordinal);
        // What the index of an earlier run shows is not known here.
        changed.UnionWith(isFirst ? dates.Keys : before.Except(admitted).Concat(admitted.Except(before)));
    }

    /// <summary>The paths that are admitted now and were not, or the other way round; each is returned once.</summary>
    /// <param name="published">Paths that were published anyway.</param>
    public IReadOnlyList<string> TakeChanged(IEnumerable<string> published)
    {
        changed.ExceptWith(published);
        string[] taken = [.. changed];
        changed.Clear();
        return taken;
    }

    // With part of the posts missing others would take their places, and those that are shown would go.
    private IReadOnlyList<PostFile> ListAll(CancellationToken cancellationToken)
    {
        var listing = files.List(cancellationToken);
        return listing.UnreadFolders.Any(folder => folder.Length == 0 || PostPath.IsBelowPosts(folder + "x"))
            ? throw new IOException("Which posts are the newest is not known while folders of posts cannot be read.")
            : listing.Files;
    }

    private void Note(PostFile file, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var reading = reader.Read(file, cancellationToken);
        // What is known of a file that cannot be read stays; else its name must do.
        if (reading.Fault is not null)
        {
            if (site.NameOf(file.Path).Date is { } day) dates!.TryAdd(file.Path, new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero));
            return;
        }

        var post = reading.Post;
        var isShown = post is { IsHidden: false }
            && !(post.ShownUntil <= now)
            && (site.ShowsFuture || (post.ShownFrom ?? post.Published) <= now);
        if (isShown) dates![file.Path] = post!.Published;
        else dates!.Remove(file.Path);
    }
}
