using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
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
        DescribePresence(described, context.Type);
        if (context.Type == typeof(ArticleContract)) described.Required = null;
        // What the exceptions of generated clients say.
        if (context.Type == typeof(ProblemContract) && described.Properties?["detail"] is OpenApiSchema detail)
            detail.Extensions = new Dictionary<string, IOpenApiExtension> { ["x-ms-primary-error-message"] = new JsonNodeExtension(true) };
    }

    // A member without a value is left out (ApiJson), unless its contract says that it is always written: then it is null.
    private static void DescribePresence(OpenApiSchema described, Type contract)
    {
        var written = ApiJson.Options.GetTypeInfo(contract).Properties.Where(IsAlwaysWritten).Select(member => member.Name).ToHashSet();
        foreach (var (name, member) in described.Properties ?? new Dictionary<string, IOpenApiSchema>())
        {
            if (written.Contains(name)) (described.Required ??= new HashSet<string>()).Add(name);
            else if (member is OpenApiSchema schema) schema.Type &= ~JsonSchemaType.Null;
        }
    }

    private static bool IsAlwaysWritten(JsonPropertyInfo member) =>
        member.AttributeProvider?.GetCustomAttributes(typeof(JsonIgnoreAttribute), inherit: false)
            is [JsonIgnoreAttribute { Condition: JsonIgnoreCondition.Never }];
}
