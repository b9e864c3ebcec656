using System.ComponentModel;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace FeedApi.Api.OpenApi;

/// <summary>
/// Describes the values of parameters, which are bound as strings so that the program can report faults itself.
/// </summary>
internal sealed class ParameterFilter : IOperationFilter
{
    private static readonly Dictionary<string, OpenApiSchema> Schemas = new(StringComparer.Ordinal)
    {
        ["limit"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1", Maximum = "100", Default = 20 },
        ["sort"] = Choice("-published", "published", "-updated"),
        ["include"] = Choice("total"),
        ["flat"] = Choice("0", "1"),
        ["active_days"] = Number("3650"),
        ["top"] = Number("10000"),
    };

    private const string SlugDescription = "The slug, in any spelling: case, width and hyphens between letters are ignored.";

    private static readonly Dictionary<string, string> Examples = new(StringComparer.Ordinal)
    {
        ["from"] = "2025-03-01",
        ["to"] = "2025-12-31",
        ["updated_since"] = "2025-06-12T08:00:00Z",
        ["lang"] = "zh-CN",
        ["fields"] = "id,title,url",
        ["id"] = "2025-03-02-first-light",
    };

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
        {
            if (parameter.Name is not { } name) continue;
            var bound = context.ApiDescription.ParameterDescriptions.FirstOrDefault(each => each.Name == name);
            parameter.Description ??= (bound is null ? null : DescriptionOf(bound)) ?? (name is "slug" ? SlugDescription : null);
            // The parameter has the description already.
            if (parameter.Schema is OpenApiSchema generated) generated.Description = null;
            if (Schemas.TryGetValue(name, out var schema)) parameter.Schema = schema;
            if (Examples.TryGetValue(name, out var example)) parameter.Example = JsonValue.Create(example);
            if (name is "content") parameter.Schema = ContentOf(operation);
        }
    }

    private static OpenApiSchema ContentOf(OpenApiOperation operation) =>
        operation.OperationId?.EndsWith('s') == true || operation.OperationId is "GetArticle"
            ? Choice("html", "text", "markdown", "none")
            : Choice("full", "summary");

    private static string? DescriptionOf(ApiParameterDescription described) =>
        described.ModelMetadata?.Description
        ?? (described.ParameterDescriptor as ControllerParameterDescriptor)?.ParameterInfo
            .GetCustomAttributes(typeof(DescriptionAttribute), false)
            .OfType<DescriptionAttribute>()
            .FirstOrDefault()?.Description;

    private static OpenApiSchema Number(string maximum) => new() { Type = JsonSchemaType.Integer, Minimum = "1", Maximum = maximum };

    private static OpenApiSchema Choice(params string[] values) => new()
    {
        Type = JsonSchemaType.String,
        Enum = [.. values.Select(value => (JsonNode)JsonValue.Create(value)!)],
    };
}
