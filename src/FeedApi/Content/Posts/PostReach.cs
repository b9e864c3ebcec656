using FeedApi.Model;

namespace FeedApi.Content.Posts;

/// <summary>Whom a post reaches: the keys <c>feed</c> and <c>withdrawn</c>.</summary>
internal static class PostReach
{
    private const string Feed = "feed";
    private const string Withdrawn = "withdrawn";

    /// <summary>True for <c>feed: false</c>. As an object the key has options of jekyll-feed.</summary>
    public static bool IsOutOfFeeds(FieldReader fields) => fields.Find(Feed) is ConfigScalar && fields.Claim(Feed) == false;

    /// <summary>
    /// True unless the value says no: whatever else is written, such as a date or a reason, a post that is withdrawn must not be shown
    /// because of how it is said.
    /// </summary>
    public static bool IsWithdrawn(FieldReader fields) => fields.Find(Withdrawn) is { } value && Withdraws(value);

    /// <summary>True when the key with this value withdraws a post.</summary>
    public static bool WouldWithdraw(string key, ConfigNode value) => key == Withdrawn && !value.IsUnset && Withdraws(value);

    private static bool Withdraws(ConfigNode value) =>
        value is not ConfigScalar { Text: var text }
        || text.Trim().ToLowerInvariant() is not ("" or "false" or "no" or "off" or "n" or "f" or "0");
}
