using FeedApi.Site.Files;

namespace FeedApi.Publishing.Pipeline;

/// <summary>
/// Distinguishes moves from deletions: a file that is deleted at one path and created at another under the same name was moved. The two
/// are published as one change, so that the article is never missing.
/// </summary>
/// <remarks>The name of a bundle is that of its folder. A file that is replaced in place is a move to the same path.</remarks>
internal sealed class FileMoves
{
    private readonly ILookup<string, string> oldPaths;

    /// <summary>Compares the paths of one set of changes.</summary>
    /// <param name="deleted">Paths at which there is no file any more.</param>
    /// <param name="arriving">Paths at which there is one. Not enumerated when nothing is deleted, as there may be a million.</param>
    public FileMoves(IReadOnlyCollection<string> deleted, IEnumerable<string> arriving)
    {
        var names = deleted.Select(NameOf).ToHashSet(StringComparer.Ordinal);
        names.IntersectWith(arriving.Select(NameOf));
        var isMove = deleted.ToLookup(path => names.Contains(NameOf(path)));
        (Moved, Deleted) = ([.. isMove[true]], [.. isMove[false]]);
        oldPaths = Moved.ToLookup(NameOf, StringComparer.Ordinal);
    }

    /// <summary>The old paths of moved files, in the order given.</summary>
    public IReadOnlyList<string> Moved { get; }

    /// <summary>The paths of deleted files that were not moved, in the order given.</summary>
    public IReadOnlyList<string> Deleted { get; }

    /// <summary>True for the old and the new path of a moved file.</summary>
    public bool Includes(string path) => Moved.Count > 0 && oldPaths.Contains(NameOf(path));

    /// <summary>
    /// The old paths of the file that was moved to a path; usually none, and several when files of the same name were deleted.
    /// </summary>
    public IEnumerable<string> OldPathsOf(string newPath) => Moved.Count == 0 ? [] : oldPaths[NameOf(newPath)];

    private static string NameOf(string path) => PostFileName.Of(path).Stem;
}
