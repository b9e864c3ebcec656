using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.XPath;
using FeedApi.Http.Pipeline;
using FeedApi.Http.Semantics;
using FeedApi.Model.Text;
using FeedApi.Site.Addresses;
using Microsoft.OpenApi;

namespace FeedApi.Api.OpenApi;

/// <summary>Describes the API: <c>/openapi.json</c>, <c>/openapi.yaml</c> and the pages at <c>/docs</c>.</summary>
internal static class OpenApiSetup
{
    /// <summary>The name of the only description.</summary>
    internal const string DocumentName = "v1";

    private const string ContractSuffix = "Contract";

    private const string DocumentationPath = "/docs/index.html";

    private static readonly string[] Methods = ["GET", "HEAD"];

    /// <summary>Registers the services of the description.</summary>
    public static IServiceCollection AddOpenApiDescription(this IServiceCollection services)
    {
        services.AddEndpointsApiExplorer();
        services.AddSwaggerGen(options =>
        {
            options.SwaggerDoc(DocumentName, new OpenApiInfo
            {
                Title = "FeedApi",
                Version = "1.0.0",
                Description = "The articles of a site as JSON, and every selection of them as RSS 2.0, Atom 1.0 and JSON Feed 1.1. "
                    + "Reading needs no key. Every error is application/problem+json with a stable code, whose page is its type. Version 1 "
                    + "only grows: members, parameters, codes and kinds of events may be added, none changes its meaning or goes, so "
                    + "ignore what you do not know. Whatever can be asked of the list of articles can be subscribed to: put the same "
                    + "query behind /feed.rss, /feed.atom or /feed.json.",
                Contact = new OpenApiContact { Name = "FeedApi contributors" },
                License = new OpenApiLicense { Name = "MIT", Url = new Uri("https://opensource.org/license/mit") },
            });
            options.CustomSchemaIds(type =>
                type.Name.EndsWith(ContractSuffix, StringComparison.Ordinal) ? type.Name[..^ContractSuffix.Length] : type.Name);
            options.IncludeXmlComments(ReadComments);
            options.SupportNonNullableReferenceTypes();
            options.NonNullableReferenceTypesAsRequired();
            options.MapType<JsonObject>(() => OpenSchemaFilter.AnyObject);
            options.SchemaFilter<OpenSchemaFilter>();
            options.OperationFilter<QueryFilter>();
            options.OperationFilter<ParameterFilter>();
            options.OperationFilter<AnswerFilter>();
            options.OperationFilter<FeedAnswerFilter>();
            options.OperationFilter<ExampleFilter>();
            options.DocumentFilter<WholeDocumentFilter>();
        });
        return services.AddSingleton<DocumentationPages>();
    }

    /// <summary>Maps the description and its pages.</summary>
    public static IEndpointRouteBuilder MapOpenApiDescription(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods(Routes.OpenApiJson, Methods, (OpenApiDocuments documents) => documents.AnswerAsync(isYaml: false))
            .ExcludeFromDescription();
        routes.MapMethods(Routes.OpenApiYaml, Methods, (OpenApiDocuments documents) => documents.AnswerAsync(isYaml: true))
            .ExcludeFromDescription();
        routes.MapMethods(Routes.Docs, Methods, (SiteLinks links) => new MovedResult(links.Public(DocumentationPath)))
            .WithMetadata(EverySpelling.Mark)
            .ExcludeFromDescription();
        foreach (var file in Routes.DocsFiles)
        {
            routes
                .MapMethods(file, Methods, (DocumentationPages pages, HttpContext context) =>
                    pages.AnswerAsync(file[(Routes.Docs.Length + 1)..], context.RequestAborted))
                .WithMetadata(EverySpelling.Mark)
                .ExcludeFromDescription();
        }

        return routes;
    }

    private static XPathDocument ReadComments()
    {
        using var comments = CodeComments.Open();
        using var reader = XmlReader.Create(comments);
        return new XPathDocument(reader);
    }
}
