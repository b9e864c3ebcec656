namespace FeedApi.Reliability.Raw;

/// <summary>A request as bytes, a char each (Latin-1), and what must become of it.</summary>
/// <param name="Text">The request.</param>
/// <param name="Method">Its method, which says whether an answer has a body.</param>
/// <param name="Fault">What is wrong with it; null when nothing is, and the connection must stay open for the next request.</param>
internal sealed record RawCase(string Text, string Method, string? Fault);
