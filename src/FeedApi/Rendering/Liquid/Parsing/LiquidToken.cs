namespace FeedApi.Rendering.Liquid.Parsing;

/// <summary>What a piece of a template is.</summary>
internal enum LiquidTokenKind
{
    /// <summary>Text between tags.</summary>
    Text,

    /// <summary><c>{{ ... }}</c></summary>
    Output,

    /// <summary><c>{% ... %}</c></summary>
    Tag,
}

/// <summary>A piece of a template.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it starts.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Line">1-based line on which it starts.</param>
internal readonly record struct LiquidToken(LiquidTokenKind Kind, int Start, int End, int Line);

/// <summary>A tag taken apart.</summary>
/// <param name="Name">The word after the brace: <c>for</c>.</param>
/// <param name="Markup">What follows it, white space at the end included.</param>
/// <param name="Line">1-based line of the template.</param>
internal readonly record struct LiquidTag(string Name, string Markup, int Line);
