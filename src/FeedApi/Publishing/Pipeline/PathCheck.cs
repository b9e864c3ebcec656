using FeedApi.Catalog;
using FeedApi.Content.Files;
using FeedApi.Model;
using FeedApi.Publishing.Commit;

namespace FeedApi.Publishing.Pipeline;

/// <summary>
/// Checks what is at a path now: a post file, nothing, or a file that must not be read, such as a link to a target outside the
/// content folder. The last is not a deletion but a problem, which is published.
/// </summary>
internal sealed class PathCheck(PostFiles files, ISourceIndex sources, ChangeSetCommitter commit)
{
    /// <summary>Publishes the problems of files that must not be read, except those that may be read by now.</summary>
    public Task RejectAsync(IReadOnlyList<Problem> problems, CancellationToken cancellationToken)
    {
        SourceOutcome[] rejected = [.. problems.Where(problem => files.Stat(problem.File) is null)
            .GroupBy(problem => problem.File, StringComparer.Ordinal)
            .Select(group => new SourceOutcome.Rejected(new SourceStamp(new PostFile(group.Key, 0, 0), ""), [.. group]))];
        return commit.CommitAsync(rejected, cancellationToken);
    }

    /// <summary>Marks indexed files as unread: they are read as soon as a scan finds them.</summary>
    public Task ForgetAsync(IReadOnlyList<string> paths, CancellationToken cancellationToken) =>
        commit.CommitAsync([.. paths.Select(path => new SourceOutcome.Unread(path))], cancellationToken);

    /// <summary>
    /// Of indexed paths that a scan did not find, those at which there is no post now. Paths that cannot be examined are left for a later
    /// scan, and the problems of folders that can be read again are removed: these were never posts.
    /// </summary>
    public async Task<List<string>> FindGoneAsync(IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        List<string> gone = [];
        List<SourceOutcome> readable = [];
        foreach (var path in paths)
        {
            var look = files.Look(path);
            if (look.File is not null || look.IsUnreadable) continue;
            if (files.IsFolder(path) && await sources.FindSourceAsync(path, cancellationToken) is { Stamp.Hash: "" })
                readable.Add(new SourceOutcome.Deleted(path));
            else gone.Add(path);
        }

        await commit.CommitAsync(readable, cancellationToken);
        return gone;
    }

    /// <summary>Divides indexed paths into those with a file and those whose file was deleted.</summary>
    public async Task<(IReadOnlyList<PostFile> Present, IReadOnlyList<string> Deleted)> DivideAsync(
        IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        var present = paths.Select(files.Stat).OfType<PostFile>().ToList();
        var absent = paths.Except(present.Select(file => file.Path), StringComparer.Ordinal).ToList();
        return (present, await FindDeletedAsync(absent, cancellationToken));
    }

    /// <summary>Of paths without a post file, those that are indexed and at which there is nothing: their files were deleted.</summary>
    public async Task<IReadOnlyList<string>> FindDeletedAsync(IReadOnlyList<string> absent, CancellationToken cancellationToken)
    {
        if (absent.Count == 0) return [];
        List<Problem> problems = [];
        List<string> gone = [];
        foreach (var path in absent)
        {
            var look = files.Look(path);
            if (look.Problem is { } problem) problems.Add(problem);
            else if (look.IsGone) gone.Add(path);
        }

        await RejectAsync(problems, cancellationToken);
        List<string> deleted = [];
        foreach (var path in gone)
        {
            if (await sources.FindSourceAsync(path, cancellationToken) is not null) deleted.Add(path);
        }

        return deleted;
    }

    /// <summary>Of paths without a post file, those that have one again, or could not be examined before.</summary>
    public IEnumerable<string> FindReturned(IReadOnlyList<string> absent) => absent.Where(path => files.Stat(path) is not null);
}
