using System.Collections.Frozen;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using FeedApi.Model;
using FeedApi.Rendering.Embeds;
using FeedApi.Site;
using FeedApi.Site.Addresses;
using Ganss.Xss;

namespace FeedApi.Rendering.Html;

/// <summary>Turns any HTML into a tree with only the elements and attributes of its trust level. Thread-safe.</summary>
/// <remarks>HtmlSanitizer decides what is allowed; the passes before and after it only remove or rewrite.</remarks>
internal sealed class HtmlCleaner
{
    // A configuration lists a hundred services and takes as long to build as a short post takes to parse; it never changes.
    private static readonly AngleSharp.IConfiguration Services = Configuration.Default;

    private readonly TrustLevel trust;

    // Made with the first post: its tables of CSS take a tenth of the time of a start that reads none.
    private readonly Lazy<HtmlSanitizer> sanitizer;
    private readonly BoilerplateMarks marks;

    /// <summary>Calls may run concurrently: the profile is built once, by the first, and never changes.</summary>
    /// <param name="trust">Decides which elements and attributes are allowed.</param>
    /// <param name="boilerplate">CSS selectors of the nodes in <see cref="CleanBody.Boilerplate"/>.</param>
    public HtmlCleaner(TrustLevel trust, IReadOnlyList<string> boilerplate)
    {
        this.trust = trust;
        sanitizer = new Lazy<HtmlSanitizer>(() => BuildSanitizer(trust));
        marks = new BoilerplateMarks(boilerplate);
    }

    /// <summary>Parses, sanitises and completes one body.</summary>
    /// <param name="html">Any HTML.</param>
    /// <param name="addresses">Resolves its addresses.</param>
    /// <param name="separatorComment">The comment that ends the excerpt besides <c>more</c>; null for none.</param>
    /// <param name="report">Is told what could not pass.</param>
    /// <exception cref="RenderingException">The HTML exceeds a limit.</exception>
    public CleanBody Clean(string html, AddressResolver addresses, string? separatorComment, BodyReport report) =>
        Read(html, addresses, separatorComment, report, isSanitised: true);

    /// <summary>
    /// Reads a body for its text only: without sanitising, which takes most of the time and which text does not need.
    /// </summary>
    /// <param name="html">Any HTML.</param>
    /// <param name="addresses">Resolves its addresses.</param>
    /// <param name="source">The text of which it is made.</param>
    public CleanBody ReadForText(string html, AddressResolver addresses, string source) =>
        Read(html, addresses, separatorComment: null, new BodyReport(source), isSanitised: false);

    private CleanBody Read(
        string html, AddressResolver addresses, string? separatorComment, BodyReport report, bool isSanitised)
    {
        html = TagRepair.Of(html, report);
        HtmlGuard.Check(html);
        // Only the sanitiser's own parser handles CSS, which only the trusted profile allows.
        var parser = trust == TrustLevel.Author
            ? sanitizer.Value.HtmlParserFactory()
            : new HtmlParser(default, BrowsingContext.New(Services));
        var document = parser.ParseDocument("<!doctype html><html><body>" + html);
        var body = document.Body ?? throw new InvalidOperationException("A parsed document has a body.");
        var boilerplate = marks.Find(body);
        var files = SubstitutionPass.IsNeeded(html)
            ? new SubstitutionPass(document, boilerplate, addresses, trust, report).Run(body)
            : [];
        var preparation = new TreePreparation(document, trust, separatorComment, addresses);
        preparation.Prepare(body, report);
        if (isSanitised) sanitizer.Value.SanitizeDom(document, (IHtmlElement)body, "");
        new TreeCompletion(addresses, trust, preparation.Ids, report).Complete(body);
        if (CjkLineBreaks.MayBeIn(html)) CjkLineBreaks.Remove(body);
        return new CleanBody(body, preparation.MoreMarker, boilerplate, files);
    }

    private static HtmlSanitizer BuildSanitizer(TrustLevel trust)
    {
        var isAuthor = trust == TrustLevel.Author;
        var options = new HtmlSanitizerOptions
        {
            AllowedTags = Set(HtmlVocabulary.Allowed, [.. MathVocabulary.Elements, .. isAuthor ? (string[])["iframe"] : []]),
            AllowedAttributes = Set(
                HtmlVocabulary.Attributes, [.. MathVocabulary.Attributes, .. isAuthor ? (string[])["style", "allowfullscreen"] : []]),
            UriAttributes = Set(HtmlVocabulary.AddressAttributes, []),
            AllowedSchemes = Set(["https", "http", "mailto", "tel"], []),
            AllowedCssProperties = Set(isAuthor ? HtmlVocabulary.Styles : FrozenSet<string>.Empty, []),
        };
        var sanitizer = new HtmlSanitizer(options) { KeepChildNodes = true, AllowDataAttributes = false };
        sanitizer.FilterUrl += AllowPicture;
        return sanitizer;
    }

    // A scheme is allowed or not; this one is for small pictures only.
    private static void AllowPicture(object? sender, FilterUrlEventArgs url)
    {
        if (url.Tag.LocalName == "img" && DataImage.IsData(url.OriginalUrl) && DataImage.IsAccepted(url.OriginalUrl))
            url.SanitizedUrl = url.OriginalUrl;
    }

    private static HashSet<string> Set(IEnumerable<string> names, IEnumerable<string> more) =>
        names.Concat(more).ToHashSet(StringComparer.OrdinalIgnoreCase);
}

/// <summary>A sanitised tree.</summary>
/// <param name="Body">The element that contains the content.</param>
/// <param name="MoreMarker">Marks the end of the excerpt; null when the body has no marker.</param>
/// <param name="Boilerplate">The nodes to be left out of feeds and API; some may already have been removed from the tree.</param>
/// <param name="Files">Files that were made of the content and are referred to by it.</param>
internal sealed record CleanBody(
    IElement Body, IElement? MoreMarker, IReadOnlyList<INode> Boilerplate, IReadOnlyList<DerivedFile> Files);
