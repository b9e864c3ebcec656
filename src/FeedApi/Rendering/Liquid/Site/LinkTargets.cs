using System.Collections.Concurrent;
using System.IO.Enumeration;
using FeedApi.Content.Posts;
using FeedApi.Model;
using FeedApi.Rendering.Links;
using FeedApi.Site;
using FeedApi.Site.Addresses;
using FeedApi.Site.Files;

namespace FeedApi.Rendering.Liquid.Site;

/// <summary>Finds the addresses of a site's files, as Jekyll's tags <c>link</c> and <c>post_url</c> write them. Thread-safe.</summary>
internal sealed class LinkTargets(SiteConfig site)
{
    private const int MaxFolders = 1_000;
    private const string Posts = "_posts";

    private readonly ConcurrentDictionary<string, Entry> known = new(StringComparer.Ordinal);
    private readonly Lazy<IReadOnlyList<string>> postFolders = new(() => PostFoldersOf(site.ContentFolder));
    private readonly DocumentAddresses documents = new(site);
    private readonly PostReader reader = new(site);
    private readonly Permalinks permalinks = new(site);
    private readonly string collections = site.Sources.CollectionsFolder is { Length: > 0 } folder ? folder + "/" : "";

    /// <summary>The address of a post, encoded, with the site's base path; null when there is none.</summary>
    /// <param name="name">Its file's name without extension, maybe after folders.</param>
    /// <param name="context">Pays for the looks at files.</param>
    public string? OfPost(string name, LiquidContext context)
    {
        var wanted = name.TrimStart('/');
        var slash = wanted.LastIndexOf('/') + 1;
        var (folder, stem) = (wanted[..slash], wanted[slash..]);
        if (PostFileName.Of(stem + ".md").Date is null) return null;
        return OfPostIn($"{collections}{Posts}/{folder}{stem}", context) ?? OfPostIn($"{collections}{folder}{Posts}/{stem}", context)
            ?? postFolders.Value.Select(each => OfPostIn($"{each}/{stem}", context)).FirstOrDefault(address => address is not null);
    }

    /// <summary>The address of a post, a document of a collection, a page or any other file, encoded, with the site's base path; null when there is none.</summary>
    /// <param name="path">Relative to the content folder, maybe with a slash before it.</param>
    /// <param name="context">Pays for the looks at files.</param>
    public string? OfFile(string path, LiquidContext context)
    {
        var wanted = path.StartsWith('/') ? path[1..] : path;
        return wanted.StartsWith('_') || wanted.Contains("/_", StringComparison.Ordinal) ? Address(collections + wanted, context) ?? Address(wanted, context) : Address(wanted, context);
    }

    private string? OfPostIn(string pathWithoutExtension, LiquidContext context)
    {
        foreach (var extension in PostPath.Extensions)
        {
            if (Address(pathWithoutExtension + extension, context) is { } address) return address;
        }

        return null;
    }

    private string? Address(string path, LiquidContext context)
    {
        context.Spend(LiquidLimits.FileSteps);
        if (known.TryGetValue(path, out var entry) && SiteFile.IsUnchanged(site.ContentFolder, path, entry.State)) return entry.Address;
        var state = SiteFile.Look(site.ContentFolder, path);
        if (state.Kind != FileKind.Regular) return null;
        context.SpendText(state.SizeBytes);
        var address = Read(path, state);
        if (known.Count >= LiquidLimits.CachedFiles) known.Clear();
        known[path] = new Entry(state, address);
        return address;
    }

    private string? Read(string path, FileState state)
    {
        var found = PostPath.IsPost(path, isPlain: false, site.Sources.ShowsDrafts) ? PathOfPost(path, state) : documents.PathOf(path);
        return found is null ? null : site.BaseUrl + SiteLinks.Encode(found);
    }

    private string? PathOfPost(string path, FileState state)
    {
        var reading = reader.Read(new PostFile(path, state.SizeBytes, state.ModifiedTicks), CancellationToken.None);
        return reading.Post is { IsHidden: false } post ? permalinks.PathOf(post).Path : null;
    }

    // Once: a post that is named without its folder may lie in any of them.
    private static IReadOnlyList<string> PostFoldersOf(string contentFolder)
    {
        var options = new EnumerationOptions { IgnoreInaccessible = true, RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, MaxRecursionDepth = 16 };
        var folders = new FileSystemEnumerable<string>(contentFolder, static (ref FileSystemEntry entry) => entry.ToFullPath(), options)
        {
            ShouldIncludePredicate = static (ref FileSystemEntry entry) => entry.IsDirectory,
            ShouldRecursePredicate = static (ref FileSystemEntry entry) => !entry.FileName.StartsWith("."),
        };
        return [.. folders.Select(folder => Path.GetRelativePath(contentFolder, folder).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(folder => folder.Split('/').Contains(Posts)).Take(MaxFolders).Order(StringComparer.Ordinal)];
    }

    private readonly record struct Entry(FileState State, string? Address);
}
