using System.Collections.Frozen;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
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
    private readonly HtmlSanitizer sanitizer;
    private readonly BoilerplateMarks marks;

    /// <summary>Builds the profile once; it never changes afterwards, so calls may run concurrently.</summary>
    /// <param name="trust">Decides which elements and attributes are allowed.</param>
    /// <param name="boilerplate">CSS selectors of the nodes in <see cref="CleanBody.Boilerplate"/>.</param>
    public HtmlCleaner(TrustLevel trust, IReadOnlyList<string> boilerplate)
    {
        this.trust = trust;
        sanitizer = BuildSanitizer(trust);
        marks = new BoilerplateMarks(boilerplate);
    }

    /// <summary>Parses, sanitises and completes one body.</summary>
    /// <exception cref="RenderingException">The HTML exceeds a limit.</exception>
    public CleanBody Clean(string html, AddressResolver addresses, string? separatorComment) =>
        Read(html, addresses, separatorComment, isSanitised: true);

    /// <summary>
    /// Reads a body for its text only: without sanitising, which takes most of the time and which text does not need.
    /// </summary>
    public CleanBody ReadForText(string html, AddressResolver addresses) =>
        Read(html, addresses, separatorComment: null, isSanitised: false);

    private CleanBody Read(string html, AddressResolver addresses, string? separatorComment, bool isSanitised)
    {
        HtmlGuard.Check(html);
        // Only the sanitiser's own parser handles CSS, which only the trusted profile allows.
        var parser = trust == TrustLevel.Author ? sanitizer.HtmlParserFactory() : new HtmlParser(default, BrowsingContext.New(Services));
        var document = parser.ParseDocument("<!doctype html><html><body>" + html);
        var body = document.Body ?? throw new InvalidOperationException("A parsed document has a body.");
        var boilerplate = marks.Find(body);
        var preparation = new TreePreparation(document, trust, separatorComment);
        preparation.Prepare(body);
        if (isSanitised) sanitizer.SanitizeDom(document, (IHtmlElement)body, "");
        new TreeCompletion(addresses, trust, preparation.Ids).Complete(body);
        if (CjkLineBreaks.MayBeIn(html)) CjkLineBreaks.Remove(body);
        return new CleanBody(body, preparation.MoreMarker, boilerplate);
    }

    private static HtmlSanitizer BuildSanitizer(TrustLevel trust)
    {
        var isAuthor = trust == TrustLevel.Author;
        var options = new HtmlSanitizerOptions
        {
            AllowedTags = Set(HtmlVocabulary.Allowed, isAuthor ? ["iframe"] : []),
            AllowedAttributes = Set(HtmlVocabulary.Attributes, isAuthor ? ["style", "allowfullscreen"] : []),
            UriAttributes = Set(HtmlVocabulary.AddressAttributes, []),
            AllowedSchemes = Set(["https", "http", "mailto", "tel"], []),
            AllowedCssProperties = Set(isAuthor ? HtmlVocabulary.Styles : FrozenSet<string>.Empty, []),
        };
        return new HtmlSanitizer(options) { KeepChildNodes = true, AllowDataAttributes = false };
    }

    private static HashSet<string> Set(IEnumerable<string> names, IEnumerable<string> more) =>
        names.Concat(more).ToHashSet(StringComparer.OrdinalIgnoreCase);
}

/// <summary>A sanitised tree.</summary>
/// <param name="Body">The element that contains the content.</param>
/// <param name="MoreMarker">Marks the end of the excerpt; null when the body has no marker.</param>
/// <param name="Boilerplate">The nodes to be left out of feeds and API; some may already have been removed from the tree.</param>
internal sealed record CleanBody(IElement Body, IElement? MoreMarker, IReadOnlyList<INode> Boilerplate);
