using System.ComponentModel;
using System.Globalization;
using System.Text.Json.Nodes;
using FeedApi.Api.Articles;
using FeedApi.Queries;
using FeedApi.Queries.Search;
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
    private static readonly Dictionary<string, Func<OpenApiSchema>> Schemas = new(StringComparer.Ordinal)
    {
        ["limit"] = () => Number(1, 100, 20),
        ["wait"] = () => Number(0, 60, 0),
        ["sort"] = () => Choice("-published", "published", "-updated", "-changed", "relevance"),
        ["include"] = () => ListOf(Choice("facets", "total")),
        ["has"] = () => ListOf(Choice("image", "enclosure", "ai", "-image", "-enclosure", "-ai")),
        ["fields"] = () => ListOf(Choice([.. ArticleFields.Names])),
        ["ids"] = () => ListOf(new OpenApiSchema { Type = JsonSchemaType.String }, ArticleQuery.MaxLimit),
        ["highlight"] = () => Choice("0", "1"),
        ["flat"] = () => Choice("0", "1"),
        ["active_days"] = () => Number(1, 3650),
        ["top"] = () => Number(1, 10_000),
        ["q"] = () => new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = SearchQuery.MaxChars },
        ["cursor"] = () => new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = 2_048 },
        [MinRevisionMiddleware.Parameter] = () => new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64", Minimum = "0" },
    };

    // The bounds of a parameter that are others in one operation.
    private static readonly Dictionary<(string Operation, string Name), Func<OpenApiSchema>> OfOperations = new()
    {
        [("ListChanges", "limit")] = () => Number(1, 500, 100),
        [("ListRelatedArticles", "limit")] = () => Number(1, 20, 5),
        [("ListCategories", "q")] = () => new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = 100 },
        [("ListTags", "q")] = () => new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = 100 },
        [("ListAuthors", "q")] = () => new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = 100 },
    };

    private const string SlugDescription = "The slug, in any spelling: case, width and hyphens between letters are ignored.";

    private static readonly Dictionary<string, string> Examples = new(StringComparer.Ordinal)
    {
        ["from"] = "2025-03-01",
        ["to"] = "2025-12-31",
        ["updated_since"] = "2025-06-12T08:00:00Z",
        ["lang"] = "zh-CN",
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
            if ((OfOperations.GetValueOrDefault((operation.OperationId ?? "", name)) ?? Schemas.GetValueOrDefault(name)) is { } schemaOf)
                parameter.Schema = schemaOf();
            // Values of a list are separated by commas, where the parameter is not one that is repeated.
            if (parameter.Schema is OpenApiSchema { Type: JsonSchemaType.Array } && !IsRepeated(name))
                (parameter.Style, parameter.Explode) = (ParameterStyle.Form, false);
            if (Examples.TryGetValue(name, out var example)) parameter.Example = JsonValue.Create(example);
            if (name is "content") parameter.Schema = ContentOf(operation);
        }
    }

    private static bool IsRepeated(string name) => name is "category" or "tag" or "author" or "url";

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

    private static OpenApiSchema Number(int minimum, int maximum, int? unset = null) => new()
    {
        Type = JsonSchemaType.Integer,
        Format = "int32",
        Minimum = minimum.ToString(CultureInfo.InvariantCulture),
        Maximum = maximum.ToString(CultureInfo.InvariantCulture),
        Default = unset is { } value ? JsonValue.Create(value) : null,
    };

    private static OpenApiSchema ListOf(OpenApiSchema item, int? maximum = null) =>
        new() { Type = JsonSchemaType.Array, Items = item, MaxItems = maximum };

    private static OpenApiSchema Choice(params string[] values) => new()
    {
        Type = JsonSchemaType.String,
        Enum = [.. values.Select(value => (JsonNode)JsonValue.Create(value)!)],
    };
}
