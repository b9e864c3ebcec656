namespace FeedApi.Rendering.Shortcodes.Templates;

/// <summary>Text of a template, or what stands between two pairs of braces.</summary>
/// <param name="Text">The text, without what the trim markers remove; of an action without braces and markers.</param>
/// <param name="IsAction">True for an action.</param>
internal readonly record struct TemplatePiece(string Text, bool IsAction);
