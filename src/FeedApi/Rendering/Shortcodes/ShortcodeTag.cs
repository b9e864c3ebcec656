namespace FeedApi.Rendering.Shortcodes;

/// <summary>What a shortcode's tag does.</summary>
internal enum ShortcodeTagKind
{
    /// <summary>Stands for something, or begins a pair.</summary>
    Opening,

    /// <summary>Ends a pair.</summary>
    Closing,

    /// <summary>Shows a tag instead of being one: <c>{{&lt;/* x */&gt;}}</c>.</summary>
    Escaped,
}

/// <summary>One tag of a shortcode in a body.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Name">The shortcode's name; empty for Zola's <c>{% end %}</c>.</param>
/// <param name="Text">The arguments as written; of an escaped tag what is shown.</param>
/// <param name="Start">Index of its first char.</param>
/// <param name="End">Index after its last char.</param>
/// <param name="IsZola">True for <c>{{ x() }}</c> and <c>{% x() %}</c>.</param>
internal sealed record ShortcodeTag(ShortcodeTagKind Kind, string Name, string Text, int Start, int End, bool IsZola)
{
    /// <summary>Index of the tag that ends the pair; null when the tag stands alone.</summary>
    public int? Partner { get; set; }
}
