using AngleSharp.Css.Dom;
using AngleSharp.Css.Parser;
using AngleSharp.Dom;

namespace FeedApi.Rendering.Html;

/// <summary>Finds the elements that <c>feedapi.strip</c> selects. Thread-safe.</summary>
/// <remarks>
/// Runs before the sanitiser, which removes the classes and ids that selectors use and may replace an element by its children.
/// </remarks>
internal sealed class BoilerplateMarks(IReadOnlyList<string> selectors)
{
    private readonly ISelector[] selectors = [.. selectors.Select(text =>
        new CssSelectorParser().ParseSelector(text) ?? throw new ArgumentException($"Not a selector: {text}", nameof(selectors)))];

    /// <summary>The selected elements and everything in them, in document order.</summary>
    public List<INode> Find(IElement body)
    {
        var found = new List<INode>();
        if (selectors.Length > 0) Visit(body, isInside: false, depth: 0, body, found);
        return found;
    }

    // Deeper trees are rejected later.
    private void Visit(INode parent, bool isInside, int depth, IElement body, List<INode> found)
    {
        if (depth > RenderingLimits.HtmlDepth) return;
        foreach (var node in parent.ChildNodes)
        {
            var isSelected = isInside || (node is IElement element && Array.Exists(selectors, selector => selector.Match(element, body)));
            if (isSelected) found.Add(node);
            Visit(node, isSelected, depth + 1, body, found);
        }
    }
}
