using System.Text.RegularExpressions;
using FeedApi.Model;
using FeedApi.Model.Text;
using FeedApi.Site.Settings;

namespace FeedApi.Site.Jekyll;

/// <summary>
/// Gives settings that Jekyll accepts as lists, numbers or <c>false</c>, or addresses in part, the form that they are read in. What stops
/// Jekyll is left for the readers to refuse.
/// </summary>
/// <remarks>Jekyll 4.3.1 and jekyll-feed 0.17, each of these keys with values of each kind.</remarks>
internal static partial class LooseSettings
{
    private static readonly string[] Texts = ["title", "name", "description", "author", "copyright"];
    private static readonly string[] Words = ["url", "baseurl", "lang"];
    private static readonly string[] TextsOfFeed = ["icon", "logo"];
    private static readonly string[] Flags = ["future", "unpublished", "show_drafts"];
    private static readonly string[] FlagsOfFeed = ["excerpt_only", "tags"];
    private static readonly string[] FlagsOfKramdown =
        ["hard_wrap", "auto_ids", "auto_id_stripping", "parse_block_html", "parse_span_html"];
    private static readonly string[] Disabled = ["timezone", "encoding", "excerpt_separator", "feed", "kramdown", "collections_dir"];
    private static readonly string[] DisabledOfFeed = ["path", "posts_limit", "collections", "categories"];

    /// <summary>The settings in the kinds that are read.</summary>
    /// <param name="config">The file as written.</param>
    /// <param name="hasFeedPlugin">True when <c>plugins</c> has jekyll-feed; else a <c>feed</c> of another kind belongs to a theme.</param>
    /// <param name="warnings">Receives what is not used as written.</param>
    public static ConfigMap Of(ConfigMap config, bool hasFeedPlugin, List<SiteWarning> warnings)
    {
        var changes = new Changes(config, "", warnings);
        changes.Apply(Disabled, WithoutFalse);
        changes.Apply(Texts, TextOf);
        changes.Apply(Words, WordOf);
        changes.Apply(["url"], AddressOf);
        changes.Apply(["baseurl"], PathOf);
        changes.Apply(Flags, FlagOf);
        changes.Apply(["defaults"], DefaultsOf);
        changes.Apply(["excerpt_separator"], TextOf);
        changes.Apply(["limit_posts"], LimitedPosts);
        if (!hasFeedPlugin) changes.Apply(["feed"], (node, _) => node is ConfigMap ? node : null);
        changes.Inside("feed", feed =>
        {
            feed.Apply(DisabledOfFeed, WithoutFalse);
            feed.Apply(TextsOfFeed, TextOf);
            feed.Apply(FlagsOfFeed, FlagOf);
            feed.Apply(["posts_limit"], PostsLimitOf);
        });
        changes.Inside("kramdown", kramdown =>
        {
            kramdown.Apply(["input", "toc_levels"], WithoutFalse);
            kramdown.Apply(FlagsOfKramdown, FlagOf);
        });
        return changes.Result;
    }

    private static ConfigNode? WithoutFalse(ConfigNode node, Action<string> warn) =>
        node is ConfigScalar { IsPlain: true, Text: "false" } or ConfigList { Items: [] } ? null : node;

    // Liquid shows the entries of a list one after the other.
    private static ConfigNode? TextOf(ConfigNode node, Action<string> warn)
    {
        if (node is ConfigScalar or ConfigMap { Entries.Count: > 0 }) return node;
        var words = (node as ConfigList)?.Items.OfType<ConfigScalar>().Select(item => item.Text.Trim()).Where(word => word.Length > 0);
        var text = string.Join(", ", words ?? []);
        if (text.Length == 0) return null;
        warn($"is a list; it is read as \"{MessageText.Shorten(text)}\"");
        return new ConfigScalar(text, IsPlain: false, IsQuoted: true, node.Line, node.Column, node.Line);
    }

    private static ConfigNode? WordOf(ConfigNode node, Action<string> warn)
    {
        if (node is not ConfigList && (node is not ConfigScalar text || !(IsNumber(text.Text) || IsTruth(text)))) return node;
        warn($"is {(node is ConfigList ? "a list" : "a number or truth value")}; it is not used");
        return null;
    }

    // Jekyll's links are broken then, and the author's site shows the same file under https.
    private static ConfigNode? AddressOf(ConfigNode node, Action<string> warn)
    {
        if (node is not ConfigScalar text || !HostAlone().IsMatch(text.Text.Trim())) return node;
        var address = "https://" + text.Text.Trim().TrimStart('/');
        warn($"has no scheme; it is read as \"{MessageText.Shorten(address)}\"");
        return text with { Text = address };
    }

    // As Jekyll's relative_url reads it.
    private static ConfigNode? PathOf(ConfigNode node, Action<string> warn)
    {
        if (node is not ConfigScalar text || !PathAlone().IsMatch(text.Text.Trim())) return node;
        warn($"does not begin with a slash; it is read as \"/{MessageText.Shorten(text.Text.Trim())}\"");
        return text with { Text = "/" + text.Text.Trim() };
    }

    [GeneratedRegex(@"^(?://)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?::[0-9]{1,5})?(?:/[^\s?#]*)?$", RegexOptions.IgnoreCase)]
    private static partial Regex HostAlone();

    [GeneratedRegex(@"^[\w-][\w./-]*$")]
    private static partial Regex PathAlone();

    private static bool IsTruth(ConfigScalar text) => text is { IsPlain: true, Text: "true" or "false" };

    // To Ruby every value but false and nil is true, and so is 0, which nobody writes to say so.
    private static ConfigNode? FlagOf(ConfigNode node, Action<string> warn)
    {
        if (node is ConfigMap || (node is ConfigScalar other && !IsNumber(other.Text))) return node;
        var isTrue = (node as ConfigScalar)?.Text.Trim() is not "0";
        warn($"is {(node is ConfigList ? "a list" : "a number")}; it is read as {(isTrue ? "true" : "false")}");
        return new ConfigScalar(isTrue ? "true" : "false", IsPlain: true, IsQuoted: false, node.Line, node.Column, node.Line);
    }

    private static ConfigNode? DefaultsOf(ConfigNode node, Action<string> warn)
    {
        if (node is not ConfigList list)
        {
            warn($"is {(node is ConfigMap ? "a mapping" : "no list")}; it must be a list, so it has no effect, as in Jekyll");
            return null;
        }

        var sets = list.Items.OfType<ConfigMap>().ToArray();
        if (sets.Length < list.Items.Count) warn("has entries that are no mappings; they are not used");
        ConfigMap[] used = [.. sets.Where(set => set.Find("values") is null or ConfigMap && !HasPathOfOtherKind(set))];
        if (used.Length < sets.Length) warn("has sets whose values are no mapping, or whose path is no text; they are not used");
        return new ConfigList([.. used], node.Line, node.Column);
    }

    private static bool HasPathOfOtherKind(ConfigMap set) =>
        set.Find("scope") is ConfigMap scope && scope.Find("path") is not (null or ConfigScalar);

    private static ConfigNode? LimitedPosts(ConfigNode node, Action<string> warn) =>
        node is ConfigScalar text && IsNumber(text.Text) && text.Text.IndexOf('.', StringComparison.Ordinal) is > 0 and var point
            ? text with { Text = text.Text[..point] }
            : node;

    private static ConfigNode? PostsLimitOf(ConfigNode node, Action<string> warn)
    {
        if (node is not ConfigScalar text || !long.TryParse(text.Text.Trim(), out var limit)) return node;
        if (limit is >= 1 and <= FeedSettingsReader.MaxPosts) return node;
        if (limit < 1)
        {
            warn($"is {limit}; the default is used");
            return null;
        }

        warn($"is {limit}; a feed has at most {FeedSettingsReader.MaxPosts} articles, and its archives have the others");
        return text with { Text = $"{FeedSettingsReader.MaxPosts}" };
    }

    private static bool IsNumber(string text) =>
        double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out _);

    /// <summary>A mapping whose values are replaced one by one.</summary>
    private sealed class Changes(ConfigMap map, string prefix, List<SiteWarning> warnings)
    {
        private readonly List<ConfigEntry> entries = [.. map.Entries];

        public ConfigMap Result => map with { Entries = entries };

        public void Apply(IEnumerable<string> keys, Func<ConfigNode, Action<string>, ConfigNode?> change)
        {
            foreach (var key in keys)
            {
                var at = entries.FindIndex(entry => entry.Key == key);
                if (at < 0 || entries[at].Value.IsUnset) continue;
                var line = entries[at].Line;
                var changed = change(entries[at].Value, message => warnings.Add(new SiteWarning(line, prefix + key, message)));
                if (changed is null) entries.RemoveAt(at);
                else entries[at] = entries[at] with { Value = changed };
            }
        }

        public void Inside(string key, Action<Changes> change)
        {
            var at = entries.FindIndex(entry => entry.Key == key);
            if (at < 0 || entries[at].Value is not ConfigMap inner) return;
            var changes = new Changes(inner, $"{prefix}{key}.", warnings);
            change(changes);
            entries[at] = entries[at] with { Value = changes.Result };
        }
    }
}
