using AngleSharp.Dom;
using FeedApi.Model;
using FeedApi.Rendering.Embeds;
using FeedApi.Site.Addresses;

namespace FeedApi.Rendering.Html;

/// <summary>Keeps the ids and names to which links of the same body lead, and finds the links that lead nowhere.</summary>
/// <remarks>HTML Living Standard, "select the indicated part": the fragment as written goes first, then percent-decoded; <c>top</c> and
/// nothing are the top of the page.</remarks>
/// <param name="document">The document of the tree.</param>
/// <param name="addresses">Knows the address of the page.</param>
/// <param name="ids">The ids that are kept anyway; those of targets are added.</param>
internal sealed class InPageTargets(IDocument document, AddressResolver addresses, HashSet<string> ids)
{
    private const int MaxIdChars = 256;

    private readonly List<(IElement Link, string Fragment)> links = [];
    private readonly Dictionary<string, IElement> candidates = new(StringComparer.Ordinal);

    /// <summary>Notes a link that may lead to a place in the same body.</summary>
    public void AddLink(IElement link, string href)
    {
        var hash = href.IndexOf('#', StringComparison.Ordinal);
        if (hash < 0) return;
        if (IsOwnPage(href.AsSpan(0, hash), addresses)) links.Add((link, href[(hash + 1)..]));
    }

    /// <summary>Notes an element to which a link may lead.</summary>
    public void AddCandidate(IElement element, string id)
    {
        if (id.Length is > 0 and <= MaxIdChars) candidates.TryAdd(id, element);
    }

    /// <summary>Gives the targets their ids, and leads the links to them.</summary>
    public void Complete(BodyReport report)
    {
        foreach (var (link, fragment) in links)
        {
            if (Find(fragment) is { } id) link.SetAttribute("href", "#" + Uri.EscapeDataString(id));
            else if (!IsTop(fragment))
            {
                report.Add(
                    ProblemCodes.DanglingLink, "A link leads to a place that is not in the text", "#" + fragment,
                    "It leads to the top of the article.");
            }
        }
    }

    private string? Find(string fragment)
    {
        foreach (var id in (string[])[fragment, Uri.UnescapeDataString(fragment)])
        {
            if (ids.Contains(id)) return id;
            if (candidates.TryGetValue(id, out var element)) return Give(element, id);
        }

        return null;
    }

    // A name may have spaces, an id may not.
    private string Give(IElement element, string name)
    {
        var id = string.Join('-', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (!ids.Add(id)) return id;
        var isKept = (HtmlVocabulary.Allowed.Contains(element.LocalName) && !HtmlVocabulary.Fetching.Contains(element.LocalName))
            || MathVocabulary.Elements.Contains(element.LocalName);
        if (!isKept || element.HasAttribute("id")) PutBefore(element, id);
        else element.SetAttribute("id", TreePreparation.IdPrefix + id);
        return id;
    }

    // What is replaced by its content, or has another id already.
    private void PutBefore(IElement element, string id)
    {
        var place = document.CreateElement("span");
        place.SetAttribute("id", TreePreparation.IdPrefix + id);
        if (element.LocalName == "a") element.Prepend(place);
        else element.Before(place);
    }

    /// <summary>True for an address of the page itself.</summary>
    /// <param name="address">As written, without a fragment; nothing is the page itself.</param>
    /// <param name="addresses">Knows the address of the page.</param>
    public static bool IsOwnPage(ReadOnlySpan<char> address, AddressResolver addresses) => address.Trim().IsEmpty
        || (addresses.Resolve(address.ToString()) is { } url
            && WithoutEnd(url).Equals(WithoutEnd(addresses.PageAddress), StringComparison.Ordinal));

    private static ReadOnlySpan<char> WithoutEndOf(string url, string end) =>
        url.EndsWith(end, StringComparison.Ordinal) ? url.AsSpan(0, url.Length - end.Length) : url;

    private static string WithoutEnd(string url) => WithoutEndOf(WithoutEndOf(url, "index.html").ToString(), "/").ToString();

    private static bool IsTop(string fragment) =>
        fragment.Length == 0 || fragment.Equals("top", StringComparison.OrdinalIgnoreCase)
        || fragment.StartsWith(":~:", StringComparison.Ordinal);
}
