using FeedApi.Content.Posts;
using FeedApi.Model;
using FeedApi.Site.Files;

namespace FeedApi.Content.Jekyll;

/// <summary>Warns about posts that Jekyll silently ignores.</summary>
internal static class JekyllWarnings
{
    /// <summary>Warns about a file name that Jekyll ignores. The post is shown nevertheless, because its date is known.</summary>
    public static void AboutName(string path, ProblemLog problems)
    {
        if (!PostPath.IsBelowPosts(path) || PostFileName.IsJekyllName(path)) return;
        problems.Warn(
            ProblemCodes.NotInJekyll,
            null,
            null,
            "Jekyll ignores this file, because its name is not of the form YYYY-MM-DD-title.md.",
            "It is shown with the date of its front matter.");
    }
}
