using System.Text;
using FeedApi.Model.Text;
using FeedApi.Site;
using FeedApi.Site.Hugo;

namespace FeedApi.Rendering.Shortcodes.Templates.Functions;

/// <summary>Functions of addresses and paths, and the objects that functions give.</summary>
internal static class AddressFunctions
{
    /// <summary>The functions by their names, separated by spaces.</summary>
    public static IReadOnlyDictionary<string, TemplateFunction> All { get; } = new Dictionary<string, TemplateFunction>
    {
        ["relURL relLangURL urls.RelURL urls.RelLangURL"] = (all, context) => Relative(all, context.Site),
        ["absURL absLangURL urls.AbsURL urls.AbsLangURL"] = (all, context) => Absolute(all, context.Site),
        ["urlize urls.URLize"] = (all, context) => Path(all, context.Site.Hugo ?? new HugoSettings()),
        ["anchorize urls.Anchorize"] = (all, _) => Anchor(all.LastText),
        ["querify collections.Querify"] = (all, _) => Query(all),
        ["path.Base"] = (all, _) => GoPath.Base(all.LastText),
        ["path.Clean"] = (all, _) => GoPath.Clean(all.LastText),
        ["path.Dir"] = (all, _) => GoPath.Folder(all.LastText),
        ["path.Ext"] = (all, _) => GoPath.Extension(all.LastText),
        ["path.Join"] = (all, _) => GoPath.Join(
            all.All.SelectMany(part => part as IReadOnlyList<object?> ?? [part]).Select(TemplateValues.TextOf)),
        ["page"] = (_, context) => context.Page,
        ["site"] = (_, context) => context.Page.Site,
    };

    // Go, net/url, Values.Encode: sorted by name, a space is a plus.
    private static string Query(FunctionArguments all)
    {
        var parts = all.All is [IReadOnlyList<object?> list] ? list : all.All;
        if (parts.Count == 0 || parts.Count % 2 != 0) throw all.Wrong();
        var pairs = parts.Select(TemplateValues.TextOf).Chunk(2).OrderBy(pair => pair[0], StringComparer.Ordinal);
        return string.Join('&', pairs.Select(pair => $"{Escaped(pair[0])}={Escaped(pair[1])}"));
    }

    private static string Escaped(string text) => Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal);

    private static string Path(FunctionArguments all, HugoSettings hugo)
    {
        var path = HugoPath.NameOf(all.LastText, hugo);
        if (path.Contains('#')) throw all.Wrong();
        return UriText.EncodePath(path.Contains('%') ? Uri.UnescapeDataString(path) : path);
    }

    private static string Relative(FunctionArguments all, SiteConfig site) =>
        PathOf(all) is var path && (IsAbsolute(path) || path.StartsWith('/')) ? path : $"{site.BaseUrl}/{path}";

    // A leading slash means the root of the host.
    private static string Absolute(FunctionArguments all, SiteConfig site) => PathOf(all) switch
    {
        ['#', ..] => throw all.Wrong(),
        var path when IsAbsolute(path) => path,
        ['/', ..] and var path => site.Url + path,
        var path => $"{site.Url}{site.BaseUrl}/{path}",
    };

    // What Hugo resolves or encodes in a way of its own is not supported.
    private static string PathOf(FunctionArguments all)
    {
        var path = all.LastText;
        var isPlain = IsAbsolute(path)
            || (!path.Contains(' ') && !path.Contains("..", StringComparison.Ordinal) && !path.Contains(':') && path.IndexOf('%') < 0);
        return isPlain ? path : throw all.Wrong();
    }

    private static bool IsAbsolute(string path) =>
        path.StartsWith("//", StringComparison.Ordinal) || path.Contains("://", StringComparison.Ordinal);

    // As the ids of headings on GitHub.
    private static string Anchor(string text)
    {
        var anchor = new StringBuilder(text.Length);
        foreach (var rune in text.Trim().EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || rune.Value is '-' or '_') anchor.Append(Rune.ToLowerInvariant(rune).ToString());
            else if (rune.Value == ' ') anchor.Append('-');
        }

        return anchor.ToString();
    }
}
