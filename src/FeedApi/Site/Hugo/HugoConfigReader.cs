using System.Collections.Frozen;
using System.Globalization;
using FeedApi.Model;
using FeedApi.Site.Files;
using FeedApi.Site.Zola;

namespace FeedApi.Site.Hugo;

/// <summary>
/// Reads the configuration of a Hugo or Zola site and translates it to the keys of <c>_config.yml</c>. Called by
/// <see cref="SiteConfigReader"/>.
/// </summary>
internal static class HugoConfigReader
{
    private const int DefaultSummaryLength = 70;

    private static readonly FrozenDictionary<string, string> OurTaxonomies = new Dictionary<string, string>
    {
        ["category"] = "categories",
        ["tag"] = "tags",
        ["author"] = "authors",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads the site in a folder; null when it is neither a Hugo nor a Zola site.</summary>
    /// <param name="folder">A content folder without <c>_config.yml</c>.</param>
    /// <exception cref="SiteConfigException">The configuration cannot be read or has a wrong value.</exception>
    public static HugoSite? Find(string folder)
    {
        if (HugoConfigFile.In(folder) is not { } file) return null;
        var settings = SettingsOf(file);
        var languages = HugoLanguageReader.Read(file, settings.IsZola, ContentFolderOf);
        if (!languages.Any(language => RegularFile.FolderExists(Path.Combine(folder, language.ContentFolder)))) return null;
        var all = new HugoLanguages(
            languages,
            settings.IsZola,
            language => SettingsOf(file.For(language.Key)) with { ContentFolder = language.ContentFolder, Language = language });
        return new HugoSite(Translate(file), all.SettingsOf(all.Default));
    }

    private static string ContentFolderOf(HugoConfigFile file) => FolderOf(file, "contentDir") ?? "content";

    private static HugoSettings SettingsOf(HugoConfigFile file)
    {
        var isZola = file.Find("base_url") is not null;
        return new HugoSettings
        {
            IsZola = isZola,
            Zola = isZola ? ZolaSettings.Read(file) : new ZolaSettings(),
            ContentFolder = ContentFolderOf(file),
            StaticFolder = FolderOf(file, "staticDir") ?? "static",
            Permalinks = HugoPermalinkRules.Read(file),
            UglyAddresses = HugoUglyAddresses.Read(file),
            KeepsCase = file.Claims("disablePathToLower"),
            RemovesAccents = file.Claims("removePathAccents"),
            Dates = HugoDates.Read(file),
            Cascades = isZola ? [] : HugoCascade.Read(file.Find("cascade")),
            DefaultLanguage = (file.DefaultLanguage as ConfigScalar)?.Text ?? "en",
            HasGitInfo = file.Claims("enableGitInfo"),
            HasCjkLanguage = file.Claims("hasCJKLanguage"),
            SummaryLength = SummaryLengthOf(file),
            Goldmark = isZola ? null : GoldmarkSettingsReader.Read(file),
            Taxonomies = TaxonomiesOf(file),
            FeedFiles = FeedFilesOf(file, isZola),
            ShortcodeFolders = [.. ShortcodeFoldersOf(file)],
            Params = file.Find("params") as ConfigMap,
        };
    }

    // Zola, "Configuration": feed_filenames, before version 0.19 feed_filename. Hugo, "Output formats".
    private static string[] FeedFilesOf(HugoConfigFile file, bool isZola)
    {
        if (!isZola) return [(file.Text("outputFormats.RSS.baseName") ?? "index") + ".xml"];
        var named = file.Find("feed_filenames") is ConfigList list
            ? list.Items.OfType<ConfigScalar>().Select(item => item.Text.Trim())
            : [file.Text("feed_filename") ?? "atom.xml"];
        return [.. named.Where(name => name.Length > 0 && !name.Contains('/')).Union(["atom.xml", "rss.xml"])];
    }

    private static string? FolderOf(HugoConfigFile file, string key)
    {
        if (file.Text(key) is not { } written) return null;
        return HugoFolders.Inside(written) ?? throw file.Wrong(key, file.Find(key)!, "a folder of the site");
    }

    private static int SummaryLengthOf(HugoConfigFile file) =>
        int.TryParse(file.Text("summaryLength"), NumberStyles.None, CultureInfo.InvariantCulture, out var length) && length > 0
            ? length
            : DefaultSummaryLength;

    private static FrozenDictionary<string, string> TaxonomiesOf(HugoConfigFile file)
    {
        IEnumerable<ConfigEntry> all = file.Find("taxonomies") is ConfigMap taxonomies ? taxonomies.Entries : [];
        return all
            .Where(entry => entry.Value is ConfigScalar && OurTaxonomies.ContainsKey(entry.Key))
            .Select(entry => KeyValuePair.Create(((ConfigScalar)entry.Value).Text.ToLowerInvariant(), OurTaxonomies[entry.Key]))
            .Where(pair => pair.Key != pair.Value)
            .ToFrozenDictionary(StringComparer.Ordinal);
    }

    // Hugo 0.146 renamed the folder.
    private static IEnumerable<string> ShortcodeFoldersOf(HugoConfigFile file)
    {
        var themes = file.Find("theme") switch
        {
            ConfigList list => list.Items.OfType<ConfigScalar>().Select(item => item.Text),
            ConfigScalar theme => [theme.Text],
            _ => [],
        };
        var layouts = themes.Select(theme => $"{FolderOf(file, "themesDir") ?? "themes"}/{theme.Trim('/')}/layouts")
            .Prepend(FolderOf(file, "layoutDir") ?? "layouts");
        return layouts.SelectMany(folder => new[] { $"{folder}/_shortcodes", $"{folder}/shortcodes" });
    }

    private static SiteYaml Translate(HugoConfigFile file)
    {
        List<ConfigEntry> entries = [];
        void Add(string key, ConfigNode? value)
        {
            if (value is not null) entries.Add(new ConfigEntry(key, value, value.Line, value.Column));
        }

        Add("title", file.Find("title"));
        Add("description", file.Find("description") ?? file.Find("params.description"));
        Add("timezone", file.Find("timeZone"));
        Add("lang", file.Find("languageCode") ?? file.Find("locale") ?? file.DefaultLanguage ?? DefaultTagOf(file));
        Add("author", file.Find("params.author") ?? file.Find("author") ?? file.Find("extra.author"));
        Add("copyright", file.Find("copyright") ?? file.Find("params.copyright") ?? file.Find("extra.copyright"));
        Add("future", file.Find("buildFuture"));
        Add("feedapi", file.Find("params.feedapi") ?? file.Find("extra.feedapi"));
        AddAddress(file, Add);
        // Both programs use the permalink as the id in their feeds; another id would be a new article to readers.
        Add("guid", Plain("permalink", 1));
        return new SiteYaml(file.Name, new ConfigMap(entries, 1, 1));
    }

    // During development of a Hugo site it may be missing, empty or only a slash.
    private static void AddAddress(HugoConfigFile file, Action<string, ConfigNode?> add)
    {
        if ((file.Find("baseURL") ?? file.Find("base_url")) is not ConfigScalar { Text: not ("" or "/") } written) return;
        var address = SiteAddress.Split(written.Text.Trim());
        add("url", Plain(address?.Url ?? written.Text, written.Line));
        add("baseurl", Plain(address?.BaseUrl ?? "", written.Line));
    }

    private static ConfigScalar? DefaultTagOf(HugoConfigFile file) => file.LanguageKeys.Count == 0 ? null : Plain(file.DefaultKey, 1);

    private static ConfigScalar Plain(string text, int line) => new(text, true, false, line, 1, line);
}

/// <summary>A Hugo or Zola site.</summary>
/// <param name="Config">Its configuration with the keys of <c>_config.yml</c>.</param>
/// <param name="Settings">Its folders and addresses.</param>
internal sealed record HugoSite(SiteYaml Config, HugoSettings Settings);
