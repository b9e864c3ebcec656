using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace FeedApi.Api.OpenApi;

/// <summary>
/// Adds a worked example to every operation: a request to the demonstration site and its answer, from <c>examples.json</c>, which a test
/// compares with what the server says, and writes anew.
/// </summary>
internal sealed class ExampleFilter : IOperationFilter
{
    /// <summary>The name of the embedded file.</summary>
    public const string Resource = "openapi-examples.json";

    private readonly Lazy<JsonObject> examples = new(Read);

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (examples.Value[operation.OperationId ?? ""] is not JsonObject example) return;
        if (operation.Responses?.GetValueOrDefault("200") is not OpenApiResponse { Content: { } content }) return;
        var type = (string?)example["type"];
        if (type is null || !content.TryGetValue(type, out var described)) return;
        described.Examples = new Dictionary<string, IOpenApiExample>
        {
            ["demonstration"] = new OpenApiExample { Summary = $"GET {example["request"]}", Value = example["answer"]?.DeepClone() },
        };
    }

    private static JsonObject Read()
    {
        using var file = typeof(ExampleFilter).Assembly.GetManifestResourceStream(Resource)!;
        return JsonNode.Parse(file)!.AsObject();
    }
}
