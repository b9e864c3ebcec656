namespace FeedApi.Model;

/// <summary>A file made of an article: the picture of a drawing in its text.</summary>
/// <param name="Name">Its name, by its content: the SHA-256 in hexadecimal and the ending <c>.svg</c>. Equal files have equal names.</param>
/// <param name="Content">The file as text.</param>
public sealed record DerivedFile(string Name, string Content);
