using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using FeedApi.Model;
using FeedApi.Model.Text;

namespace FeedApi.Rendering.Embeds;

/// <summary>Writes an inline drawing as an XML document of nothing but shapes and text, and finds what it holds besides.</summary>
/// <remarks>
/// The document is written anew, element by element, so that only what is known can be in it. Nothing in it runs or loads: a browser
/// that shows it in <c>img</c> would not let it either, and its address answers with a policy that forbids it.
/// </remarks>
internal sealed partial class SvgWriter
{
    private readonly StringBuilder xml = new();
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);
    private readonly HashSet<string> references = new(StringComparer.Ordinal);
    private string? fault;

    /// <summary>The document.</summary>
    public string Xml => XmlText.Clean(xml.ToString());

    /// <summary>The first thing that is neither shape nor text; null when there is none.</summary>
    public string? Fault => fault ?? (xml.Length > RenderingLimits.SvgChars ? "more than 256 KB" : null)
        ?? (references.FirstOrDefault(id => !ids.Contains(id)) is { } missing ? $"a reference to #{missing} outside of it" : null);

    /// <summary>True when there is anything to be seen.</summary>
    public bool IsVisible { get; private set; }

    /// <summary>The links in the drawing, which do not work in a picture.</summary>
    public List<(string Address, string Text)> Links { get; } = [];

    /// <summary>Writes the drawing.</summary>
    public void Write(IElement svg) => WriteElement(svg, 0, isDefinition: false);

    private void WriteElement(IElement element, int depth, bool isDefinition)
    {
        if (depth > RenderingLimits.HtmlDepth) throw new RenderingException(ProblemCodes.RenderBudget, "The HTML is nested too deeply.");
        var name = element.LocalName;
        // What editors write for themselves.
        if (name == "metadata" || name.Contains(':', StringComparison.Ordinal)) return;
        if (name == "a")
        {
            Links.Add((element.GetAttribute("href") ?? element.GetAttribute("xlink:href") ?? "", ShownText.Of(element)));
            name = "g";
        }

        if (element.NamespaceUri != NamespaceNames.SvgUri || !SvgVocabulary.Elements.Contains(name) || IsForbiddenAnimation(element))
        {
            fault ??= $"<{name}>";
            return;
        }

        isDefinition |= name is "defs" or "symbol" or "clipPath" or "mask" or "pattern" or "marker";
        IsVisible |= !isDefinition && SvgVocabulary.Shapes.Contains(name);
        xml.Append('<').Append(name);
        if (depth == 0) xml.Append(" xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"");
        foreach (var attribute in element.Attributes) WriteAttribute(attribute, depth == 0);
        xml.Append('>');
        WriteContent(element, name, depth, isDefinition);
        xml.Append("</").Append(name).Append('>');
    }

    private void WriteContent(IElement element, string name, int depth, bool isDefinition)
    {
        if (name == "style") WriteEscaped(StyleOf(element.TextContent));
        else if (name is "title" or "desc") WriteEscaped(element.TextContent);
        else
        {
            foreach (var node in element.ChildNodes)
            {
                if (node is IText text) WriteEscaped(text.Data);
                else if (node is IElement child) WriteElement(child, depth + 1, isDefinition);
            }
        }
    }

    private void WriteAttribute(IAttr attribute, bool isRoot)
    {
        var name = attribute.Name;
        if (name.StartsWith("on", StringComparison.OrdinalIgnoreCase))
        {
            fault ??= "an event handler";
        }
        else if (name is "href" or "xlink:href")
        {
            // Of a link it is among the links.
            if (attribute.OwnerElement?.LocalName == "a") return;
            if (!attribute.Value.Trim().StartsWith('#')) fault ??= "a reference to another file";
            else references.Add(attribute.Value.Trim()[1..]);
            Append("xlink:href", attribute.Value.Trim());
        }
        else if (Name().IsMatch(name) && !(isRoot && name == "xmlns") && !name.StartsWith("data-", StringComparison.Ordinal))
        {
            if (!IsHarmless(attribute.Value)) fault ??= "a reference to another file";
            if (name == "id") ids.Add(attribute.Value);
            if (name != "xmlns") Append(name, attribute.Value);
        }
    }

    private void Append(string name, string value)
    {
        xml.Append(' ').Append(name).Append("=\"");
        WriteEscaped(value);
        xml.Append('"');
    }

    // Of any attribute that may load or run something.
    private static bool IsForbiddenAnimation(IElement element) => SvgVocabulary.Animations.Contains(element.LocalName)
        && element.GetAttribute("attributeName") is { } target
        && (target.EndsWith("href", StringComparison.OrdinalIgnoreCase) || target.StartsWith("on", StringComparison.OrdinalIgnoreCase));

    // Fonts and style sheets from elsewhere would not be loaded in a picture: the words are shown in another font.
    private string StyleOf(string css)
    {
        var own = Imports().Replace(css, "");
        if (!IsHarmless(own)) fault ??= "a reference to another file";
        return own;
    }

    private static bool IsHarmless(string value)
    {
        if (value.AsSpan().IndexOfAny('(', '\\', '@') < 0) return !value.Contains("script:", StringComparison.OrdinalIgnoreCase);
        return !value.Contains('\\', StringComparison.Ordinal) && !Foreign().IsMatch(Own().Replace(value, ""));
    }

    private void WriteEscaped(string text)
    {
        foreach (var c in text)
        {
            _ = c switch
            {
                '&' => xml.Append("&amp;"),
                '<' => xml.Append("&lt;"),
                '>' => xml.Append("&gt;"),
                '"' => xml.Append("&quot;"),
                '\u00a0' => xml.Append("&#160;"),
                _ => xml.Append(c),
            };
        }
    }

    [GeneratedRegex("^([a-zA-Z][a-zA-Z0-9_-]*|xml:space|xml:lang)$")]
    private static partial Regex Name();

    [GeneratedRegex(@"@font-face\s*\{[^}]*\}|@(import|charset|namespace)[^;]*;", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Imports();

    [GeneratedRegex(@"url\(\s*[""']?#[^()]*\)", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Own();

    [GeneratedRegex(
        @"url\s*\(|image(-set)?\s*\(|src\s*\(|expression\s*\(|script:|@import|binding|behavior",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Foreign();
}
