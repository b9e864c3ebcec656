namespace FeedApi.Rendering.Shortcodes;

/// <summary>The role of a shortcode's tag.</summary>
internal enum ShortcodeTagKind
{
    /// <summary>A single tag, or the first of a pair.</summary>
    Opening,

    /// <summary>The last of a pair.</summary>
    Closing,

    /// <summary>A tag shown as text: <c>{{&lt;/* x */&gt;}}</c>.</summary>
    Escaped,
}

/// <summary>One tag of a shortcode in a body.</summary>
/// <param name="Kind">Its role.</param>
/// <param name="Name">The shortcode's name; empty for Zola's <c>{% end %}</c>.</param>
/// <param name="Text">The arguments as written; for an escaped tag, the text shown.</param>
/// <param name="Start">Index of its first char.</param>
/// <param name="End">Index after its last char.</param>
/// <param name="IsZola">True for <c>{{ x() }}</c> and <c>{% x() %}</c>.</param>
internal sealed record ShortcodeTag(ShortcodeTagKind Kind, string Name, string Text, int Start, int End, bool IsZola)
{
    /// <summary>Index of the tag that ends the pair; null for a single tag.</summary>
    public int? Partner { get; set; }
}
