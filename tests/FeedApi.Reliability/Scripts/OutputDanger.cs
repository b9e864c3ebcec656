using System.Text.Json.Nodes;
using System.Xml.Linq;
using FeedApi.Reliability.Sites;

namespace FeedApi.Reliability.Scripts;

/// <summary>Finds scripts, handlers and dangerous addresses in what a server answers, whatever its format.</summary>
internal static class OutputDanger
{
    private static readonly string[] HtmlElements = ["description", "encoded", "content", "summary"];
    private static readonly string[] AddressElements = ["link", "comments", "uri", "docs"];
    private static readonly string[] AddressAttributes = ["href", "url", "src", "domain", "scheme"];
    private static readonly string[] AddressMembers =
    [
        "url", "external_url", "image", "href", "avatar", "icon", "favicon", "home_page_url",
    ];

    private static readonly XNamespace[] ActiveNamespaces =
        ["http://www.w3.org/1999/xhtml", "http://www.w3.org/2000/svg", "http://www.w3.org/1998/Math/MathML"];

    /// <summary>Each danger with the item that it is in, as text.</summary>
    public static IEnumerable<(string Danger, string Item)> In(SiteOutput output) => output.Kind switch
    {
        OutputKind.Page => HtmlDanger.InPage(output.Body).Select(danger => (danger, output.Body)),
        OutputKind.Rss or OutputKind.Atom => InXml(XDocument.Parse(output.Body)),
        _ => InJson(JsonNode.Parse(output.Body)!),
    };

    private static IEnumerable<(string Danger, string Item)> InXml(XDocument document)
    {
        foreach (var instruction in document.DescendantNodes().OfType<XProcessingInstruction>())
            yield return ($"a processing instruction {instruction.Target}", "");
        foreach (var element in document.Descendants())
        {
            foreach (var danger in In(element).Concat(element.Attributes().SelectMany(In)))
                yield return (danger, (element.AncestorsAndSelf().FirstOrDefault(IsItem) ?? element).ToString());
        }
    }

    private static bool IsItem(XElement element) => element.Name.LocalName is "item" or "entry";

    private static IEnumerable<string> In(XElement element)
    {
        if (ActiveNamespaces.Contains(element.Name.Namespace)) return [$"an element {element.Name}"];
        if (element.HasElements) return [];
        if (HtmlElements.Contains(element.Name.LocalName) && (string?)element.Attribute("type") != "text")
            return HtmlDanger.InFragment(element.Value);
        return AddressElements.Contains(element.Name.LocalName) && HtmlDanger.InAddress(element.Value) is { } danger ? [danger] : [];
    }

    private static IEnumerable<string> In(XAttribute attribute)
    {
        // Text constructs whose type is html are read as such; titles and names must be text.
        if (attribute is { Name.LocalName: "type", Value: "html" or "xhtml", Parent.Name.LocalName: "title" })
            yield return "a title that is no text";
        if (AddressAttributes.Contains(attribute.Name.LocalName) && HtmlDanger.InAddress(attribute.Value) is { } danger)
            yield return danger;
    }

    private static IEnumerable<(string Danger, string Item)> InJson(JsonNode root)
    {
        var items = (root["items"] ?? root["data"])!.AsArray();
        foreach (var item in items)
        {
            foreach (var danger in InMembers(item!)) yield return (danger, item!.ToJsonString());
        }
    }

    private static IEnumerable<string> InMembers(JsonNode node) => node switch
    {
        JsonObject members => members.Where(member => member.Value is not null).SelectMany(member => InMember(member.Key, member.Value!)),
        JsonArray all => all.Where(each => each is not null).SelectMany(each => InMembers(each!)),
        _ => [],
    };

    private static IEnumerable<string> InMember(string name, JsonNode value)
    {
        if (value is not JsonValue || value.GetValueKind() != System.Text.Json.JsonValueKind.String)
            return name == "meta" ? [] : InMembers(value);
        var text = (string)value!;
        if (name.EndsWith("html", StringComparison.Ordinal)) return HtmlDanger.InFragment(text);
        return AddressMembers.Contains(name) && HtmlDanger.InAddress(text) is { } danger ? [danger] : [];
    }
}
