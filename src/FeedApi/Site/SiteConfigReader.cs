using System.Text;
using FeedApi.Model;
using FeedApi.Model.Text;
using FeedApi.Site.Files;
using FeedApi.Site.Hugo;
using FeedApi.Site.Jekyll;
using FeedApi.Site.Settings;

namespace FeedApi.Site;

/// <summary>
/// Reads <c>_config.yml</c> and <c>_data/</c> of a content folder into a validated <see cref="SiteConfig"/>, with an empty fingerprint.
/// </summary>
internal static class SiteConfigReader
{
    private const string File = "_config.yml";

    /// <summary>Reads the site.</summary>
    /// <param name="contentFolder">The content folder.</param>
    /// <param name="siteUrlOverride"><c>scheme://host[/base]</c> in place of <c>url</c> and <c>baseurl</c>; null or empty: none.</param>
    /// <param name="provisionalUrl">The address of a site that states none; null: such a site is refused.</param>
    /// <exception cref="SiteConfigException">A value is wrong; the message is one line.</exception>
    /// <exception cref="UnreadableException">A file cannot be read.</exception>
    public static SiteConfig Read(string contentFolder, string? siteUrlOverride, string? provisionalUrl)
    {
        ArgumentNullException.ThrowIfNull(contentFolder);
        var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(contentFolder));
        if (!RegularFile.FolderExists(folder)) throw new SiteConfigException($"The content folder {folder} does not exist");
        // A site with a _config.yml is Jekyll's, even beside a Hugo configuration.
        var hugo = RegularFile.Exists(Path.Combine(folder, File)) || RegularFile.FolderExists(Path.Combine(folder, "_posts"))
            ? null
            : HugoConfigReader.Find(folder);
        var written = hugo?.Config ?? SiteYaml.Load(folder, File);
        List<SiteWarning> warnings = [];
        var hasFeedPlugin = written.Words("plugins").Contains(FeedSettingsReader.Plugin);
        var config = hugo is null ? written.With(LooseSettings.Of(written.Map, hasFeedPlugin, warnings)) : written;
        var own = config.Section("feedapi") ?? new SiteYaml(File, new ConfigMap([], 1, 1), "feedapi.");
        own.Allow(SiteKeys.Own);
        var site = Build(folder, config, own, SiteAddress.Of(config, siteUrlOverride, provisionalUrl));
        // In Hugo and Zola a text under "tags" is one tag.
        return site with
        {
            Hugo = hugo?.Settings,
            // Zola has no future: it renders pages of any date.
            ShowsFuture = config.Claim("future", unset: hugo?.Settings.IsZola == true),
            SplitsCategories = hugo is null ? site.SplitsCategories : own.Claim("split_categories", unset: false),
            HasCjkEmphasis = own.Claim("cjk_emphasis", unset: hugo is null),
            HasProvisionalUrl = config.Text("url") is null && string.IsNullOrWhiteSpace(siteUrlOverride),
            Settings = written.Map,
            Remarks = written.Remarks,
            Warnings = warnings,
        };
    }

    private static SiteConfig Build(string folder, SiteYaml config, SiteYaml own, SiteAddress address)
    {
        var title = config.Text("title") ?? config.Text("name") ?? Path.GetFileName(folder);
        var isJekyll = IsJekyllOf(folder, own);
        if (isJekyll) folder = JekyllSettings.ContentFolderOf(config, folder);
        var authors = DataFiles.Authors(folder);
        var sources = isJekyll ? JekyllSettings.SourcesOf(config) : PostSources.All;
        return new SiteConfig
        {
            ContentFolder = folder,
            Title = title,
            Description = config.Text("description") ?? title,
            Url = address.Url,
            BaseUrl = address.BaseUrl,
            PublicUrl = PublicUrlOf(own, address),
            TimeZone = TimeZoneOf(config),
            Language = LanguageOf(config),
            Author = AuthorOf(config, authors),
            Permalink = PermalinkSetting.Of(config, isJekyll),
            IsJekyll = isJekyll,
            Kramdown = isJekyll ? KramdownSettingsReader.Read(config) : null,
            Sources = sources,
            Defaults = FrontMatterDefaults.Read(config, sources),
            HasLocalDates = own.Claim("local_dates", unset: !isJekyll),
            LimitPosts = isJekyll && config.Number("limit_posts", 0, int.MaxValue) is > 0 and var limit ? limit : null,
            ShowsUnpublished = isJekyll && config.Claim("unpublished", unset: false),
            Encoding = isJekyll ? JekyllSettings.EncodingOf(config) : null,
            ShowsFuture = config.Claim("future", unset: false),
            ExcerptSeparator = config.Find("excerpt_separator") is ConfigScalar { Text: "" } ? "" : config.Verbatim("excerpt_separator"),
            SplitsCategories = own.Claim("split_categories", unset: true),
            CategoryNames = CategoryNamesOf(own),
            Trust = own.Choice("trust", "untrusted", "author") == "author" ? TrustLevel.Author : TrustLevel.Untrusted,
            Strip = StripRulesReader.Read(own),
            AiSources = AiSourcesReader.Read(own),
            Fields = FieldsReader.Read(own),
            FindsCopies = own.Claim("dedupe", unset: false),
            GuidStyle = GuidStyleOf(config, own),
            GuidHost = GuidHostOf(own, address),
            GuidNormalization = own.Choice("guid_normalization", "nfc", "nfkc") == "nfkc"
                ? NormalizationForm.FormKC
                : NormalizationForm.FormC,
            Limits = FeedLimits.Read(own.Section("feed")),
            PublicFiles = new PublicFiles(own.Words("public_files")),
            Feeds = FeedSettingsReader.Read(config, own),
            Rights = own.Text("rights") ?? config.Text("copyright"),
            Icon = own.Address("icon") ?? FeedSettingsReader.ImageOf(config, "icon", address),
            Logo = own.Address("logo") ?? FeedSettingsReader.ImageOf(config, "logo", address),
            Podcast = PodcastSettingsReader.Read(own),
            Categories = WithCollections(DataFiles.Categories(folder), sources),
            Authors = authors,
            Fingerprint = "",
        };
    }

    // A collection without documents has feeds too.
    private static IReadOnlyDictionary<string, CategoryEntry> WithCollections(
        IReadOnlyDictionary<string, CategoryEntry> listed, PostSources sources)
    {
        if (sources.Collections.Count == 0) return listed;
        var all = new Dictionary<string, CategoryEntry>(listed, StringComparer.Ordinal);
        foreach (var label in sources.Collections)
            all.TryAdd(Slug.KeyOf(label), new CategoryEntry(Slug.From(label), char.ToUpperInvariant(label[0]) + label[1..], null, null));
        return all;
    }

    private static string PublicUrlOf(SiteYaml own, SiteAddress address)
    {
        if (own.Text("public_url") is not { } written) return address.Url + address.BaseUrl;
        return SiteAddress.Split(written) is { } found ? found.Url + found.BaseUrl
            : throw own.Wrong("public_url", "an absolute http or https address without query, such as https://feeds.example.org");
    }

    private static bool IsJekyllOf(string folder, SiteYaml own) => own.Choice("jekyll", "true", "false", "auto") switch
    {
        "true" => true,
        "false" => false,
        _ => RegularFile.Exists(Path.Combine(folder, File)) || RegularFile.FolderExists(Path.Combine(folder, "_posts")),
    };

    private static TimeZoneInfo TimeZoneOf(SiteYaml config)
    {
        if (config.Text("timezone") is not { } name) return TimeZoneInfo.Utc;
        if (TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.HasIanaId) return zone;
        if (TimeZoneInfo.TryFindSystemTimeZoneById("Europe/Berlin", out _))
        {
            var hint = Spelling.Hint(name, TimeZoneInfo.GetSystemTimeZones().Select(known => known.Id));
            throw config.Wrong("timezone", "an IANA name such as Europe/Berlin or Asia/Shanghai" + hint);
        }

        throw new SiteConfigException($"timezone is {name}, but this machine has no data of time zones; install tzdata");
    }

    private static string LanguageOf(SiteYaml config)
    {
        if (config.Text("lang")?.Replace('_', '-') is not { } tag) return "en";
        return LanguageTag.IsValid(tag) ? tag : throw config.Wrong("lang", "a language tag such as en or zh-CN");
    }

    private static PostAuthor? AuthorOf(SiteYaml config, IReadOnlyDictionary<string, PostAuthor> known)
    {
        if (config.Find("author") is ConfigMap)
        {
            var author = DataFiles.AuthorOf(config.Section("author")!, "");
            return author.Name.Length > 0 ? author : null;
        }

        if (config.Text("author") is not { } name) return null;
        return known.TryGetValue(name, out var listed) ? listed : new PostAuthor(name, name);
    }

    private static CategoryNameRule? CategoryNamesOf(SiteYaml own)
    {
        if (own.Section("category_names") is not { } rule) return null;
        rule.Allow("from", "strip_suffix");
        return rule.Choice("from", "tags") is null
            ? throw new SiteConfigException($"{File}: feedapi.category_names.from is missing; it must be tags")
            : new CategoryNameRule(rule.Text("strip_suffix"));
    }

    private static GuidStyle GuidStyleOf(SiteYaml config, SiteYaml own)
    {
        string[] styles = ["tag", "jekyll", "permalink"];
        var style = own.Choice("guid", styles) ?? config.Choice("guid", styles);
        if (style == "permalink") return GuidStyle.Permalink;
        var isJekyll = style is null ? config.Words("plugins").Contains("jekyll-feed") : style == "jekyll";
        return isJekyll ? GuidStyle.Jekyll : GuidStyle.Tag;
    }

    private static string GuidHostOf(SiteYaml own, SiteAddress address)
    {
        if (own.Text("guid_host") is not { } written) return new Uri(address.Url).IdnHost.ToLowerInvariant();
        return Uri.CheckHostName(written) == UriHostNameType.Dns ? new Uri("http://" + written).IdnHost.ToLowerInvariant()
            : throw own.Wrong("guid_host", "a host name such as example.org");
    }
}
