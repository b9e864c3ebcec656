using AngleSharp.Dom;
using FeedApi.Model;
using FeedApi.Rendering.Embeds;
using FeedApi.Site;
using FeedApi.Site.Addresses;

namespace FeedApi.Rendering.Html;

/// <summary>The pass after the sanitiser: absolute addresses, link relations, and removal of elements left without a purpose.</summary>
internal sealed class TreeCompletion(AddressResolver addresses, TrustLevel trust, HashSet<string> ids, BodyReport report)
{
    /// <summary>The relation of a link to another host in a body that is not trusted.</summary>
    public const string ExternalRelation = "nofollow noopener noreferrer";

    private readonly List<IElement> useless = [];

    /// <summary>Completes the tree below one element.</summary>
    public void Complete(IElement body)
    {
        Visit(body);
        for (var i = useless.Count - 1; i >= 0; i--) Remove(useless[i]);
    }

    // The description of a picture takes its place.
    private void Remove(IElement element)
    {
        if (element.LocalName == "img")
        {
            var alt = ShownText.Collapse(element.GetAttribute("alt") ?? "");
            report.Add(
                ProblemCodes.ImageAddress, "<img> has no usable address", alt,
                alt.Length > 0 ? "Its description stands in its place." : "It is left out.");
            if (alt.Length > 0) element.Before(element.Owner!.CreateTextNode(alt));
        }

        element.Parent?.RemoveChild(element);
    }

    private void Visit(IElement parent)
    {
        foreach (var node in parent.ChildNodes)
        {
            if (node is not IElement element) continue;
            if (element.Attributes.Length > 0) CompleteAttributes(element);
            if (IsUseless(element)) useless.Add(element);
            else Visit(element);
        }
    }

    private void CompleteAttributes(IElement element)
    {
        foreach (var name in HtmlVocabulary.AddressAttributes)
        {
            if (element.GetAttribute(name) is { } address) Put(element, name, ResolveInBody(address));
        }

        if (element.GetAttribute("srcset") is { } sources) CompleteSources(element, SourceSet.Resolve(sources, addresses));
        if (element.LocalName == "a") CompleteLink(element);
        else element.RemoveAttribute("rel");
        if (element.LocalName == "iframe") CompletePlayer(element);
    }

    // Many readers know no srcset.
    private static void CompleteSources(IElement element, string? sources)
    {
        Put(element, "srcset", sources);
        if (sources is not null && element.LocalName == "img" && !element.HasAttribute("src"))
            element.SetAttribute("src", SourceSet.Largest(sources)!);
    }

    private string? ResolveInBody(string address)
    {
        // The sanitiser lets only pictures pass.
        if (DataImage.IsData(address)) return DataImage.IsAccepted(address) ? address : null;
        if (!address.StartsWith('#')) return addresses.Resolve(address);
        var id = Uri.UnescapeDataString(address[1..]);
        return addresses.Resolve(addresses.PageAddress + (ids.Contains(id) ? "#" + TreePreparation.IdPrefix + id : address));
    }

    private void CompleteLink(IElement link)
    {
        var isExternal = trust == TrustLevel.Untrusted && link.GetAttribute("href") is { } href && IsExternal(href, addresses);
        Put(link, "rel", isExternal ? ExternalRelation : null);
    }

    /// <summary>True for an absolute address on another host than that of the page.</summary>
    public static bool IsExternal(string href, AddressResolver addresses) =>
        Uri.TryCreate(href, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" &&
        !string.Equals(uri.IdnHost, addresses.Host, StringComparison.OrdinalIgnoreCase);

    private static void CompletePlayer(IElement frame)
    {
        var isKnown = Uri.TryCreate(frame.GetAttribute("src"), UriKind.Absolute, out var uri) && uri.Scheme == "https" &&
            uri.IsDefaultPort && HtmlVocabulary.PlayerHosts.Contains(uri.IdnHost);
        if (!isKnown) frame.RemoveAttribute("src");
        frame.SetAttribute("sandbox", "allow-scripts allow-same-origin allow-popups");
        frame.SetAttribute("loading", "lazy");
        while (frame.LastChild is { } child) frame.RemoveChild(child);
    }

    private static bool IsUseless(IElement element) => element.LocalName switch
    {
        "img" => !element.HasAttribute("src") && !IsInPicture(element),
        "source" => !element.HasAttribute("src") && !element.HasAttribute("srcset"),
        "track" or "iframe" => !element.HasAttribute("src"),
        "p" => element.ChildNodes.Length == 0,
        _ => false,
    };

    private static bool IsInPicture(IElement image)
    {
        if (image.ParentElement is not { LocalName: "picture" } picture) return false;
        foreach (var source in picture.Children)
        {
            if (source.LocalName != "source" || source.GetAttribute("srcset") is not { } set) continue;
            image.SetAttribute("src", SourceSet.Largest(set)!);
            return true;
        }

        return false;
    }

    private static void Put(IElement element, string name, string? value)
    {
        if (value is null) element.RemoveAttribute(name);
        else element.SetAttribute(name, value);
    }
}
