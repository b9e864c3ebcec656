using System.Collections.Concurrent;
using FeedApi.Rendering.Shortcodes.Templates;
using FeedApi.Site;
using FeedApi.Site.Files;

namespace FeedApi.Rendering.Shortcodes;

/// <summary>
/// The templates of a Hugo site's own shortcodes, and of its themes'. Thread-safe; a template is read anew when it changes.
/// </summary>
/// <remarks>Hugo, "Shortcode templates": those of the site precede those of a theme, and these the built-in ones.</remarks>
internal sealed class SiteShortcodes(SiteConfig site)
{
    private const int TemplateBytes = 64 * 1024;
    private const int MaxKnown = 4_096;

    private readonly IReadOnlyList<string> folders = site.Hugo is { IsZola: false } hugo ? hugo.ShortcodeFolders : [];
    private readonly ConcurrentDictionary<string, (FileState State, ShortcodeTemplate Template)> known = new(StringComparer.Ordinal);

    /// <summary>The template of a shortcode; null when the site has none of that name.</summary>
    public ShortcodeTemplate? Find(string name)
    {
        foreach (var folder in folders)
        {
            if (At($"{folder}/{name}.html") is { } template) return template;
        }

        return null;
    }

    private ShortcodeTemplate? At(string path)
    {
        if (known.TryGetValue(path, out var entry) && SiteFile.IsUnchanged(site.ContentFolder, path, entry.State)) return entry.Template;
        var state = SiteFile.Look(site.ContentFolder, path);
        if (state.Kind != FileKind.Regular || SiteFile.ReadText(site.ContentFolder, path, TemplateBytes) is not { } text) return null;
        if (known.Count >= MaxKnown) known.Clear();
        var template = ShortcodeTemplate.Parse(text);
        known[path] = (state, template);
        return template;
    }
}

/// <summary>A template that was read.</summary>
/// <param name="Nodes">Its nodes; empty when it is not well formed.</param>
/// <param name="Fault">Why it is not well formed; null when it is.</param>
internal sealed record ShortcodeTemplate(IReadOnlyList<TemplateNode> Nodes, string? Fault)
{
    /// <summary>Reads a template; a fault is part of the result, because it concerns only posts that use it.</summary>
    public static ShortcodeTemplate Parse(string text)
    {
        try
        {
            return new ShortcodeTemplate(TemplateParser.Parse(text), Fault: null);
        }
        catch (TemplateException fault)
        {
            return new ShortcodeTemplate([], fault.Message);
        }
    }
}
