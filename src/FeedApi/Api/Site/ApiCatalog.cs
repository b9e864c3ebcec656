using System.Text.Json;
using System.Text.Json.Nodes;
using FeedApi.Http.Documents;
using FeedApi.Site;
using FeedApi.Site.Addresses;
using FeedApi.Site.Files;

namespace FeedApi.Api.Site;

/// <summary>The list of the API's endpoints, for clients that know only the host. Built once.</summary>
/// <remarks>RFC 9727, in the format of RFC 9264 and with the link relations of RFC 8631.</remarks>
internal sealed class ApiCatalog(SiteConfig site, SiteLinks links, StaticDates dates)
{
    private const string ContentType = "application/linkset+json; profile=\"https://www.rfc-editor.org/info/rfc9727\"";
    private const string Json = "application/json", Yaml = "application/yaml", Html = "text/html";

    private static readonly string[] Endpoints = ["articles", "categories", "tags", "authors", "site"];

    private static readonly (string Path, string Type)[] Feeds =
    [
        ("/feed.rss", "application/rss+xml"), ("/feed.atom", "application/atom+xml"),
        ("/feed.json", "application/feed+json"), ("/opml.xml", "text/x-opml"),
    ];

    private readonly Lazy<Document> document = new(() => Build(site, links, dates));

    /// <summary>The document.</summary>
    public Document Document => document.Value;

    /// <summary>The value of the Link field for the description of the API.</summary>
    public static string DescriptionLinkOf(SiteLinks links) =>
        $"<{links.Public(Routes.OpenApiYaml)}>; rel=\"service-desc\"; type=\"{Yaml}\", " +
        $"<{links.Public(Routes.OpenApiJson)}>; rel=\"service-desc\"; type=\"{Json}\", " +
        $"<{links.Public(Routes.Docs)}>; rel=\"service-doc\"; type=\"{Html}\"";

    private static Document Build(SiteConfig site, SiteLinks links, StaticDates dates)
    {
        var context = new JsonObject
        {
            ["anchor"] = links.Public("/api/v1"),
            ["service-desc"] = new JsonArray(Target(Routes.OpenApiYaml, Yaml), Target(Routes.OpenApiJson, Json)),
            ["service-doc"] = new JsonArray(Target(Routes.Docs, Html)),
            ["status"] = new JsonArray(Target(Routes.Ready, Json)),
            ["item"] = new JsonArray(
            [
                .. Endpoints.Select(name => Target("/api/v1/" + name, Json)),
                .. Feeds.Select(feed => Target(feed.Path, feed.Type)),
            ]),
        };
        var body = JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["linkset"] = new JsonArray(context) }, ApiJson.Options);
        return new Document(ContentType, body, dates.Of(Routes.ApiCatalog, body, SiteFiles.PathOfConfig(site)))
        {
            Link = $"<{links.Public(Routes.ApiCatalog)}>; rel=\"api-catalog\"",
        };

        JsonNode Target(string path, string type) => new JsonObject { ["href"] = links.Public(path), ["type"] = type };
    }
}
