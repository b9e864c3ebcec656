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
        ["relURL relLangURL urls.RelURL urls.RelLangURL"] = (all, context) => Relative(all.LastText, context.Site),
        ["absURL absLangURL urls.AbsURL urls.AbsLangURL"] = (all, context) => Absolute(all.LastText, context.Site),
        ["urlize urls.URLize"] = (all, context) => Path(all.LastText, context.Site.Hugo ?? new HugoSettings()),
        ["anchorize urls.Anchorize"] = (all, _) => Anchor(all.LastText),
        ["path.Base"] = (all, _) => all.LastText.TrimEnd('/')[(all.LastText.TrimEnd('/').LastIndexOf('/') + 1)..],
        ["path.Ext"] = (all, _) => System.IO.Path.GetExtension(all.LastText),
        ["path.Join"] = (all, _) => string.Join('/', all.All.Select(part => TemplateValues.TextOf(part).Trim('/'))),
        ["page"] = (_, context) => context.Page,
        ["site"] = (_, context) => context.Page.Site,
    };

    private static string Path(string text, HugoSettings hugo) =>
        UriText.EncodePath(HugoPath.Sanitize(text, hugo));

    private static string Relative(string path, SiteConfig site) =>
        IsAbsolute(path) || path.StartsWith('/') ? path : $"{site.BaseUrl}/{path}";

    // A leading slash means the root of the host.
    private static string Absolute(string path, SiteConfig site) =>
        IsAbsolute(path) ? path : path.StartsWith('/') ? site.Url + path : $"{site.Url}{site.BaseUrl}/{path}";

    private static bool IsAbsolute(string path) =>
        path.StartsWith("//", StringComparison.Ordinal) || path.Contains("://", StringComparison.Ordinal)
        || path.StartsWith("mailto:", StringComparison.Ordinal) || path.StartsWith('#');

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
