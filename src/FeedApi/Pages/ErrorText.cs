namespace FeedApi.Pages;

/// <summary>What a page says of an error, in one language.</summary>
/// <param name="Heading">What happened, in some words.</param>
/// <param name="Explanation">What the reader can do, in a sentence or two.</param>
public sealed record ErrorText(string Heading, string Explanation);
