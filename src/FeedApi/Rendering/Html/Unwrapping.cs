using AngleSharp.Dom;

namespace FeedApi.Rendering.Html;

/// <summary>Replaces an element by other nodes, in time that does not grow with the square of their number.</summary>
/// <remarks>
/// AngleSharp 1.7 takes milliseconds to put several nodes at once into a long tree, and microseconds for one after the other; of very many,
/// each costs a search for its place. Those stay together in an element of their own.
/// </remarks>
internal static class Unwrapping
{
    private const int FewNodes = 64;

    /// <summary>Replaces an element by its content.</summary>
    /// <param name="element">The element.</param>
    /// <param name="holder">The name of the element that keeps very many nodes together.</param>
    public static void Unwrap(IElement element, string holder) => Replace(element, element.ChildNodes.ToArray(), holder);

    /// <summary>Replaces an element by nodes, or removes it when there are none.</summary>
    /// <param name="element">The element.</param>
    /// <param name="nodes">The nodes, which are taken from where they are.</param>
    /// <param name="holder">The name of the element that keeps very many nodes together.</param>
    public static void Replace(IElement element, IReadOnlyList<INode> nodes, string holder)
    {
        if (element.Parent is not { } parent) return;
        if (nodes.Count > FewNodes) nodes = [Together(element, nodes, holder)];
        if (nodes is [var only])
        {
            parent.ReplaceChild(only, element);
            return;
        }

        foreach (var node in nodes) parent.InsertBefore(node, element);
        parent.RemoveChild(element);
    }

    private static IElement Together(IElement element, IReadOnlyList<INode> nodes, string name)
    {
        var holder = element.Owner!.CreateElement(name);
        foreach (var node in nodes) holder.AppendChild(node);
        return holder;
    }
}
