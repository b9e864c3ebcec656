using FeedApi.Model;
using FeedApi.Site.Nodes;

namespace FeedApi.Site.Jekyll;

/// <summary>The setting <c>defaults</c>: default front matter for posts of a path or type. Accesses no files.</summary>
/// <remarks>
/// Jekyll, "Front Matter Defaults": a longer path takes precedence over a shorter one, then a set with a type over one without, then
/// a later set over an earlier one.
/// </remarks>
internal sealed class FrontMatterDefaults
{
    private readonly IReadOnlyList<DefaultSet> sets;
    private readonly PostSources sources;

    private FrontMatterDefaults(IReadOnlyList<DefaultSet> sets, PostSources sources) => (this.sets, this.sources) = (sets, sources);

    /// <summary>No defaults.</summary>
    public static FrontMatterDefaults None { get; } = new([], PostSources.All);

    /// <summary>A text that is equal for equal defaults.</summary>
    public string Key => string.Join('\n', sets.Select(set => $"{set.Scope} {set.Type} {YamlText.Of(set.Values)}"));

    /// <summary>Reads the sets that apply to posts.</summary>
    public static FrontMatterDefaults Read(SiteYaml config, PostSources sources)
    {
        if (!sources.IsJekyll) return None;
        List<DefaultSet> sets = [];
        foreach (var set in config.Sections("defaults"))
        {
            if (set.Section("values") is null) continue;
            var scope = set.Section("scope");
            var type = scope?.Text("type");
            if (type is not (null or "posts" or "post") && !sources.Collections.Contains(type)) continue;
            sets.Add(DefaultSet.Of(scope?.Text("path") ?? "", type, (ConfigMap)YamlOrigin.OfSite(set.Find("values")!), sources));
        }

        return sets.Count > 0 ? new FrontMatterDefaults(sets, sources) : None;
    }

    /// <summary>Merges a post's front matter with the defaults that apply to it.</summary>
    /// <param name="path">The post's path relative to the content folder.</param>
    /// <param name="written">The post's own front matter, which takes precedence.</param>
    public ConfigMap Under(string path, ConfigMap written)
    {
        if (sets.Count == 0) return written;
        var relative = sources.RelativePath(path);
        ConfigMap? defaults = null;
        DefaultSet? strongest = null;
        var collection = sources.CollectionOf(path);
        foreach (var set in sets.Where(set => set.IsFor(collection) && set.AppliesTo(relative)))
        {
            var isStronger = set.TakesPrecedenceOver(strongest);
            defaults = defaults is null ? set.Values : isStronger ? YamlMerge.Of(defaults, set.Values) : YamlMerge.Of(set.Values, defaults);
            if (isStronger) strongest = set;
        }

        return defaults is null ? written : YamlMerge.Of(defaults, YamlMerge.WithBoth(defaults, written, "categories"));
    }

    /// <summary>One entry of the setting.</summary>
    private sealed record DefaultSet(string Scope, string Prefix, PathPattern? Pattern, string? Type, ConfigMap Values)
    {
        public bool HasType => Type is not null;

        public static DefaultSet Of(string scope, string? type, ConfigMap values, PostSources sources) => new(
            scope.Trim('/') is { Length: > 0 } && scope.StartsWith('/') ? scope[1..] : scope,
            sources.RelativePath(scope),
            scope.Contains('*') ? PathPattern.Glob(sources.RelativePath(scope)) : null,
            type,
            values);

        public bool IsFor(string? collection) => Type is null || (collection is null ? Type is "posts" or "post" : Type == collection);

        public bool AppliesTo(string path) =>
            Scope.Length == 0 || (Pattern is null ? path.StartsWith(Prefix, StringComparison.Ordinal) : MatchesSomeFolder(path));

        public bool TakesPrecedenceOver(DefaultSet? other)
        {
            if (other is null) return true;
            return Scope.Length != other.Scope.Length ? Scope.Length > other.Scope.Length : HasType || !other.HasType;
        }

        // A glob matches files or folders; the scope includes everything below a folder.
        private bool MatchesSomeFolder(string path)
        {
            if (Pattern!.IsMatch(path)) return true;
            for (var slash = path.IndexOf('/'); slash >= 0; slash = path.IndexOf('/', slash + 1))
            {
                if (Pattern.IsMatch(path[..slash]) || Pattern.IsMatch(path[..(slash + 1)])) return true;
            }

            return false;
        }
    }
}
