using System.Text.Json.Nodes;
using FeedApi.Api.Articles;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace FeedApi.Api.OpenApi;

/// <summary>
/// Opens the schemas: members may be added at any time, so none of them rules out unknown ones; and an article has all of its members only
/// as long as <c>fields</c> chooses none.
/// </summary>
internal sealed class OpenSchemaFilter : ISchemaFilter
{
    /// <summary>The schema of <c>meta</c>: whatever the front matter has.</summary>
    public static OpenApiSchema AnyObject => new() { Type = JsonSchemaType.Object, AdditionalProperties = new OpenApiSchema() };

    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema described || described.Type != JsonSchemaType.Object) return;
        if (context.Type != typeof(JsonObject)) described.AdditionalPropertiesAllowed = true;
        if (context.Type == typeof(ArticleContract)) described.Required = null;
    }
}
