namespace FeedApi.Feeds.Digests;

/// <summary>The length of the periods of a digest: the values of <c>digest</c>.</summary>
internal enum DigestGrain
{
    /// <summary>An hour of the site's time zone.</summary>
    Hour,

    /// <summary>A day of the site's time zone.</summary>
    Day,
}
