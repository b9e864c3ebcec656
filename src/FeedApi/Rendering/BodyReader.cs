using FeedApi.Rendering.Embeds;
using FeedApi.Rendering.Html;
using FeedApi.Rendering.Html.Plain;
using FeedApi.Site;
using FeedApi.Site.Addresses;

namespace FeedApi.Rendering;

/// <summary>
/// Makes of the HTML of a post its <see cref="Body"/>: plain HTML as it is read, any other by way of a tree. Thread-safe.
/// </summary>
/// <remarks>Both ways give the same for all HTML that is plain; that is tested by comparing them.</remarks>
internal sealed class BodyReader(SiteConfig site)
{
    private readonly HtmlCleaner cleaner = new(site.Trust, site.Strip.Selectors);
    private readonly BoilerplateRemoval boilerplate = new(site.Strip);

    /// <summary>True when the site has rules of what feeds leave out.</summary>
    public bool HasRules => boilerplate.HasRules;

    /// <summary>Reads one body.</summary>
    /// <param name="html">Any HTML.</param>
    /// <param name="addresses">Resolves its addresses.</param>
    /// <param name="separatorComment">The comment that ends the excerpt besides <c>more</c>; null for none.</param>
    /// <param name="report">Is told what could not pass.</param>
    /// <exception cref="RenderingException">The HTML exceeds a limit.</exception>
    public Body Read(string html, AddressResolver addresses, string? separatorComment, BodyReport report) =>
        ReadPlain(html, addresses, separatorComment) ?? ReadTree(html, addresses, separatorComment, report);

    /// <summary>Reads plain HTML; null when it is not plain, or the site wants more than that.</summary>
    /// <param name="html">Any HTML.</param>
    /// <param name="addresses">Resolves its addresses.</param>
    /// <param name="separatorComment">The comment that ends the excerpt besides <c>more</c>; null for none.</param>
    public Body? ReadPlain(string html, AddressResolver addresses, string? separatorComment) =>
        site.Trust == TrustLevel.Author || boilerplate.HasRules ? null : PlainReader.Read(html, addresses, separatorComment);

    /// <summary>Reads a body by way of a tree.</summary>
    /// <param name="html">Any HTML.</param>
    /// <param name="addresses">Resolves its addresses.</param>
    /// <param name="separatorComment">The comment that ends the excerpt besides <c>more</c>; null for none.</param>
    /// <param name="report">Is told what could not pass.</param>
    /// <exception cref="RenderingException">The HTML exceeds a limit.</exception>
    public Body ReadTree(string html, AddressResolver addresses, string? separatorComment, BodyReport report)
    {
        var clean = cleaner.Clean(html, addresses, separatorComment, report);
        var pageHtml = boilerplate.HasRules ? HtmlWriter.Write(clean.Body, clean.MoreMarker) : null;
        boilerplate.Apply(clean);
        var reading = TreeReading.Of(clean, addresses);
        return new Body(HtmlWriter.Write(clean.Body), pageHtml, reading, clean.Files);
    }

    /// <summary>The text of a body, without its boilerplate.</summary>
    /// <param name="html">Any HTML.</param>
    /// <param name="addresses">Resolves its addresses.</param>
    /// <param name="source">The text of which it is made.</param>
    /// <exception cref="RenderingException">The HTML exceeds a limit.</exception>
    public string TextOf(string html, AddressResolver addresses, string source)
    {
        if (ReadPlain(html, addresses, separatorComment: null) is { } plain) return plain.Reading.Text;
        var clean = cleaner.ReadForText(html, addresses, source);
        boilerplate.Apply(clean);
        return TreeReading.Of(clean, addresses).Text;
    }
}
