using FeedApi.Site.Files;
using FeedApi.Site.Hugo;

namespace FeedApi.Content.Hugo;

/// <summary>The position of a post in a Hugo or Zola site.</summary>
/// <param name="Sections">The folders between the content folder and the post, outermost first, without a bundle's own
/// folder.</param>
/// <param name="Name">The file's name without its extension; for a bundle, the folder's name.</param>
internal sealed record HugoPage(IReadOnlyList<string> Sections, string Name)
{
    /// <summary>Reads the path of a post.</summary>
    /// <param name="path">Relative to the site's root, with <c>/</c> as separator.</param>
    /// <param name="hugo">The site's settings.</param>
    public static HugoPage Of(string path, HugoSettings hugo)
    {
        var below = Below(path, hugo);
        var parts = (PostPath.BundleOf(below) ?? below).Split('/');
        return new HugoPage(parts[..^1], PostFileName.Of(below).Stem);
    }

    /// <summary>
    /// What Hugo links the translations of a post by when it says no <c>translationKey</c>: the path below the language's content
    /// folder, without language and extension.
    /// </summary>
    /// <param name="path">Relative to the site's root, with <c>/</c> as separator.</param>
    /// <param name="hugo">The site's settings.</param>
    public static string TranslationKeyOf(string path, HugoSettings hugo) => Path.ChangeExtension(Below(path, hugo), null);

    /// <summary>The path relative to the content folder of its language, without the language in the file's name.</summary>
    /// <param name="path">Relative to the site's root.</param>
    /// <param name="hugo">The site's settings.</param>
    public static string Below(string path, HugoSettings hugo)
    {
        if (hugo.Languages is { } languages) return languages.WithoutSuffix(languages.BelowFolder(path));
        var folder = hugo.ContentFolder + "/";
        return path.StartsWith(folder, StringComparison.Ordinal) ? path[folder.Length..] : path;
    }
}
