using System.Globalization;
using System.Text;
using FeedApi.Http.Documents;
using FeedApi.Site;
using FeedApi.Site.Addresses;
using FeedApi.Site.Files;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.Swagger;

namespace FeedApi.Api.OpenApi;

/// <summary>The OpenAPI description as JSON and as YAML, built once.</summary>
/// <param name="provider">Describes the API. Made when somebody asks, since it reads all comments of the program.</param>
/// <param name="site">The settings of the site.</param>
/// <param name="dates">When the settings or the program changed.</param>
internal sealed class OpenApiDocuments(Lazy<IAsyncSwaggerProvider> provider, SiteConfig site, StaticDates dates)
{
    private readonly Lazy<Task<(Document Json, Document Yaml)>> documents = new(() => BuildAsync(provider, site, dates));

    /// <summary>The response to a GET or HEAD request.</summary>
    internal async Task<IResult> AnswerAsync(bool isYaml)
    {
        var (json, yaml) = await documents.Value;
        return new DocumentResult(isYaml ? yaml : json);
    }

    private static async Task<(Document Json, Document Yaml)> BuildAsync(
        Lazy<IAsyncSwaggerProvider> provider, SiteConfig site, StaticDates dates)
    {
        var description = await provider.Value.GetSwaggerAsync(OpenApiSetup.DocumentName, basePath: new Uri(site.PublicUrl).AbsolutePath);
        return (
            Document(Routes.OpenApiJson, "application/json; charset=utf-8", text => new OpenApiJsonWriter(text)),
            Document(Routes.OpenApiYaml, "application/yaml; charset=utf-8", text => new OpenApiYamlWriter(text)));

        Document Document(string address, string contentType, Func<TextWriter, IOpenApiWriter> writerOf)
        {
            using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
            description.SerializeAsV31(writerOf(text));
            var body = Encoding.UTF8.GetBytes(text.ToString().TrimEnd() + "\n");
            return new Document(contentType, body, dates.Of(address, body, SiteFiles.PathOfConfig(site)));
        }
    }
}
