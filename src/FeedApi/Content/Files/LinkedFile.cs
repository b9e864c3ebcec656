using FeedApi.Site.Files;

namespace FeedApi.Content.Files;

/// <summary>Looks at what a symbolic link leads to.</summary>
internal static class LinkedFile
{
    /// <summary>The state of the target; <see cref="FileKind.Other"/> when it is outside the content folder or not there.</summary>
    /// <param name="realRoot">The real path of the content folder.</param>
    /// <param name="fullPath">The link.</param>
    public static FileState Look(string? realRoot, string fullPath)
    {
        try
        {
            if (!PostPath.IsInside(realRoot, RegularFile.RealPathOf(fullPath))) return new FileState(FileKind.Other, 0, 0);
            var state = RegularFile.Look(fullPath, followsLinks: true);
            // The link is there, whatever becomes of its target.
            return state.Kind == FileKind.Missing ? new FileState(FileKind.Other, 0, 0) : state;
        }
        catch (UnreadableException failure)
        {
            return FileState.Of(failure.Error);
        }
    }
}
