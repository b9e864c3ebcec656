namespace FeedApi.Rendering.Shortcodes.Templates;

/// <summary>The kinds of <see cref="TemplateToken"/>.</summary>
internal enum TemplateTokenKind
{
    /// <summary>A name: a function, a keyword or a constant.</summary>
    Name,

    /// <summary><c>.Name</c>; the text is without the dot, and empty for the dot alone.</summary>
    Field,

    /// <summary><c>$name</c>; the text is without the sign, and empty for the sign alone.</summary>
    Variable,

    /// <summary>A quoted text, without quotes and escapes.</summary>
    Text,

    /// <summary>A number as written.</summary>
    Number,

    /// <summary>One of <c>| ( ) , := =</c>.</summary>
    Sign,

    /// <summary>The end of the action.</summary>
    End,
}

/// <summary>One word of an action.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Text">The text.</param>
/// <param name="IsAdjacent">True when no white space precedes it.</param>
internal readonly record struct TemplateToken(TemplateTokenKind Kind, string Text, bool IsAdjacent);
