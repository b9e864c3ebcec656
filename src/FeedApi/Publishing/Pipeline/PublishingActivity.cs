using System.Diagnostics;

namespace FeedApi.Publishing.Pipeline;

/// <summary>What traces show of publishing: a span for the posts that are published together.</summary>
internal static class PublishingActivity
{
    private static readonly ActivitySource Source = new("FeedApi.Publishing");

    /// <summary>Begins a span; null, at no cost, when nobody traces.</summary>
    /// <param name="changed">How many files are read.</param>
    /// <param name="deleted">How many are gone.</param>
    public static Activity? Start(int changed, int deleted) =>
        Source.StartActivity("publish posts")?.SetTag("feedapi.posts.changed", changed).SetTag("feedapi.posts.deleted", deleted);
}
