using System.Buffers;
using System.Collections.Frozen;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using FeedApi.Model;
using FeedApi.Rendering.Html;
using FeedApi.Site;
using FeedApi.Site.Addresses;

namespace FeedApi.Rendering.Embeds;

/// <summary>
/// The first pass over a tree: whatever cannot pass the sanitiser gives way to what can and says the same. The sanitiser judges the
/// outcome like everything else.
/// </summary>
internal sealed class SubstitutionPass
{
    // Nothing without any of these needs the pass, and few posts have one.
    private static readonly SearchValues<string> Signs = SearchValues.Create(
        [
            "<iframe", "<embed", "<object", "<applet", "<portal", "<fencedframe", "<lite-", "<amp-", "<video", "<audio", "<canvas",
            "<noscript", "<noembed", "<noframes", "<xmp", "<plaintext", "<marquee", "<map", "<svg", "<math", "<form", "<fieldset",
            "<legend", "<input", "<button", "<select", "<textarea", "<datalist", "data-src", "data-original", "data-lazy",
            "data-actualsrc", "data-echo", "data-img-src", "data-croporisrc", "data-orig-file", "data:image", "shadowrootmode",
            "gist.github.com/", "asciinema.org/a/",
        ],
        StringComparison.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Names = (
        "iframe embed object applet portal fencedframe lite-youtube lite-vimeo amp-youtube amp-iframe amp-video amp-audio amp-img amp-anim "
        + "video audio canvas noscript noembed noframes xmp plaintext marquee map form fieldset legend input button select textarea "
        + "datalist script template img source").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private readonly List<IElement> images = [];
    private readonly List<IElement> hidden = [];
    private readonly List<IElement> others = [];
    private readonly AddressResolver addresses;
    private readonly BodyReport report;
    private readonly TreeEdit edit;
    private readonly Frames frames;
    private readonly Fallbacks fallbacks;
    private readonly FormControls forms;
    private readonly SvgPictures drawings;
    private readonly MathMarkup formulas;
    private readonly HiddenImages hiddenImages;
    private readonly ImageMaps maps;

    /// <summary>Prepares the pass over one tree.</summary>
    /// <param name="document">The document of the tree.</param>
    /// <param name="boilerplate">The nodes that strip rules select; what replaces one of them is added.</param>
    /// <param name="addresses">Resolves the addresses of the body.</param>
    /// <param name="trust">Decides whether players pass.</param>
    /// <param name="report">Is told what was replaced.</param>
    public SubstitutionPass(
        IDocument document, List<INode> boilerplate, AddressResolver addresses, TrustLevel trust, BodyReport report)
    {
        (this.addresses, this.report) = (addresses, report);
        edit = new TreeEdit(document, boilerplate);
        var inner = new InnerHtml();
        frames = new Frames(edit, addresses, trust, inner, report);
        fallbacks = new Fallbacks(edit, addresses, inner, report);
        forms = new FormControls(edit, report);
        drawings = new SvgPictures(edit, addresses, inner, report);
        formulas = new MathMarkup(edit, report);
        hiddenImages = new HiddenImages(edit, addresses);
        maps = new ImageMaps(edit, addresses, report);
    }

    /// <summary>True when a body has anything to be replaced, judged by its text alone.</summary>
    public static bool IsNeeded(string html) => html.AsSpan().ContainsAny(Signs);

    /// <summary>Runs the pass; returns the files that were made of the body.</summary>
    /// <exception cref="RenderingException">The tree is nested too deeply, or a part of it exceeds a limit.</exception>
    public IReadOnlyList<DerivedFile> Run(IElement body)
    {
        Collect(body, 0);
        foreach (var image in images) hiddenImages.Restore(image);
        foreach (var element in hidden) hiddenImages.Replace(element);
        foreach (var image in images) CheckData(image);
        foreach (var element in others)
        {
            if (element.Parent is not null) Replace(element);
        }

        return drawings.Files;
    }

    // Parents first: of elements in one another the content moves up once, not at every level.
    private void Collect(INode parent, int depth)
    {
        if (depth > RenderingLimits.HtmlDepth) throw new RenderingException(ProblemCodes.RenderBudget, "The HTML is nested too deeply.");
        foreach (var node in parent.ChildNodes)
        {
            if (node is not IElement element) continue;
            var isDrawing = element.NamespaceUri == NamespaceNames.SvgUri;
            if (isDrawing || element.NamespaceUri == NamespaceNames.MathMlUri || MathVocabulary.Elements.Contains(element.LocalName))
                others.Add(element);
            else if (Names.Contains(element.LocalName)) ListFor(element.LocalName).Add(element);
            // A drawing is read as a whole.
            if (!isDrawing) Collect((INode?)ShadowOf(element) ?? element, depth + 1);
        }
    }

    private List<IElement> ListFor(string name) => name switch
    {
        "img" or "source" => images,
        "noscript" => hidden,
        _ => others,
    };

    private void Replace(IElement element)
    {
        if (element.NamespaceUri == NamespaceNames.SvgUri)
        {
            drawings.Replace(element);
            return;
        }

        switch (element.LocalName)
        {
            case "iframe" or "embed" or "object" or "applet" or "portal" or "fencedframe" or "lite-youtube" or "lite-vimeo" or "amp-youtube"
                or "amp-iframe" or "amp-video" or "amp-audio":
                frames.Replace(element);
                break;
            case "amp-img" or "amp-anim":
                edit.Replace(element, edit.Create("img", ("src", element.GetAttribute("src")), ("alt", element.GetAttribute("alt"))));
                break;
            case "video" or "audio":
                fallbacks.ReplaceWithoutSource(element);
                break;
            case "canvas":
                fallbacks.ReplaceCanvas(element);
                break;
            case "noembed" or "noframes":
                fallbacks.ReplaceRawText(element);
                break;
            case "xmp" or "plaintext":
                fallbacks.ReplacePreformatted(element);
                break;
            case "marquee":
                edit.Unwrap(element);
                break;
            case "map":
                maps.Replace(element);
                break;
            case "script":
                if (IsEmbeddingScript(element)) frames.Replace(element);
                break;
            case "template":
                if (ShadowOf(element) is { } shadow) edit.Replace(element, shadow.ChildNodes.ToArray());
                break;
            case "form" or "fieldset" or "legend" or "input" or "button" or "select" or "textarea" or "datalist":
                forms.Replace(element);
                break;
            default:
                formulas.Clean(element);
                break;
        }
    }

    private void CheckData(IElement image)
    {
        if (image.GetAttribute("src") is not { } address || !DataImage.IsData(address) || DataImage.IsAccepted(address)) return;
        if (image.Parent is null) return;
        if (DataImage.SvgOf(address) is { } svg && drawings.AddressOf(svg) is { } file)
        {
            image.SetAttribute("src", file);
            return;
        }

        var alt = ShownText.Collapse(image.GetAttribute("alt") ?? "");
        report.Add(
            ProblemCodes.DataImage, "A picture in the text itself is larger than 32 KB or no PNG, JPEG, GIF or WebP",
            alt.Length > 0 ? $"{alt} ({DataImage.Describe(address)})" : DataImage.Describe(address),
            alt.Length > 0 ? "Its description stands in its place." : "It is left out.");
        edit.Replace(image, alt.Length > 0 ? [edit.Text(alt)] : []);
    }

    // Of scripts that write what they show, these have a page of their own.
    private static bool IsEmbeddingScript(IElement script) => script.GetAttribute("src") is { } address
        && address.EndsWith(".js", StringComparison.OrdinalIgnoreCase)
        && (address.Contains("//gist.github.com/", StringComparison.OrdinalIgnoreCase)
            || address.Contains("//asciinema.org/a/", StringComparison.OrdinalIgnoreCase));

    // A declarative shadow root is displayed, other templates are not.
    private static IDocumentFragment? ShadowOf(IElement element) =>
        element is IHtmlTemplateElement template && template.HasAttribute("shadowrootmode") ? template.Content : null;
}
