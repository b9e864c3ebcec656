using System.Globalization;
using FeedApi.Model;
using FeedApi.Model.Text;

namespace FeedApi.Site.Hugo;

/// <summary>Reads the languages of a Hugo or Zola site. Called by <see cref="HugoConfigReader"/>.</summary>
internal static class HugoLanguageReader
{
    // RFC 5646, section 2.2: the tag of an undetermined language.
    private const string Undetermined = "und";

    /// <summary>All languages, the default one first, the others by weight and key as in Hugo.</summary>
    /// <param name="file">The site's configuration.</param>
    /// <param name="isZola">True for Zola.</param>
    /// <param name="folderOf">The folder of posts by a language's configuration.</param>
    public static IReadOnlyList<HugoLanguage> Read(HugoConfigFile file, bool isZola, Func<HugoConfigFile, string> folderOf)
    {
        var disabled = Texts(file.Find("disableLanguages")).ToHashSet(StringComparer.OrdinalIgnoreCase);
        string[] keys =
        [
            file.DefaultKey,
            .. file.LanguageKeys
                .Where(key => !key.Equals(file.DefaultKey, StringComparison.OrdinalIgnoreCase))
                .OrderBy(key => WeightOf(file.For(key)) is 0 ? int.MaxValue : WeightOf(file.For(key)))
                .ThenBy(key => key, StringComparer.Ordinal),
        ];
        List<HugoLanguage> languages = [];
        foreach (var key in keys)
        {
            var own = file.For(key);
            languages.Add(new HugoLanguage
            {
                Key = isZola ? key : key.ToLowerInvariant(),
                Tag = TagOf(own, key, languages),
                ContentFolder = MountOf(file, key) ?? folderOf(own),
                IsDisabled = languages.Count > 0 && (own.OwnClaim("disabled") || disabled.Contains(key)),
                Title = own.OwnText("title"),
                Description = own.OwnText("description") ?? own.OwnText("params.description"),
                Address = isZola ? null : AddressOf(own),
            });
        }

        return WithPrefixes(languages, isDefaultBelow: !isZola && file.Claims("defaultContentLanguageInSubdir"));
    }

    // Hugo gives prefixes only when there are several languages, and none to the default language unless the site asks for it.
    private static IReadOnlyList<HugoLanguage> WithPrefixes(List<HugoLanguage> languages, bool isDefaultBelow)
    {
        var areSeveral = languages.Count(language => !language.IsDisabled) > 1;
        return
        [
            .. languages.Select((language, index) => language with
            {
                Prefix = areSeveral && (index > 0 || isDefaultBelow) ? "/" + language.Key : "",
                Address = areSeveral ? language.Address : null,
            }),
        ];
    }

    // A languageCode of the whole site is that of the default language only, whatever Hugo writes into the feeds of the others.
    private static string TagOf(HugoConfigFile own, string key, List<HugoLanguage> before)
    {
        var written = (own.OwnText("languageCode") ?? own.OwnText("locale")
            ?? (before.Count == 0 ? own.Text("languageCode") ?? own.Text("locale") : null))?.Replace('_', '-');
        foreach (var tag in new[] { written, key.Replace('_', '-') })
        {
            var isFree = tag is not null && !before.Exists(other => other.Tag.Equals(tag, StringComparison.OrdinalIgnoreCase));
            if (isFree && LanguageTag.IsValid(tag!)) return tag!;
        }

        return Undetermined;
    }

    private static string? AddressOf(HugoConfigFile own) =>
        own.OwnText("baseURL") is { } written && SiteAddress.Split(written) is { } address ? address.Url + address.BaseUrl : null;

    // Hugo, "Module mounts": the folder of a language may be mounted instead of set.
    private static string? MountOf(HugoConfigFile file, string key)
    {
        var mounts = file.Find("module.mounts") is ConfigList list ? list.Items.OfType<ConfigMap>() : [];
        var mount = mounts.FirstOrDefault(mount =>
            TextOf(mount, "target") == "content" && key.Equals(TextOf(mount, "lang"), StringComparison.OrdinalIgnoreCase));
        return mount is null || TextOf(mount, "source") is not { } source ? null : HugoFolders.Inside(source);
    }

    private static string? TextOf(ConfigMap map, string key) => (map.Find(key) as ConfigScalar)?.Text.Trim().TrimEnd('/');

    private static int WeightOf(HugoConfigFile own) =>
        int.TryParse(own.OwnText("weight"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var weight) ? weight : 0;

    private static IEnumerable<string> Texts(ConfigNode? node) => node switch
    {
        ConfigList list => list.Items.OfType<ConfigScalar>().Select(item => item.Text.Trim()),
        ConfigScalar scalar => scalar.Text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries),
        _ => [],
    };
}
