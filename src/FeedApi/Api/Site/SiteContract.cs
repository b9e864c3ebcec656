using FeedApi.Api.Articles;
using FeedApi.Api.Terms;

namespace FeedApi.Api.Site;

/// <summary>The site as a whole.</summary>
internal sealed record SiteContract
{
    /// <summary>Plain text.</summary>
    /// <example>潮汐观测</example>
    public required string Title { get; init; }

    /// <summary>Plain text.</summary>
    public required string Description { get; init; }

    /// <summary>BCP 47 language tag of articles without a language of their own.</summary>
    /// <example>zh-CN</example>
    public required string Language { get; init; }

    /// <summary>IANA name of the site's time zone.</summary>
    /// <example>Asia/Shanghai</example>
    public required string Timezone { get; init; }

    /// <summary>The home page.</summary>
    /// <example>https://tides.example/</example>
    public required string Url { get; init; }

    /// <summary>The author of articles without an author of their own.</summary>
    public AuthorContract? Author { get; init; }

    /// <summary>Number of published articles.</summary>
    /// <example>30</example>
    public required long ArticleCount { get; init; }

    /// <summary>When the newest article was published.</summary>
    public DateTimeOffset? Newest { get; init; }

    /// <summary>The main feed.</summary>
    public required FeedLinksContract Feeds { get; init; }

    /// <summary>All feeds as OPML.</summary>
    /// <example>https://tides.example/opml.xml</example>
    public required string Opml { get; init; }
}
