using FeedApi.Site.Files;

namespace FeedApi.Site.Jekyll;

/// <summary>Reads the settings of <c>_config.yml</c> that apply to Jekyll sites only.</summary>
internal static class JekyllSettings
{
    /// <summary>The rules for which files are posts.</summary>
    /// <exception cref="SiteConfigException">A value is wrong.</exception>
    public static PostSources SourcesOf(SiteYaml config) => new(
        IsJekyll: true,
        FolderOf(config, "collections_dir"),
        config.Claim("show_drafts", unset: false),
        config.Find("include") is null ? [".htaccess"] : TextsOf(config, "include"),
        TextsOf(config, "exclude"))
    {
        Markdown = MarkdownOf(config),
        Collections = [.. CollectionFeed.Of(config.Map).Select(collection => collection.Label)],
    };

    /// <summary>The folder of the site's content: <c>source</c>, below the folder of <c>_config.yml</c>.</summary>
    /// <exception cref="SiteConfigException">The folder does not exist or is outside.</exception>
    public static string ContentFolderOf(SiteYaml config, string folder)
    {
        if (FolderOf(config, "source") is not { Length: > 0 } source) return folder;
        var below = Path.Combine(folder, source);
        return config.Text("source")![0] != '/' && RegularFile.FolderExists(below)
            ? below
            : throw config.Wrong("source", "the name of a folder below the content folder");
    }

    private static IReadOnlyList<string> MarkdownOf(SiteYaml config) =>
        config.Text("markdown_ext") is not { } written ? PostSources.UsualMarkdown
        : [.. written.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(extension => "." + extension.TrimStart('.').ToLowerInvariant())];

    private static string FolderOf(SiteYaml config, string key)
    {
        var folder = config.Text(key) ?? "";
        if (folder.StartsWith("./", StringComparison.Ordinal)) folder = folder[2..];
        folder = folder.Trim('/');
        if (folder is "." or "") return "";
        var isInside = !folder.Contains('\\') && folder.Split('/').All(part => part is not ("." or ".."));
        return isInside ? folder : throw config.Wrong(key, "the name of a folder below the content folder");
    }

    /// <summary>The name of the encoding of posts; null for UTF-8.</summary>
    /// <exception cref="SiteConfigException">The encoding is unknown.</exception>
    public static string? EncodingOf(SiteYaml config)
    {
        if (config.Text("encoding") is not { } name
            || name.Replace("-", "", StringComparison.Ordinal).Equals("utf8", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        return TextDecoder.EncodingOf(name) is null
            ? throw config.Wrong("encoding", "the name of an encoding, such as utf-8, gb18030, shift_jis or iso-8859-1")
            : name;
    }

    private static string[] TextsOf(SiteYaml config, string key) => [.. config.Texts(key).Select(text => text.Text)];
}
