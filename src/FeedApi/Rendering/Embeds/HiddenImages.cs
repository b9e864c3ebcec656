using AngleSharp.Dom;
using FeedApi.Site.Addresses;

namespace FeedApi.Rendering.Embeds;

/// <summary>Puts what stands in <c>noscript</c> where the script would have worked, each picture once.</summary>
/// <remarks>Beside a picture that a script loads, <c>noscript</c> has the same one again, often in another size.</remarks>
internal sealed class HiddenImages(TreeEdit edit, AddressResolver addresses)
{
    private const int MaxNodes = 32;

    private readonly HashSet<IElement> lazy = [];

    /// <summary>Restores a picture, and remembers whether a script would have loaded it.</summary>
    public void Restore(IElement image)
    {
        if (LazyImages.Restore(image, addresses)) lazy.Add(image);
    }

    /// <summary>Replaces a <c>noscript</c> by its content.</summary>
    public void Replace(IElement noscript)
    {
        var images = ImagesIn(noscript);
        foreach (var image in images.Where(IsInvisible)) image.Remove();
        if (images is [var only] && ShownText.Of(noscript).Length == 0 && only.Parent is not null
            && TwinOf(noscript, only) is { } twin)
        {
            // A script's picture without an address of its own is only a placeholder.
            if (LazyImages.IsPlaceholder(twin.GetAttribute("src"))) edit.Replace(twin, only);
            edit.Replace(noscript);
            return;
        }

        edit.Unwrap(noscript);
    }

    // The same picture again has little around it.
    private static List<IElement> ImagesIn(INode parent)
    {
        List<IElement> images = [];
        var nodes = new Queue<INode>([parent]);
        for (var budget = MaxNodes; budget > 0 && nodes.TryDequeue(out var node); budget--)
        {
            if (node is IElement { LocalName: "img" } image) images.Add(image);
            foreach (var child in node.ChildNodes.Take(budget)) nodes.Enqueue(child);
        }

        return nodes.Count == 0 ? images : [];
    }

    private IElement? TwinOf(IElement noscript, IElement image)
    {
        foreach (var beside in (IElement?[])[noscript.PreviousElementSibling, noscript.NextElementSibling])
        {
            var other = beside is null or { LocalName: "img" } ? beside : ImagesIn(beside).FirstOrDefault();
            if (other is not null && (lazy.Contains(other) || IsSame(other, image))) return other;
        }

        return null;
    }

    private bool IsSame(IElement one, IElement other) =>
        addresses.Resolve(one.GetAttribute("src") ?? "") is { } address && address == addresses.Resolve(other.GetAttribute("src") ?? "");

    // The pixels of trackers.
    private static bool IsInvisible(IElement image) =>
        (image.GetAttribute("width") is "0" or "1" && image.GetAttribute("height") is "0" or "1")
        || image.GetAttribute("style")?.Replace(" ", "", StringComparison.Ordinal)
            .Contains("display:none", StringComparison.OrdinalIgnoreCase) == true;
}
