using FeedApi.Content.FrontMatter;
using FeedApi.Content.Posts;
using FeedApi.Model;
using FeedApi.Site;
using FeedApi.Site.Files;

namespace FeedApi.Content.Hugo;

/// <summary>The front matter of a page that describes a section or a term: <c>_index.md</c>.</summary>
/// <param name="Map">As written; null when it has none or cannot be read.</param>
/// <param name="Text">The whole file.</param>
/// <param name="Problems">What was found while reading.</param>
/// <param name="Fault">Why it cannot be read; null when it can or has none.</param>
internal sealed record IndexPage(ConfigMap? Map, string Text, ProblemLog Problems, SiteConfigException? Fault)
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "_index.md";

    /// <summary>A pattern of names: a page may be in any format that posts may be in.</summary>
    public const string AnyExtension = "_index.*";

    /// <summary>Reads a page; null when there is no such file or it is too large.</summary>
    /// <param name="site">The site.</param>
    /// <param name="path">Relative to the site's root.</param>
    public static IndexPage? Read(SiteConfig site, string path)
    {
        var file = Path.Combine(site.ContentFolder, path);
        if (RegularFile.Look(file, followsLinks: false) is not { Kind: FileKind.Regular, SizeBytes: <= PostReader.PostBytes }) return null;
        var problems = new ProblemLog(path);
        var text = TextDecoder.Decode(File.ReadAllBytes(file), out _);
        var cut = FrontMatterText.Cut(text);
        var map = cut.Text is null ? null : FrontMatterReader.Read(cut.Text, cut.Syntax, problems);
        var isReadable = map is not null || cut is { Text: null, IsUnclosed: false };
        return new IndexPage(map, text, problems, isReadable ? null : FaultOf(path, problems));
    }

    private static SiteConfigException FaultOf(string path, ProblemLog problems)
    {
        var first = problems.InOrder() is [var problem, ..] ? problem : null;
        return new SiteConfigException(FormattableString.Invariant(
            $"{path}:{first?.Line ?? 1}: {first?.Message ?? "The front matter does not end."}"));
    }
}
