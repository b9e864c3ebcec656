using FeedApi.Catalog;
using FeedApi.Model;
using FeedApi.Site;
using FeedApi.Site.Files;
using FeedApi.Site.Hugo;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Win32.SafeHandles;

namespace FeedApi.Pages.Files;

/// <summary>Finds the files of the content folder that are published unchanged: images, audio, documents.</summary>
/// <remarks>Called for addresses that match nothing else.</remarks>
internal sealed class ContentFiles(SiteConfig site, PublicFileRules rules, FileVisibility visibility)
{
    private const string UnknownType = "application/octet-stream";

    private static readonly FileExtensionContentTypeProvider Types = new();

    /// <summary>The media type for the file's extension.</summary>
    public static string ContentTypeOf(string relativePath)
    {
        if (!Types.TryGetContentType(relativePath, out var type)) return UnknownType;
        // Browsers guess the encoding of text without a charset, often wrongly; HTML can declare its own.
        return type.StartsWith("text/", StringComparison.Ordinal) && type is not "text/html" ? type + "; charset=utf-8" : type;
    }

    /// <summary>The response with a file, which stays open until it is sent; null when there is none or it is not published.</summary>
    /// <param name="snapshot">The index, which knows what is hidden.</param>
    /// <param name="path">Relative to the site's root, percent-decoded, with <c>/</c> between its parts.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="UnreadableException">The file is there, or may be, and cannot be read.</exception>
    public ValueTask<IResult?> FindAsync(IArticleSnapshot snapshot, string path, CancellationToken cancellationToken) =>
        OpenFirstAsync(snapshot, site.Hugo is { } hugo ? PlacesOf(path, hugo) : [path], cancellationToken);

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
    /// <param name="snapshot">The index, which knows what is hidden.</param>
    /// <param name="article">The article.</param>
    /// <param name="name">Relative to the article's address, percent-decoded, with <c>/</c> between its parts.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async ValueTask<IResult?> FindBesideAsync(
        IArticleSnapshot snapshot, Article article, string name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(article);
        if (site.BundleOf(article.SourcePath) is not { } bundle) return null;
        // Hugo: the translations of a bundle share their files.
        string[] folders = [bundle, .. site.Hugo?.Languages?.SiblingsOf(bundle) ?? []];
        return await OpenFirstAsync(snapshot, folders.Select(folder => $"{folder}/{name}"), cancellationToken);
    }

    private async ValueTask<IResult?> OpenFirstAsync(
        IArticleSnapshot snapshot, IEnumerable<string> paths, CancellationToken cancellationToken)
    {
        foreach (var path in paths)
        {
            if (Open(path, out var realPath) is not { } file) continue;
            if (!await visibility.IsHiddenAsync(snapshot, path, cancellationToken)
                && (realPath == path || !await visibility.IsHiddenAsync(snapshot, realPath, cancellationToken)))
            {
                return file;
            }

            file.Dispose();
        }

        return null;
    }

    // realPath: relative to the content folder too, with all links resolved.
    private ContentFileResult? Open(string relativePath, out string realPath)
    {
        realPath = "";
        if (rules.Judge(relativePath) != FileVerdict.Public) return null;
        var fullPath = Path.Combine(site.ContentFolder, relativePath);
        SafeFileHandle? handle = null;
        try
        {
            handle = RegularFile.Open(fullPath, out var state, out var target);
            if (state.Kind != FileKind.Regular || !IsPublicReally(target, out realPath) || FrontMatterSign.IsIn(handle)) return null;
            var found = new ContentFileResult(handle, state, ContentTypeOf(relativePath), fullPath);
            handle = null;
            return found;
        }
        catch (IOException missing) when (FileError.Of(missing) is var error && (FileError.IsGone(error) || FileError.IsImpossible(error)))
        {
            return null;
        }
        catch (IOException failure) when (failure is not UnreadableException)
        {
            throw new UnreadableException(fullPath, FileError.Of(failure));
        }
        finally
        {
            handle?.Dispose();
        }
    }

    // A symbolic link may have a harmless name but a hidden target, inside or outside the folder.
    private bool IsPublicReally(string target, out string realPath)
    {
        realPath = "";
        var realFolder = RegularFile.RealPathOf(site.ContentFolder);
        if (!PostPath.IsInside(realFolder, target)) return false;
        realPath = Path.GetRelativePath(realFolder!, target).Replace(Path.DirectorySeparatorChar, '/');
        return rules.Judge(realPath) == FileVerdict.Public;
    }
}
