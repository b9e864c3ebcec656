using FeedApi.Content.Posts;
using FeedApi.Model;

namespace FeedApi.Content.Jekyll;

/// <summary>Which key of a post has its summary in the feeds of a Jekyll site.</summary>
/// <remarks>jekyll-feed 0.17, feed.xml: the description unless it is empty or false, else the excerpt.</remarks>
internal static class JekyllSummary
{
    /// <summary>The key and its value; the value is null when none is set.</summary>
    public static (string Key, ConfigNode? Value) Find(FieldReader fields)
    {
        var description = fields.FindFirst("description");
        return description.Value is null or ConfigScalar { IsPlain: true, Text: "false" }
            ? fields.FindFirst("excerpt", "summary")
            : description;
    }
}
