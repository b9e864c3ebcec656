using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FeedApi.Kramdown;
using FeedApi.Model;
using FeedApi.Site.Files;
using FeedApi.Site.Hugo;
using FeedApi.Site.Settings;

namespace FeedApi.Site;

/// <summary>
/// Computes <see cref="SiteConfig.Fingerprint"/>: equal if and only if all settings that affect articles or feeds are equal.
/// </summary>
internal static class SiteFingerprint
{
    /// <summary>The fingerprint, in lower-case hex.</summary>
    public static string Of(SiteConfig site)
    {
        var text = new StringBuilder();
        Append(text, site.Title, site.Description, site.Url, site.BaseUrl, site.PublicUrl, site.TimeZone.Id, site.Language);
        Append(text, site.Author);
        Append(
            text,
            site.Permalink,
            site.IsJekyll ? "jekyll" : "",
            site.ShowsFuture ? "future" : "",
            site.ExcerptSeparator,
            site.SplitsCategories ? "split" : "");
        Append(text, site.HasLocalDates ? "local" : "", site.ShowsUnpublished ? "unpublished" : "", site.Encoding, site.Defaults.Key);
        Append(
            text,
            [
                site.Sources.CollectionsFolder, site.Sources.ShowsDrafts ? "drafts" : "",
                .. site.Sources.Include, "/", .. site.Sources.Exclude, "/"
            ]);
        Append(
            text,
            site.CategoryNames is null ? null : "tags",
            site.CategoryNames?.StripSuffix,
            site.Trust.ToString(),
            site.GuidStyle.ToString(),
            site.GuidNormalization.ToString(),
            site.GuidHost);
        text.Append(CultureInfo.InvariantCulture, $"{site.Limits};");
        Append(text, site.Feeds);
        Append(text, [.. site.Strip.Selectors, "/", .. site.Strip.Texts, "/"]);
        Append(text, site.HasCjkEmphasis ? "cjk" : "");
        foreach (var (key, ai) in site.AiSources.OrderBy(each => each.Key, StringComparer.Ordinal))
            Append(text, key, ai.Kind.ToString(), ai.Tool);
        foreach (var (key, type) in site.Fields.OrderBy(each => each.Key, StringComparer.Ordinal)) Append(text, key, type.ToString());
        Append(text, site.FindsCopies ? "dedupe" : "", site.Rights, site.Icon, site.Logo);
        Append(text, site.Hugo);
        Append(text, site.Podcast);
        Append(text, site.Kramdown);
        foreach (var (key, entry) in site.Categories.OrderBy(each => each.Key, StringComparer.Ordinal))
            Append(text, key, entry.Slug, entry.Name, entry.Description, entry.Image);
        text.Append('/');
        foreach (var (key, author) in site.Authors.OrderBy(each => each.Key, StringComparer.Ordinal))
        {
            Append(text, key);
            Append(text, author);
        }

        if (site.IsJekyll) AppendTemplateValues(text, site);
        foreach (var folder in site.Hugo?.ShortcodeFolders ?? []) Append(text, SiteFolderFiles.HashOf(site.ContentFolder, folder));
        return HashOf(text);
    }

    /// <summary>
    /// Equal if and only if everything is equal that was read from the settings, whatever it affects; in lower-case hex. Reads no file.
    /// </summary>
    public static string OfEverything(SiteConfig site)
    {
        var text = new StringBuilder();
        Append(text, site.Fingerprint, site.ContentFolder);
        if (site.Settings is { } settings) Append(text, settings);
        return HashOf(text);
    }

    private static string HashOf(StringBuilder text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));

    // Liquid in a post may output any setting and any data file, and include any file of _includes.
    private static void AppendTemplateValues(StringBuilder text, SiteConfig site)
    {
        if (site.Settings is { } settings) Append(text, settings);
        foreach (var (setting, folder) in new[] { ("data_dir", "_data"), ("includes_dir", "_includes") })
            Append(text, SiteFolderFiles.HashOf(site.ContentFolder, site.FolderOf(setting, folder)));
    }

    private static void Append(StringBuilder text, ConfigNode node)
    {
        if (node is ConfigScalar scalar) Append(text, scalar.IsPlain ? "plain" : "text", scalar.Text);
        foreach (var item in (node as ConfigList)?.Items ?? []) Append(text, item);
        foreach (var entry in (node as ConfigMap)?.Entries ?? [])
        {
            Append(text, entry.Key);
            Append(text, entry.Value);
        }

        text.Append('/');
    }

    // Paths of feeds affect articles, because no article may have one as its permalink.
    private static void Append(StringBuilder text, FeedSettings feeds)
    {
        Append(text, feeds.IsJekyll ? "jekyll" : "", feeds.Path, feeds.Tags?.Path, feeds.IsExcerptOnly ? "excerpts" : "");
        Append(text, feeds.PostsLimit?.ToString(CultureInfo.InvariantCulture));
        foreach (var path in feeds.Aliases.Keys.Order(StringComparer.Ordinal)) Append(text, path);
        text.Append('/');
    }

    private static void Append(StringBuilder text, PostAuthor? author) =>
        Append(text, author?.Name, author?.Key, author?.Url, author?.Email);

    private static void Append(StringBuilder text, PodcastSettings podcast)
    {
        Append(text, podcast.Guid, podcast.IsExplicit ? "explicit" : "", podcast.Image, podcast.OwnerName, podcast.OwnerEmail);
        Append(text, podcast.Author, podcast.Type, podcast.IsLocked?.ToString());
        Append(text, podcast.Funding?.Url, podcast.Funding?.Text, podcast.Medium, podcast.Location);
        Append(text, [.. podcast.Categories]);
        text.Append('/');
    }

    private static void Append(StringBuilder text, HugoSettings? hugo)
    {
        Append(
            text,
            hugo?.ContentFolder,
            hugo?.StaticFolder,
            hugo?.IsZola.ToString(),
            hugo?.UglyAddresses.Key,
            hugo?.KeepsCase.ToString(),
            hugo?.RemovesAccents.ToString(),
            hugo?.Zola.ToString());
        if (hugo is null) return;
        Append(text, [.. hugo.DraftFolders, "/"]);
        if (hugo.Params is { } parameters) Append(text, parameters);
        Append(text, hugo.Permalinks.Key, hugo.Dates.Key, hugo.Sections.Key, hugo.DefaultLanguage);
        text.Append(CultureInfo.InvariantCulture, $"{hugo.HasCjkLanguage} {hugo.SummaryLength};");
        foreach (var (path, date) in hugo.CommitDates.OrderBy(each => each.Key, StringComparer.Ordinal)) Append(text, path, date);
        Append(text, hugo.Goldmark);
        foreach (var (key, value) in hugo.Taxonomies.OrderBy(each => each.Key, StringComparer.Ordinal)) Append(text, key, value);
        text.Append('/');
        foreach (var section in hugo.SectionIndexes.Values.OrderBy(each => each.Folder, StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"{section};");
        Append(text, [.. hugo.FeedFiles, "/"]);
        if (hugo.Languages is { All.Count: > 1 } languages && hugo.Language == languages.Default) AppendLanguages(text, languages);
    }

    private static void AppendLanguages(StringBuilder text, HugoLanguages languages)
    {
        foreach (var language in languages.All)
        {
            Append(text, language.Key, language.Tag, language.Prefix, language.IsDisabled ? "disabled" : "", language.Address);
            Append(text, language.Title, language.Description);
            if (language != languages.Default) Append(text, languages.SettingsOf(language));
        }

        text.Append('/');
    }

    private static void Append(StringBuilder text, GoldmarkSettings? goldmark)
    {
        if (goldmark is null) return;
        Append(
            text,
            goldmark.ShowsRawHtml ? "html" : "",
            goldmark.BreaksLines ? "lines" : "",
            goldmark.HasBlockAttributes ? "attributes" : "",
            goldmark.HasEmoji ? "emoji" : "");
        foreach (var extension in goldmark.DisabledExtensions.Order(StringComparer.Ordinal)) Append(text, extension);
        text.Append('/');
    }

    private static void Append(StringBuilder text, KramdownOptions? kramdown)
    {
        if (kramdown is null) return;
        text.Append(
            CultureInfo.InvariantCulture, $"{kramdown with { TocLevels = [], TypographicSymbols = new Dictionary<string, string>() }};");
        foreach (var level in kramdown.TocLevels) text.Append(CultureInfo.InvariantCulture, $"{level},");
        foreach (var (name, symbol) in kramdown.TypographicSymbols.OrderBy(each => each.Key, StringComparer.Ordinal))
            Append(text, name, symbol);
        text.Append('/');
    }

    // Each value is preceded by its length, so that different lists of values never give the same text.
    private static void Append(StringBuilder text, params ReadOnlySpan<string?> values)
    {
        foreach (var value in values) text.Append(CultureInfo.InvariantCulture, $"{value?.Length ?? -1}:{value};");
    }
}
