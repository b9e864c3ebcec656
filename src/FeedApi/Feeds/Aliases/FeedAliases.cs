using System.Text.RegularExpressions;
using FeedApi.Feeds.Hugo;
using FeedApi.Model;
using FeedApi.Model.Text;
using FeedApi.Site;
using FeedApi.Site.Addresses;
using FeedApi.Site.Settings;

namespace FeedApi.Feeds.Aliases;

/// <summary>The addresses under which other programs publish feeds, as a table in which the first match is used.</summary>
/// <remarks>FeedApi's own addresses take precedence over the table; articles and files of the site come after it.</remarks>
internal static partial class FeedAliases
{
    private const string AnySlug = "{" + FeedAliasAddress.SlugParameter + "}";

    // jekyll-feed's own default of feed.posts_limit.
    private const int JekyllPostsLimit = 10;

    private static readonly TermKind[] Kinds = Enum.GetValues<TermKind>();

    /// <summary>The table: the aliases configured by the site, then those of every site.</summary>
    /// <exception cref="SiteConfigException">An entry of <c>feedapi.feed_aliases</c> is wrong.</exception>
    internal static IReadOnlyList<FeedAlias> Of(SiteConfig site) =>
    [
        .. site.Feeds.Aliases.Select(alias => Chosen(alias.Key, alias.Value)),
        .. JekyllFeed(site.Feeds).Select(alias => alias with { Limit = JekyllLimitOf(site.Feeds) }),
        .. HugoFeedAliases.Of(site),
        .. FeedAliasAddresses.All.Select(address => HugoFeedAliases.InDefaultLanguage(OfAddress(address), site)),
    ];

    private static FeedAlias OfAddress(FeedAliasAddress address) => new(
        address.Pattern, address.Kind, address.Kind is null ? "" : null, address.Format)
    {
        QueryOf = address.Pattern switch
        {
            var days when days.Contains("{" + FeedAliasAddress.YearParameter, StringComparison.Ordinal) => FeedAliasDays.QueryOf,
            var words when words.Contains("{" + FeedAliasAddress.WordsParameter, StringComparison.Ordinal) => FeedAliasSearch.QueryOf,
            _ => null,
        },
    };

    private static IEnumerable<FeedAlias> JekyllFeed(FeedSettings settings)
    {
        foreach (var collection in settings.Collections)
        {
            yield return new FeedAlias(Literal(collection.Path), TermKind.Category, collection.Label, FeedFormat.Atom);
            yield return OfTerms($"{Literal(collection.Folder)}{AnySlug}.xml", TermKind.Category, FeedFormat.Atom) with
            {
                QueryOf = request => CollectionFilters.Within(request, collection),
            };
        }

        foreach (var alias in OfPosts(settings))
        {
            yield return settings.Collections.Count == 0
                ? alias
                : alias with { QueryOf = request => CollectionFilters.Outside(request, settings) };
        }
    }

    private static IEnumerable<FeedAlias> OfPosts(FeedSettings settings)
    {
        if (settings.Path is { } path) yield return OfSite(Literal(path), FeedFormat.Atom);
        if (settings.Tags is { } tags)
            yield return OfTerms($"{Literal(tags.Path)}{AnySlug}.xml", TermKind.Tag, FeedFormat.Atom) with { Tags = tags };
        if (settings.IsJekyll) yield return OfSite("/feed.xml", FeedFormat.Atom);
        if (settings.IsJekyll) yield return OfTerms(FeedAliasAddresses.JekyllCategory, TermKind.Category, FeedFormat.Atom);
    }

    private static int? JekyllLimitOf(FeedSettings settings) => settings is { IsJekyll: true, PostsLimit: null } ? JekyllPostsLimit : null;

    private static FeedAlias Chosen(string path, FeedAliasSetting setting)
    {
        if (ReservedPaths.IsOwn(path)) throw FeedAliasFault.At(setting.Line, setting.Written, "is an address that FeedApi itself uses");
        if (Target().Match(setting.Target) is not { Success: true } target)
        {
            throw FeedAliasFault.At(
                setting.Line,
                setting.Written,
                $"points to \"{MessageText.Shorten(setting.Target)}\"; "
                    + "it must point to a feed of FeedApi such as /feed.atom or /categories/news/feed.rss");
        }

        var format = FeedFormat.All.FirstOrDefault(format => format.Name == target.Groups["format"].Value);
        var slug = Uri.UnescapeDataString(target.Groups["slug"].Value);
        return slug.Length == 0 ? new FeedAlias(Literal(path), null, "", format)
            : new FeedAlias(Literal(path), Kinds.Single(kind => SiteLinks.Collection(kind) == target.Groups["kind"].Value), slug, format);
    }

    private static FeedAlias OfSite(string pattern, FeedFormat format) => new(pattern, null, "", format);

    private static FeedAlias OfTerms(string pattern, TermKind kind, FeedFormat format) => new(pattern, kind, null, format);

    private static string Literal(string path) =>
        path.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);

    [GeneratedRegex(
        @"^/((?<kind>categories|tags|authors)/(?<slug>[^/?#]+)/)?feed(\.(?<format>rss|atom|json))?\z")]
    private static partial Regex Target();
}
