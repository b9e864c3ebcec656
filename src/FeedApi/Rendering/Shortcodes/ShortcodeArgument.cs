namespace FeedApi.Rendering.Shortcodes;

/// <summary>One argument of a shortcode.</summary>
/// <param name="Name">Its name; null for a positional one.</param>
/// <param name="Text">Its value, without quotes and escapes.</param>
/// <param name="IsQuoted">True when it was written in quotes.</param>
internal readonly record struct ShortcodeArgument(string? Name, string Text, bool IsQuoted);
