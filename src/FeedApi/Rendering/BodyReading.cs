using FeedApi.Model;

namespace FeedApi.Rendering;

/// <summary>Everything that an article takes from its body besides the HTML itself.</summary>
/// <param name="Text">Plain text, one line per block.</param>
/// <param name="TextBeforeMore">The text before the marker that ends the excerpt; null without a marker.</param>
/// <param name="FirstParagraph">The first paragraph with text in it, else the first line; empty when there is no text.</param>
/// <param name="FirstImage">The first image that is not a tracking pixel.</param>
/// <param name="Media">The addresses of all pictures, sounds and films.</param>
/// <param name="ExternalUrl">The address of the last link that is alone in its paragraph and shows its own address.</param>
internal sealed record BodyReading(
    string Text, string? TextBeforeMore, string FirstParagraph, PostImage? FirstImage, IReadOnlyList<string> Media, string? ExternalUrl);
