namespace FeedApi.Rendering.Shortcodes.Templates;

/// <summary>A template cannot be rendered here.</summary>
/// <param name="reason">Why, as the end of a sentence about the template: "uses partial".</param>
internal sealed class TemplateException(string reason) : Exception(reason);
