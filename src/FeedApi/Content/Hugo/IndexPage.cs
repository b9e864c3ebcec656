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

    /// <summary>The beginning of its name: a page may be in any format that posts may be in.</summary>
    public const string AnyExtension = "_index.";

    /// <summary>Reads a page; null when there is no such file or it is too large.</summary>
    /// <param name="site">The site.</param>
    /// <param name="path">Relative to the site's root.</param>
    /// <exception cref="UnreadableException">The file cannot be read.</exception>
    public static IndexPage? Read(SiteConfig site, string path)
    {
        if (BytesOf(site, path) is not { } bytes) return null;
        var problems = new ProblemLog(path);
        var text = TextDecoder.Decode(bytes, out _);
        var cut = FrontMatterText.Cut(text);
        var map = cut.Text is null ? null : FrontMatterReader.Read(cut.Text, cut.Syntax, problems);
        var isReadable = map is not null || cut is { Text: null, IsUnclosed: false };
        return new IndexPage(map, text, problems, isReadable ? null : FaultOf(path, problems));
    }

    /// <summary>The bytes of a page; null when there is no such file or it is too large.</summary>
    /// <exception cref="UnreadableException">The file cannot be read.</exception>
    public static byte[]? BytesOf(SiteConfig site, string path)
    {
        var file = Path.Combine(site.ContentFolder, path);
        var state = RegularFile.Look(file, followsLinks: false);
        if (state.Kind == FileKind.Unreadable) throw new UnreadableException(file, state.Error);
        if (state is not { Kind: FileKind.Regular, SizeBytes: <= PostReader.PostBytes }) return null;
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // One that was deleted meanwhile is a fault too: the next look finds it gone.
            throw new UnreadableException(file, FileError.Of(failure));
        }
    }

    private static SiteConfigException FaultOf(string path, ProblemLog problems)
    {
        var first = problems.InOrder() is [var problem, ..] ? problem : null;
        return new SiteConfigException(FormattableString.Invariant(
            $"{path}:{first?.Line ?? 1}: {first?.Message ?? "The front matter does not end."}"));
    }
}
