using System.Text.Json.Nodes;
using FeedApi.Feeds.Entries;
using FeedApi.Model.Text;
using FeedApi.Rendering.Media;
using FeedApi.Site.Addresses;

namespace FeedApi.Feeds.Podcasts;

/// <summary>
/// Reads an article with audio as an episode of a podcast: <c>episode</c>, <c>season</c>, <c>episode_type</c>, <c>explicit</c>,
/// <c>transcript</c>, <c>chapters</c>.
/// </summary>
internal sealed class Episodes(SiteLinks links)
{
    private const string ChaptersType = "application/json+chapters";
    private static readonly string[] Types = ["full", "trailer", "bonus"];

    /// <summary>The episode; null when there is no audio.</summary>
    internal EntryEpisode? Of(JsonObject? meta, IReadOnlyList<EntryEnclosure> enclosures)
    {
        if (enclosures.FirstOrDefault(each => each.IsAudio) is not { } audio) return null;
        return new EntryEpisode
        {
            DurationSeconds = audio.DurationSeconds,
            Number = ArticleMeta.Count(meta, "episode"),
            Season = ArticleMeta.Count(meta, "season"),
            Type = ArticleMeta.Text(meta, "episode_type")?.ToLowerInvariant() is { } type && Types.Contains(type) ? type : null,
            IsExplicit = ArticleMeta.Claim(meta, "explicit"),
            Transcripts = [.. ArticleMeta.Entries(meta, "transcript").Select(each => FileOf(each, MediaTypes.Of)).OfType<EntryFile>()],
            Chapters = ArticleMeta.Entries(meta, "chapters")
                .Select(each => FileOf(each, _ => ChaptersType))
                .OfType<EntryFile>()
                .FirstOrDefault(),
        };
    }

    // An address, or an object with url, type and language. The namespace requires https and a type; other files are left out.
    private EntryFile? FileOf(JsonNode node, Func<Uri, string?> typeOf)
    {
        var file = node as JsonObject ?? new JsonObject { ["url"] = node.DeepClone() };
        if (ArticleMeta.Text(file, "url") is not { } written || WebAddress.Parse(links.FromRoot(written)) is not { } url) return null;
        var type = ArticleMeta.Text(file, "type") is { } stated && FeedEntries.IsMediaType(stated) ? stated : typeOf(url);
        return type is not null && url.Scheme == Uri.UriSchemeHttps ? new EntryFile(url, type, LanguageOf(file)) : null;
    }

    private static string? LanguageOf(JsonObject file) =>
        ArticleMeta.Text(file, "language", "lang")?.Replace('_', '-') is { } tag && LanguageTag.IsValid(tag) ? tag : null;
}
