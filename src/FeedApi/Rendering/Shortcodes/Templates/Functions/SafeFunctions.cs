namespace FeedApi.Rendering.Shortcodes.Templates.Functions;

/// <summary>Functions that declare a text safe.</summary>
internal static class SafeFunctions
{
    /// <summary>The functions by their names, separated by spaces.</summary>
    public static IReadOnlyDictionary<string, TemplateFunction> All { get; } = new Dictionary<string, TemplateFunction>
    {
        ["safeHTML safe.HTML"] = (all, _) => new SafeText(SafeTextKind.Html, all.LastText),
        ["safeHTMLAttr safe.HTMLAttr"] = (all, _) => new SafeText(SafeTextKind.Attribute, all.LastText),
        ["safeURL safe.URL"] = (all, _) => new SafeText(SafeTextKind.Address, all.LastText),
        ["safeCSS safe.CSS"] = (all, _) => new SafeText(SafeTextKind.Css, all.LastText),
        ["safeJS safe.JS safe.JSStr"] = (all, _) => new SafeText(SafeTextKind.Script, all.LastText),
    };
}
