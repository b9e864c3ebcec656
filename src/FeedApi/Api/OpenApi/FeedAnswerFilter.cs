using FeedApi.Model;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace FeedApi.Api.OpenApi;

/// <summary>
/// Gives JSON Feed a schema of its own, and calls the other formats binary: generated clients hand them over as a stream, while they would
/// read a string as JSON.
/// </summary>
internal sealed class FeedAnswerFilter : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (operation.Responses?.GetValueOrDefault("200") is not OpenApiResponse { Content: { } content }) return;
        foreach (var (type, described) in content)
        {
            if (type == FeedFormat.Json.MediaType)
                described.Schema = context.SchemaGenerator.GenerateSchema(typeof(JsonFeedContract), context.SchemaRepository);
            else if (!type.StartsWith("application/json", StringComparison.Ordinal))
                described.Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = type == "text/plain" ? null : "binary" };
        }
    }
}
