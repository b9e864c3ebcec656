using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace FeedApi.Kramdown.Spans;

/// <summary>A block-level formula.</summary>
/// <param name="formula">TeX.</param>
internal sealed class MathBlock(string formula) : LeafBlock(null!)
{
    /// <summary>TeX.</summary>
    public string Formula { get; } = formula;
}

/// <summary>An inline formula.</summary>
/// <param name="formula">TeX.</param>
internal sealed class MathInline(string formula) : LeafInline
{
    /// <summary>TeX.</summary>
    public string Formula { get; } = formula;
}
