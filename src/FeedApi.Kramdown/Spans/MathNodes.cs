using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace FeedApi.Kramdown.Spans;

/// <summary>A formula that stands as a block.</summary>
/// <param name="formula">TeX.</param>
internal sealed class MathBlock(string formula) : LeafBlock(null!)
{
    /// <summary>TeX.</summary>
    public string Formula { get; } = formula;
}

/// <summary>A formula in text.</summary>
/// <param name="formula">TeX.</param>
internal sealed class MathInline(string formula) : LeafInline
{
    /// <summary>TeX.</summary>
    public string Formula { get; } = formula;
}
