using FeedApi.Site.Files;
using FeedApi.Site.Hugo;

namespace FeedApi.Content.Hugo;

/// <summary>Where a post lies in a site of Hugo or Zola.</summary>
/// <param name="Sections">The folders between the content folder and the post, outermost first; a bundle's own folder is none of
/// them.</param>
/// <param name="Name">The file's name without its extension; of a bundle the folder's name.</param>
internal sealed record HugoPage(IReadOnlyList<string> Sections, string Name)
{
    /// <summary>Reads the path of a post.</summary>
    /// <param name="path">Relative to the root, with <c>/</c> between its parts.</param>
    /// <param name="hugo">The site's settings.</param>
    public static HugoPage Of(string path, HugoSettings hugo)
    {
        var folder = hugo.ContentFolder + "/";
        var below = path.StartsWith(folder, StringComparison.Ordinal) ? path[folder.Length..] : path;
        var parts = (PostPath.BundleOf(below) ?? below).Split('/');
        return new HugoPage(parts[..^1], PostFileName.Of(below).Stem);
    }
}
