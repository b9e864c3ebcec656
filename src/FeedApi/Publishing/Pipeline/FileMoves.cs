using FeedApi.Site.Files;

namespace FeedApi.Publishing.Pipeline;

/// <summary>
/// Tells moves from deletions: a file that is deleted at one path and arrives at another under the same name has moved. The two are
/// published as one change, so that the article is never missing.
/// </summary>
/// <remarks>A bundle goes by the name of its folder. A file that is replaced in its place counts as a move to the same path.</remarks>
internal sealed class FileMoves
{
    private readonly ILookup<string, string> oldPaths;

    /// <summary>Compares the paths of one set of changes.</summary>
    /// <param name="deleted">Paths at which there is no file any more.</param>
    /// <param name="arriving">Paths at which there is one. Not enumerated when nothing is deleted, for it may give a million.</param>
    public FileMoves(IReadOnlyCollection<string> deleted, IEnumerable<string> arriving)
    {
        var names = deleted.Select(NameOf).ToHashSet(StringComparer.Ordinal);
        names.IntersectWith(arriving.Select(NameOf));
        var isMove = deleted.ToLookup(path => names.Contains(NameOf(path)));
        (Moved, Deleted) = ([.. isMove[true]], [.. isMove[false]]);
        oldPaths = Moved.ToLookup(NameOf, StringComparer.Ordinal);
    }

    /// <summary>The old paths of files that moved, in the order given.</summary>
    public IReadOnlyList<string> Moved { get; }

    /// <summary>The paths of files that are deleted for good, in the order given.</summary>
    public IReadOnlyList<string> Deleted { get; }

    /// <summary>True for the old and for the new path of a file that moved.</summary>
    public bool Includes(string path) => Moved.Count > 0 && oldPaths.Contains(NameOf(path));

    /// <summary>The old paths of the file that moved to a path; mostly none, and several when files of one name were deleted.</summary>
    public IEnumerable<string> OldPathsOf(string newPath) => Moved.Count == 0 ? [] : oldPaths[NameOf(newPath)];

    private static string NameOf(string path) => PostFileName.Of(path).Stem;
}
