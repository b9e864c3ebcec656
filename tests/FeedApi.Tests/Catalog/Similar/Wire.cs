namespace FeedApi.Tests.Catalog.Similar;

/// <summary>One article of a generated set.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Published">When it was published.</param>
/// <param name="Story">What it tells; the same number for all copies of one wire.</param>
/// <param name="Title">Its headline.</param>
/// <param name="Text">Its text, one paragraph a line.</param>
internal sealed record Wire(string Id, DateTimeOffset Published, int Story, string Title, string Text);
