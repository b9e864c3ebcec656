using FeedApi.Content.Files;
using FeedApi.Model;
using FeedApi.Site;
using FeedApi.Site.Addresses;
using FeedApi.Site.Files;

namespace FeedApi.Pages.Files;

/// <summary>Walks through the folders whose files are served, and finds those that are not although somebody may expect it.</summary>
internal sealed class FileSurvey(SiteConfig site, PostFiles posts, PublicFileRules rules)
{
    private const int MaxFiles = 200_000;
    private const int MaxDepth = 32;
    private const int MaxExamples = 10;
    private const int MaxShadowed = 100;

    private readonly FileKeys keys = new(site);

    /// <summary>Looks at every file once; of very many only at the first.</summary>
    public SurveyedFiles Run(CancellationToken cancellationToken)
    {
        SortedDictionary<string, int> kinds = new(StringComparer.Ordinal);
        List<string> examples = [];
        List<Problem> shadowed = [];
        foreach (var path in Starts.SelectMany(Below).Take(MaxFiles))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var verdict = rules.Judge(path);
            if (verdict == FileVerdict.Refused)
            {
                var kind = PublicTypes.ExtensionOf(path[(path.LastIndexOf('/') + 1)..]).ToLowerInvariant();
                kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
                if (kinds[kind] == 1 && examples.Count < MaxExamples) examples.Add(path);
            }
            else if (verdict == FileVerdict.Public && shadowed.Count < MaxShadowed && ProblemOf(path) is { } problem)
            {
                shadowed.Add(problem);
            }
        }

        return new SurveyedFiles(kinds, examples, shadowed);
    }

    /// <summary>Every file that is served unless something hides it, relative to the content folder.</summary>
    public IEnumerable<string> ListPublic() => Starts.SelectMany(Below).Where(path => rules.Judge(path) == FileVerdict.Public);

    private IEnumerable<string> Starts => site.Hugo is { } hugo
        ? [hugo.StaticFolder, .. hugo.Languages?.Folders ?? [hugo.ContentFolder]]
        : [""];

    private Problem? ProblemOf(string path)
    {
        var address = "/" + keys.Published(path);
        if (!ReservedPaths.AreAnswered(address, site.Feeds) || FrontMatterSign.IsIn(Path.Combine(site.ContentFolder, path))) return null;
        return new Problem(
            ProblemCodes.ShadowedFile,
            ProblemSeverity.Warning,
            path,
            null,
            null,
            $"The file's address {address} is one of FeedApi's own, or of a feed; the nearest free address is "
            + $"{ReservedPaths.NearestFree(address, site.Feeds)}.",
            "It is not served.");
    }

    private IEnumerable<string> Below(string start)
    {
        var waiting = new Stack<(string Path, int Depth)>([(start, 0)]);
        while (waiting.TryPop(out var next))
        {
            foreach (var (name, isFolder) in ChildrenOf(next.Path))
            {
                var path = next.Path.Length == 0 ? name : $"{next.Path}/{name}";
                if (!isFolder) yield return path;
                else if (next.Depth < MaxDepth && IsEntered(path, name)) waiting.Push((path, next.Depth + 1));
            }
        }
    }

    private bool IsEntered(string path, string name) =>
        (name[0] is not ('.' or '_') || name == ".well-known" || posts.IsIncluded(path)) && !posts.IsExcluded(path);

    private IEnumerable<(string Name, bool IsFolder)> ChildrenOf(string folder)
    {
        try
        {
            return [.. new DirectoryInfo(Path.Combine(site.ContentFolder, folder)).EnumerateFileSystemInfos()
                .Where(entry => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint))
                .Select(entry => (entry.Name, entry.Attributes.HasFlag(FileAttributes.Directory)))
                .OrderBy(entry => entry.Name, StringComparer.Ordinal)];
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}

/// <summary>What a survey found.</summary>
/// <param name="NotServed">The number of files that are not served because of their kind or name, by extension without its dot.</param>
/// <param name="Examples">Paths of some of them.</param>
/// <param name="Shadowed">The problems of files at whose addresses something else is.</param>
internal sealed record SurveyedFiles(
    IReadOnlyDictionary<string, int> NotServed, IReadOnlyList<string> Examples, IReadOnlyList<Problem> Shadowed);
