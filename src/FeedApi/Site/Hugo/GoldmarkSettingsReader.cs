using System.Collections.Frozen;
using FeedApi.Model;

namespace FeedApi.Site.Hugo;

/// <summary>Reads <see cref="GoldmarkSettings"/> from a Hugo site's configuration.</summary>
internal static class GoldmarkSettingsReader
{
    private const string Goldmark = "markup.goldmark.";

    private static readonly string[] Extensions =
        ["typographer", "linkify", "table", "strikethrough", "taskList", "footnote", "definitionList"];

    /// <summary>The settings; values that are not true or false are as if they were unset.</summary>
    public static GoldmarkSettings Read(HugoConfigFile file) => new()
    {
        ShowsRawHtml = file.Claims(Goldmark + "renderer.unsafe"),
        BreaksLines = file.Claims(Goldmark + "renderer.hardWraps"),
        HasBlockAttributes = file.Claims(Goldmark + "parser.attribute.block"),
        HasEmoji = file.Claims("enableEmoji"),
        DisabledExtensions = Extensions
            .Where(name => IsDisabled(file, name))
            .Select(name => name.ToLowerInvariant())
            .ToFrozenSet(StringComparer.Ordinal),
    };

    // Since Hugo 0.112 some extensions are maps with a key of their own for that.
    private static bool IsDisabled(HugoConfigFile file, string name)
    {
        var extension = Goldmark + "extensions." + name;
        return file.Find(extension) is ConfigMap
            ? file.Claims(extension + ".disable")
            : string.Equals(file.Text(extension), "false", StringComparison.OrdinalIgnoreCase);
    }
}
