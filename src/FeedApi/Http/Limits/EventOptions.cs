using System.ComponentModel.DataAnnotations;

namespace FeedApi.Http.Limits;

/// <summary>How many streams of events may be open.</summary>
internal sealed record EventOptions
{
    /// <summary>Streams of events that may be open at once; further ones are answered 503.</summary>
    /// <value>Streams. Default 5000.</value>
    [Range(1, 1_000_000)]
    public int MaxStreams { get; init; } = 5_000;

    /// <summary>Streams of events that one client, or one network of IPv6, may have open at once.</summary>
    /// <value>Streams. Default 100.</value>
    [Range(1, 1_000_000)]
    public int MaxStreamsPerClient { get; init; } = 100;
}
