using AngleSharp.Dom;
using FeedApi.Model;
using FeedApi.Rendering.Embeds;
using FeedApi.Site;
using FeedApi.Site.Addresses;

namespace FeedApi.Rendering.Html;

/// <summary>
/// The pass before the sanitiser: removes whole elements, keeps what an attribute list cannot express, limits the depth.
/// </summary>
internal sealed class TreePreparation
{
    /// <summary>Prefix of the ids in a body, so that none can collide with an id that a page relies on.</summary>
    public const string IdPrefix = "c-";

    /// <summary>In the address of every link back to where a footnote is referred to.</summary>
    public const string FootnoteMark = "#" + IdPrefix + "fnref:";

    /// <summary>Maximum length of an id that is kept, in chars.</summary>
    public const int MaxIdChars = 256;

    private readonly IDocument document;
    private readonly TrustLevel trust;
    private readonly string? separatorComment;
    private readonly InPageTargets? targets;
    private readonly List<INode> dropped = [];
    private readonly List<IElement> checkBoxes = [];
    private readonly List<IElement> centers = [];
    private readonly List<IElement> foreign = [];
    private IComment? more;

    /// <summary>Prepares the pass over one tree.</summary>
    /// <param name="document">The document of the tree.</param>
    /// <param name="trust">Decides which attributes stay.</param>
    /// <param name="separatorComment">The comment that ends the excerpt besides <c>more</c>; null for none.</param>
    /// <param name="addresses">Resolves links to places in the tree; null when links do not matter.</param>
    public TreePreparation(IDocument document, TrustLevel trust, string? separatorComment, AddressResolver? addresses = null)
    {
        (this.document, this.trust, this.separatorComment) = (document, trust, separatorComment);
        targets = addresses is null ? null : new InPageTargets(document, addresses, Ids);
    }

    /// <summary>The ids that are kept, as written, without <see cref="IdPrefix"/>.</summary>
    public HashSet<string> Ids { get; } = new(StringComparer.Ordinal);

    /// <summary>The element that has replaced <c>&lt;!--more--&gt;</c>; null when there was none.</summary>
    public IElement? MoreMarker { get; private set; }

    /// <summary>Prepares the tree below one element.</summary>
    /// <param name="body">The element.</param>
    /// <param name="report">Is told of links that lead nowhere; null when nobody is.</param>
    /// <exception cref="RenderingException">The tree is nested too deeply.</exception>
    public void Prepare(IElement body, BodyReport? report = null)
    {
        Visit(body, 0);
        targets?.Complete(report ?? new BodyReport());
        if (more is not null)
        {
            MoreMarker = document.CreateElement("wbr");
            more.Replace(MoreMarker);
        }

        foreach (var center in centers) ReplaceCenter(center);
        // As the sanitiser would, which takes far longer.
        foreach (var element in foreign) Unwrapping.Unwrap(element, holder: "span");
        foreach (var box in checkBoxes) box.Replace(document.CreateTextNode(box.HasAttribute("checked") ? "☑" : "☐"));
        RemoveAll();
    }

    private void Visit(INode parent, int depth)
    {
        if (depth > RenderingLimits.HtmlDepth) throw new RenderingException(ProblemCodes.RenderBudget, "The HTML is nested too deeply.");
        foreach (var node in parent.ChildNodes)
        {
            if (node is IElement element) VisitElement(element, depth);
            else if (node is IComment comment && !FindMore(comment)) dropped.Add(comment);
            else if (node.NodeType is not (NodeType.Text or NodeType.Comment)) dropped.Add(node);
        }
    }

    private void VisitElement(IElement element, int depth)
    {
        if (element.LocalName == "input" && IsCheckBox(element))
        {
            checkBoxes.Add(element);
        }
        else if (IsDropped(element))
        {
            dropped.Add(element);
        }
        else
        {
            if (element.LocalName == "center") centers.Add(element);
            else if (!IsAllowed(element)) foreign.Add(element);
            if (element.Attributes.Length > 0) PrepareAttributes(element);
            Visit(element, depth + 1);
        }
    }

    // An obsolete block: without a replacement, the words around it would run together.
    private void ReplaceCenter(IElement center)
    {
        var block = document.CreateElement("div");
        block.SetAttribute("align", "center");
        while (center.FirstChild is { } child) block.AppendChild(child);
        center.Replace(block);
    }

    private static bool IsCheckBox(IElement element) =>
        string.Equals(element.GetAttribute("type"), "checkbox", StringComparison.OrdinalIgnoreCase);

    private bool IsDropped(IElement element) =>
        (element.NamespaceUri != NamespaceNames.HtmlUri && !MathVocabulary.Elements.Contains(element.LocalName)) ||
        (HtmlVocabulary.Dropped.Contains(element.LocalName) && !(element.LocalName == "iframe" && trust == TrustLevel.Author));

    private bool IsAllowed(IElement element) => HtmlVocabulary.Allowed.Contains(element.LocalName)
        || MathVocabulary.Elements.Contains(element.LocalName) || (trust == TrustLevel.Author && element.LocalName == "iframe");

    private bool FindMore(IComment comment)
    {
        var isMore = more is null && IsMore(comment.Data, separatorComment);
        if (isMore) more = comment;
        return isMore;
    }

    /// <summary>True for a comment that ends the excerpt.</summary>
    /// <param name="comment">What stands in it.</param>
    /// <param name="separatorComment">The comment that ends it besides <c>more</c>; null for none.</param>
    public static bool IsMore(ReadOnlySpan<char> comment, string? separatorComment)
    {
        var text = comment.Trim();
        return text.Equals("more", StringComparison.OrdinalIgnoreCase)
            || (separatorComment is not null && text.Equals(separatorComment, StringComparison.Ordinal));
    }

    private void PrepareAttributes(IElement element)
    {
        if (element.LocalName is "td" or "th" && element.GetAttribute("style") is { } style) KeepAlignment(element, style);
        if (element.GetAttribute("id") is { } id) PrepareId(element, id);
        if (element.LocalName == "a") PrepareLink(element);
        if (trust == TrustLevel.Author) return;
        element.RemoveAttribute("style");
        if (element.GetAttribute("class") is { } classes) KeepLanguage(element, classes);
    }

    // Markdown tables give the alignment in a style attribute, which untrusted posts may not have.
    private static void KeepAlignment(IElement cell, string style)
    {
        if (AlignmentOf(style) is not { } align) return;
        cell.SetAttribute("align", align);
        cell.RemoveAttribute("style");
    }

    /// <summary>The alignment that a style gives and which is all that it says; null when it is anything else.</summary>
    public static string? AlignmentOf(ReadOnlySpan<char> style)
    {
        var value = style.Trim().TrimEnd(';');
        return !value.StartsWith("text-align:", StringComparison.OrdinalIgnoreCase) ? null : value["text-align:".Length..].Trim() switch
        {
            "left" => "left",
            "center" => "center",
            "right" => "right",
            _ => null,
        };
    }

    private void PrepareId(IElement element, string id)
    {
        var isKept = (trust == TrustLevel.Author && HtmlVocabulary.Allowed.Contains(element.LocalName)) ||
            element.LocalName is "h1" or "h2" or "h3" or "h4" or "h5" or "h6" ||
            id.StartsWith("fn:", StringComparison.Ordinal) || id.StartsWith("fnref:", StringComparison.Ordinal);
        if (isKept && id.Length is > 0 and <= MaxIdChars && !id.Any(char.IsWhiteSpace) && Ids.Add(id))
        {
            element.SetAttribute("id", IdPrefix + id);
            return;
        }

        element.RemoveAttribute("id");
        targets?.AddCandidate(element, id);
    }

    private void PrepareLink(IElement link)
    {
        if (targets is null) return;
        if (link.GetAttribute("href") is { } href) targets.AddLink(link, href);
        if (link.GetAttribute("name") is { } name && !Ids.Contains(name)) targets.AddCandidate(link, name);
    }

    private static void KeepLanguage(IElement element, string classes)
    {
        var language = element.LocalName == "code" ? LanguageOf(classes) : null;
        if (language is null) element.RemoveAttribute("class");
        else element.SetAttribute("class", language);
    }

    /// <summary>The class that names a language; null when none does.</summary>
    public static string? LanguageOf(string classes) =>
        classes.Split(' ').FirstOrDefault(name => name.StartsWith("language-", StringComparison.Ordinal));

    // From the end: removing the first of many children repeatedly is quadratic.
    private void RemoveAll()
    {
        for (var i = dropped.Count - 1; i >= 0; i--) dropped[i].Parent?.RemoveChild(dropped[i]);
    }
}
