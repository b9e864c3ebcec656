namespace FeedApi.Model;

/// <summary>A media file attached to an article.</summary>
/// <param name="Url">Absolute URL.</param>
/// <param name="Type">Media type, never empty.</param>
/// <param name="LengthBytes">Size; 0 when unknown, as the RSS Advisory Board's RSS Profile recommends.</param>
/// <param name="DurationSeconds">Playing time; null when unknown.</param>
/// <param name="Title">Plain text; null when it has no title of its own.</param>
public sealed record Enclosure(string Url, string Type, long LengthBytes, int? DurationSeconds = null, string? Title = null);
