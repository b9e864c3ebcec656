using FeedApi.Site.Files;
using FeedApi.Site.Jekyll;

namespace FeedApi.Content.Jekyll;

/// <summary>Selects files and folders by name as Jekyll does. Thread-safe; does not access the disk.</summary>
/// <remarks>Jekyll, "Configuration Options", include and exclude: patterns of <c>File.fnmatch</c>, or path prefixes.</remarks>
internal sealed class JekyllEntries
{
    private readonly PostSources sources;
    private readonly Rule[] includes;
    private readonly Rule[] excludes;

    public JekyllEntries(PostSources sources)
    {
        this.sources = sources;
        includes = [.. sources.Include.Select(Rule.Of)];
        excludes = [.. sources.Exclude.Concat(PostSources.AlwaysExcluded).Except(sources.Include, StringComparer.Ordinal).Select(Rule.Of)];
    }

    /// <summary>The extensions of Markdown (<c>markdown_ext</c>), which are those of posts too.</summary>
    public IReadOnlyList<string> Markdown => sources.Markdown;

    /// <summary>True for <c>_posts</c>, and for <c>_drafts</c> when drafts are shown.</summary>
    public bool IsPostsFolder(ReadOnlySpan<char> name) =>
        PostPath.IsPostsFolder(name) || (sources.ShowsDrafts && PostPath.IsDraftsFolder(name));

    /// <summary>True for the folder of a collection whose documents are published like posts, and for folders below it.</summary>
    /// <param name="path">Relative to the content folder, without a trailing slash.</param>
    public bool IsCollectionFolder(string path) => sources.Collections.Count > 0 && sources.CollectionOf(path + "/") is not null;

    /// <summary>True when a folder outside any <c>_posts</c> is read.</summary>
    /// <param name="path">Relative to the content folder, without a trailing slash.</param>
    public bool IsEntered(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return IsPostsFolder(name) || IsCollectionFolder(path) || IsRead(path, name, isFolder: true);
    }

    /// <summary>True when a file below a <c>_posts</c> is read.</summary>
    /// <param name="path">Relative to the content folder.</param>
    public bool IsPost(string path)
    {
        if (sources.CollectionOf(path) is { } label)
            return IsRead(path, sources.RelativePath(path)[(label.Length + 2)..], isFolder: false);
        var entryStart = 0;
        var from = 0;
        for (var slash = path.IndexOf('/'); slash >= 0; from = slash + 1, slash = path.IndexOf('/', from))
        {
            if (IsPostsFolder(path.AsSpan(from, slash - from)))
            {
                entryStart = slash + 1;
                break;
            }

            if (!IsEntered(path[..slash])) return false;
        }

        return entryStart > 0 && IsBelowCollections(path) && IsRead(path, path[entryStart..], isFolder: false);
    }

    /// <summary>True when posts at that path are in the folder that <c>collections_dir</c> names.</summary>
    public bool IsBelowCollections(string path) =>
        sources.CollectionsFolder.Length == 0 || !ReferenceEquals(sources.RelativePath(path), path);

    /// <summary>True when <c>exclude</c> names the path.</summary>
    public bool IsExcluded(string path) => Array.Exists(excludes, rule => rule.Matches(path, isFolder: false));

    /// <summary>True when <c>exclude</c> names the path or a folder above it, and <c>include</c> does not.</summary>
    public bool IsLeftOut(string path)
    {
        for (var end = path.IndexOf('/'); end >= 0; end = path.IndexOf('/', end + 1))
        {
            if (IsLeftOut(path[..end], isFolder: true)) return true;
        }

        return IsLeftOut(path, isFolder: false);
    }

    /// <summary>True when <c>include</c> names the path, its name, or a folder above it.</summary>
    public bool IsIncluded(string path)
    {
        if (includes.Length == 0) return false;
        for (var end = path.IndexOf('/'); end >= 0; end = path.IndexOf('/', end + 1))
        {
            if (IsNamed(path[..end])) return true;
        }

        return IsNamed(path);
    }

    /// <summary>True when an entry of <c>include</c> is exactly the path or its name, without a pattern.</summary>
    public bool IsIncludedByName(string path) => sources.Include.Any(entry =>
        entry.Trim('/') is var bare && (bare == path || bare == path[(path.LastIndexOf('/') + 1)..]));

    private bool IsNamed(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return Array.Exists(includes, rule => rule.Text.TrimEnd('/') is var text
            && (text == path || text == name || rule.Pattern?.IsMatch(path) == true || rule.Pattern?.IsMatch(name) == true));
    }

    private bool IsLeftOut(string path, bool isFolder)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return Array.Exists(excludes, rule => rule.Matches(path, isFolder))
            && !Array.Exists(includes, rule => rule.Matches(name, isFolder));
    }

    // entry: the path from the folder in which Jekyll found it; its first character is tested as well as that of the name.
    private bool IsRead(string path, string entry, bool isFolder)
    {
        var name = entry[(entry.LastIndexOf('/') + 1)..];
        var isIncluded = Array.Exists(includes, rule => rule.Matches(entry, isFolder) || rule.Matches(name, isFolder));
        if (isIncluded) return true;
        var isSpecial = entry[0] is '.' or '_' or '#' or '~' || name[0] is '.' or '_' or '#' or '~' || name[^1] is '~' or '.';
        return !isSpecial && !Array.Exists(excludes, rule => rule.Matches(path, isFolder));
    }

    private sealed record Rule(string Text, PathPattern? Pattern)
    {
        public static Rule Of(string text)
        {
            var relative = text.TrimStart('/');
            return new Rule(relative, relative.AsSpan().IndexOfAny("*?[\\") < 0 ? null : PathPattern.Loose(relative));
        }

        public bool Matches(string path, bool isFolder) =>
            path.StartsWith(Text, StringComparison.Ordinal) || Pattern?.IsMatch(path) == true || (isFolder && IsFolder(path));

        private bool IsFolder(string path) =>
            Text.Length == path.Length + 1 && Text[^1] == '/' && Text.StartsWith(path, StringComparison.Ordinal);
    }
}
