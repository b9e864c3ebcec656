using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace FeedApi.Reliability.Scripts;

/// <summary>Finds what can run, load or move in HTML, as a browser would read it.</summary>
/// <remarks>A list of its own, not the cleaner's: what the cleaner forgets must be found here.</remarks>
internal static partial class HtmlDanger
{
    private static readonly string[] Elements =
    [
        "script", "style", "iframe", "frame", "frameset", "object", "embed", "applet", "base", "noscript", "template", "svg", "animate",
        "set", "use", "foreignobject", "xmp", "plaintext", "noembed", "noframes", "portal", "fencedframe", "bgsound", "layer", "isindex",
        "keygen", "marquee", "mglyph", "annotation-xml",
    ];

    // Pages of the program have these in their frame.
    private static readonly string[] OfPagesOnly = ["link", "meta", "form", "input", "button", "textarea", "select", "title", "head"];

    private static readonly string[] AddressAttributes =
    [
        "href", "src", "action", "formaction", "xlink:href", "data", "poster", "background", "cite", "longdesc", "dynsrc", "lowsrc",
        "codebase", "classid", "manifest", "profile", "usemap", "icon",
    ];

    private static readonly string[] Attributes = ["srcdoc", "ping", "http-equiv", "formaction", "action", "background", "is", "nonce"];

    private static readonly string[] Schemes = ["http", "https", "mailto", "tel", "xmpp", "magnet", "tag", "urn"];
    private static readonly HtmlParser Parser = new();
    private static readonly HtmlParser ScriptingParser = new(new HtmlParserOptions { IsScripting = true });

    /// <summary>What is dangerous in a whole page of the program.</summary>
    public static IEnumerable<string> InPage(string html) =>
        In(Parser.ParseDocument(html), isPage: true).Concat(In(ScriptingParser.ParseDocument(html), isPage: true));

    /// <summary>What is dangerous in a body that others show, read once and, as mail programs do, written and read again.</summary>
    public static IEnumerable<string> InFragment(string html)
    {
        if (!html.Contains('<', StringComparison.Ordinal)) return [];
        var once = Parser.ParseDocument(html);
        return In(once, isPage: false)
            .Concat(In(ScriptingParser.ParseDocument(html), isPage: false))
            .Concat(In(Parser.ParseDocument(once.Body!.InnerHtml), isPage: false));
    }

    /// <summary>What is dangerous in an address.</summary>
    public static string? InAddress(string address)
    {
        var squeezed = Ignored().Replace(address, "");
        var scheme = Scheme().Match(squeezed);
        if (!scheme.Success) return null;
        var name = scheme.Groups[1].Value.ToLowerInvariant();
        if (Schemes.Contains(name) || (name == "data" && HarmlessPicture().IsMatch(squeezed))) return null;
        return $"the scheme {name} in {Shorten(address)}";
    }

    private static IEnumerable<string> In(IDocument document, bool isPage)
    {
        foreach (var element in document.All)
        {
            var name = element.LocalName.ToLowerInvariant();
            if (IsDangerous(element, name, isPage)) yield return $"an element {name}: {Shorten(element.OuterHtml)}";
            foreach (var attribute in element.Attributes)
            {
                if (FaultIn(attribute.Name.ToLowerInvariant(), attribute.Value, name, isPage) is { } fault)
                    yield return $"{fault}: {Shorten(element.OuterHtml)}";
            }
        }
    }

    // A document has a head of its own, into which nothing of a fragment may come.
    private static bool IsDangerous(IElement element, string name, bool isPage) =>
        (Elements.Contains(name) && !(isPage && IsDescription(element)))
        || (!isPage && OfPagesOnly.Contains(name) && (name != "head" || element.ChildElementCount > 0));

    // What a page says of itself, in its head and in JSON from beginning to end: no browser runs it.
    private static bool IsDescription(IElement element)
    {
        if (element is not { LocalName: "script", ParentElement.LocalName: "head", Attributes.Length: 1 }) return false;
        if (element.GetAttribute("type") != "application/ld+json") return false;
        try
        {
            return JsonNode.Parse(element.TextContent) is JsonObject;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string? FaultIn(string name, string value, string element, bool isPage)
    {
        if (name.StartsWith("on", StringComparison.Ordinal)) return $"a handler {name}";
        if (name == "style" && StyleDanger().IsMatch(value)) return "a style that loads";
        if (Attributes.Contains(name) && !(isPage && element == "form")) return $"an attribute {name}";
        if (name is "srcset" or "imagesrcset")
            return value.Split(',').Select(part => InAddress(part.Trim())).FirstOrDefault(part => part is not null);
        return AddressAttributes.Contains(name) ? InAddress(value) : null;
    }

    private static string Shorten(string text) => (text.Length > 160 ? text[..160] : text).ReplaceLineEndings(" ");

    // URL Standard, section 4.4: tabs and line ends go, and control characters and blanks at both ends.
    [GeneratedRegex(@"[\t\n\r]|^[\u0000-\u0020]+")]
    private static partial Regex Ignored();

    [GeneratedRegex("^([a-zA-Z][a-zA-Z0-9+.-]*):")]
    private static partial Regex Scheme();

    [GeneratedRegex("^data:image/(png|jpeg|gif|webp|avif)[;,]", RegexOptions.IgnoreCase)]
    private static partial Regex HarmlessPicture();

    [GeneratedRegex(@"url\s*\(|expression|@import|behaviou?r|binding|\\", RegexOptions.IgnoreCase)]
    private static partial Regex StyleDanger();
}
