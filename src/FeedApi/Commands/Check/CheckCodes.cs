namespace FeedApi.Commands.Check;

/// <summary>
/// The codes of problems that only <c>feedapi check</c> finds, beside those of <see cref="Model.ProblemCodes"/>: they concern what stands
/// in several posts, or in the feeds. They are part of the public contract: a code never changes its meaning.
/// </summary>
internal static class CheckCodes
{
    /// <summary>A link leads to an address of this site at which there is nothing.</summary>
    public const string DeadLink = "dead-link";

    /// <summary>A link leads to a place in another article that is not there.</summary>
    public const string DeadAnchor = "dead-anchor";

    /// <summary>A former address of the post shows something else, so that it never leads to it.</summary>
    public const string RedirectShadowed = "redirect-shadowed";

    /// <summary>The article is so large that it burdens every feed that it is in.</summary>
    public const string OversizedItem = "oversized-item";

    /// <summary>The post is of a source of artificial intelligence by the site's settings, and does not say so itself.</summary>
    public const string AiUnlabelled = "ai-unlabelled";

    /// <summary>A feed breaks a rule of its format.</summary>
    public const string FeedInvalid = "feed-invalid";
}
