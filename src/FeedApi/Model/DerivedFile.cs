namespace FeedApi.Model;

/// <summary>A file made of an article: the picture of a drawing in its text.</summary>
/// <param name="Name">The SHA-256 of its content in hexadecimal, and the ending <c>.svg</c>: equal files have equal names.</param>
/// <param name="Content">The file as text.</param>
public sealed record DerivedFile(string Name, string Content);
