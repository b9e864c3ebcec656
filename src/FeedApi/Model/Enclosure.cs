namespace FeedApi.Model;

/// <summary>A media file attached to an article.</summary>
/// <param name="Url">Absolute address.</param>
/// <param name="Type">Media type, never empty.</param>
/// <param name="LengthBytes">Size; 0 when unknown (RSS 2.0 profile, enclosure).</param>
/// <param name="DurationSeconds">Playing time; null when unknown.</param>
/// <param name="Title">Plain text; null when it has none of its own.</param>
public sealed record Enclosure(string Url, string Type, long LengthBytes, int? DurationSeconds = null, string? Title = null);
