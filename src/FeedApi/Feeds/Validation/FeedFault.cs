namespace FeedApi.Feeds.Validation;

/// <summary>A rule of a feed format that a document breaks.</summary>
/// <param name="Rule">Stable, kebab-case name of the rule, for example <c>rss-guid</c>.</param>
/// <param name="Place">Where, as a path of elements (<c>channel/item[2]/guid</c>) or a JSON pointer (<c>/items/1/id</c>).</param>
/// <param name="Message">What is wrong, in one sentence.</param>
internal sealed record FeedFault(string Rule, string Place, string Message);
