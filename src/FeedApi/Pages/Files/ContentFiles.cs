using FeedApi.Content.Files;
using FeedApi.Model;
using FeedApi.Site;
using FeedApi.Site.Files;
using FeedApi.Site.Hugo;
using Microsoft.AspNetCore.StaticFiles;

namespace FeedApi.Pages.Files;

/// <summary>Finds the files of the content folder that are published unchanged: images, audio, documents.</summary>
/// <remarks>Called for addresses that match nothing else.</remarks>
internal sealed class ContentFiles(SiteConfig site, PostFiles posts)
{
    private const string UnknownType = "application/octet-stream";

    // Sources of a site, and unfinished files of editors and uploads.
    private static readonly string[] SourceEndings =
    [
        ".md", ".markdown", ".mkd", ".mkdn", ".mkdown", ".mdown", ".yml", ".yaml", ".toml", ".lock", ".rb", ".gemspec", ".liquid",
        "Gemfile", "~", ".tmp", ".part", ".swp",
    ];

    // A backslash separates folders on Windows, and browsers treat it as a slash: it is not allowed in addresses on any system.
    private static readonly char[] ForbiddenChars = [.. Path.GetInvalidFileNameChars(), '\\'];
    private static readonly FileExtensionContentTypeProvider Types = new();

    /// <summary>True when a file of this name may be published; the file system is not accessed.</summary>
    /// <param name="relativePath">Percent-decoded, with <c>/</c> between its parts.</param>
    public bool IsPublic(string relativePath)
    {
        ArgumentNullException.ThrowIfNull(relativePath);
        return relativePath.Split('/').All(IsPublicPart)
            && !Array.Exists(SourceEndings, ending => relativePath.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            && !IsPageOfHugo(relativePath)
            && !posts.IsPostPath(relativePath)
            && !posts.IsExcluded(relativePath);
    }

    /// <summary>The media type for the file's extension.</summary>
    public static string ContentTypeOf(string relativePath)
    {
        if (!Types.TryGetContentType(relativePath, out var type)) return UnknownType;
        // Browsers guess the encoding of text without a charset, often wrongly; HTML can declare its own.
        return type.StartsWith("text/", StringComparison.Ordinal) && type is not "text/html" ? type + "; charset=utf-8" : type;
    }

    /// <summary>The response with a file, which stays open until it is sent; null when there is none or it is not published.</summary>
    /// <param name="path">Relative to the site's root, percent-decoded, with <c>/</c> between its parts.</param>
    /// <exception cref="UnreadableException">The file is there, or may be, and cannot be read.</exception>
    public IResult? Find(string path) => site.Hugo is { } hugo
        ? PlacesOf(path, hugo).Select(Open).FirstOrDefault(file => file is not null)
        : Open(path);

    // The files of a section are below its address in every language.
    private static IEnumerable<string> PlacesOf(string path, HugoSettings hugo)
    {
        var folders = hugo.Languages?.Folders ?? [hugo.ContentFolder];
        yield return $"{hugo.StaticFolder}/{path}";
        foreach (var folder in folders) yield return $"{folder}/{path}";
        foreach (var language in hugo.Languages?.Active ?? [])
        {
            if (language.Prefix.Length == 0 || !$"/{path}".StartsWith(language.Prefix + "/", StringComparison.Ordinal)) continue;
            foreach (var folder in folders) yield return folder + path[(language.Prefix.Length - 1)..];
        }
    }

    /// <summary>True when articles may have files of their own.</summary>
    public bool HasBundles => !site.IsJekyll;

    /// <summary>The same for a file that belongs to an article.</summary>
    /// <param name="article">The article.</param>
    /// <param name="name">Relative to the article's address, percent-decoded, with <c>/</c> between its parts.</param>
    public IResult? FindBeside(Article article, string name)
    {
        ArgumentNullException.ThrowIfNull(article);
        if (site.BundleOf(article.SourcePath) is not { } bundle) return null;
        // Hugo: the translations of a bundle share their files.
        return Open($"{bundle}/{name}")
            ?? (site.Hugo?.Languages?.SiblingsOf(bundle) ?? [])
                .Select(folder => Open($"{folder}/{name}")).FirstOrDefault(file => file is not null);
    }

    private ContentFileResult? Open(string relativePath)
    {
        if (!IsPublic(relativePath)) return null;
        try
        {
            var handle = RegularFile.Open(Path.Combine(site.ContentFolder, relativePath), out var state, out var realPath);
            if (state.Kind == FileKind.Regular && IsPublicReally(realPath) && !FrontMatterSign.IsIn(handle))
            {
                return new ContentFileResult(handle, state, ContentTypeOf(relativePath));
            }

            handle.Dispose();
            return null;
        }
        catch (IOException missing) when (FileError.Of(missing) is var error && (FileError.IsGone(error) || FileError.IsImpossible(error)))
        {
            return null;
        }
    }

    // Jekyll and Zola copy such files; a folder without a generator may have been Hugo's.
    private bool IsPageOfHugo(string relativePath) =>
        PostPath.IsForeignToHugo(Path.GetFileName(relativePath.AsSpan()))
        && !site.IsJekyll
        && site.Hugo?.IsZola != true
        && !(site.Hugo is { StaticFolder: var files } && relativePath.StartsWith(files + "/", StringComparison.Ordinal));

    private static bool IsPublicPart(string part) =>
        part.Length > 0 && part[0] is not ('.' or '_') && !PostPath.IsBadName(part) && part.IndexOfAny(ForbiddenChars) < 0;

    // A symbolic link may have a harmless name but a hidden target, inside or outside the folder.
    private bool IsPublicReally(string realPath)
    {
        var realFolder = RegularFile.RealPathOf(site.ContentFolder);
        if (!PostPath.IsInside(realFolder, realPath)) return false;
        return IsPublic(Path.GetRelativePath(realFolder!, realPath).Replace(Path.DirectorySeparatorChar, '/'));
    }
}
