using System.Text.RegularExpressions;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace FeedApi.Api.OpenApi;

/// <summary>Completes the description as a whole: one operation per address, described tags, the server's address.</summary>
internal sealed partial class WholeDocumentFilter : IDocumentFilter
{
    private const string KeyScheme = "key";

    private static readonly (string Name, string Description)[] Tags =
    [
        ("Articles", "Published articles: lists of any selection, and single ones."),
        ("Sync", "Changes with deletions, as pages and as they happen."),
        ("Categories", "Categories with their feeds."),
        ("Tags", "Tags with their feeds."),
        ("Authors", "Authors with their feeds."),
        ("Site", "The site as a whole."),
        ("Feeds", "RSS 2.0, Atom 1.0 and JSON Feed 1.1 of the site and of every category, tag and author."),
        ("Operations", "For operators of the server; only on its management listener."),
    ];

    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        swaggerDoc.Servers ??= [];
        if (swaggerDoc.Servers.Count == 0) swaggerDoc.Servers.Add(new OpenApiServer { Url = "/" });
        swaggerDoc.Tags = new HashSet<OpenApiTag>(Tags.Select(tag => new OpenApiTag { Name = tag.Name, Description = tag.Description }));
        // An empty requirement states that no authentication is needed; without it, that would be undefined.
        swaggerDoc.Components ??= new OpenApiComponents();
        swaggerDoc.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [KeyScheme] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "A key for a quota of its own, from the operator of the server. Reading needs none.",
            },
        };
        swaggerDoc.Security =
        [
            new OpenApiSecurityRequirement(),
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(KeyScheme, swaggerDoc)] = [] },
        ];
        swaggerDoc.Components?.Schemas?.Remove(nameof(Microsoft.AspNetCore.Mvc.ProblemDetails));
        // HEAD is the same as GET without a body; describing it would only duplicate each method in generated clients.
        foreach (var path in swaggerDoc.Paths.Values) path.Operations?.Remove(HttpMethod.Head);
        foreach (var schema in swaggerDoc.Components?.Schemas?.Values ?? []) UnwrapDescriptions(schema);
    }

    // Comments in the code are wrapped; a description is one line.
    private static void UnwrapDescriptions(IOpenApiSchema schema)
    {
        schema.Description = Unwrap(schema.Description);
        foreach (var property in schema.Properties?.Values ?? []) property.Description = Unwrap(property.Description);
    }

    private static string? Unwrap(string? description) => description is null ? null : LineEnd().Replace(description, " ");

    [GeneratedRegex(@"\s*\n\s*")]
    private static partial Regex LineEnd();
}
