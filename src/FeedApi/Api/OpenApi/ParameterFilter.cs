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
        ["sort"] = () => Choice(
            "ArticleSort", "The order of articles.", "-published", "published", "-updated", "-changed", "relevance"),
        ["include"] = () => ListOf(Choice("ListExtra", "What a list tells besides its articles.", "facets", "total")),
        ["has"] = () => ListOf(
            Choice("ArticlePart", "What an article has or lacks.", "image", "enclosure", "ai", "-image", "-enclosure", "-ai")),
        ["fields"] = () => ListOf(Choice("ArticleField", "A member of an article.", [.. ArticleFields.Names])),
        ["ids"] = () => ListOf(new OpenApiSchema { Type = JsonSchemaType.String }, ArticleQuery.MaxLimit),
        ["zh"] = () => Choice("ChineseScript", "Simplified or traditional Chinese.", "hans", "hant"),
        ["group_by"] = () => Choice(
            "ArticleGrouping", "What articles are counted by.", "day", "week", "month", "category", "tag", "author"),
        ["random"] = () => Number(0, int.MaxValue),
        ["highlight"] = () => Number(0, 1),
        ["dedupe"] = () => Number(0, 1),
        ["flat"] = () => Number(0, 1),
        ["active_days"] = () => Number(1, 3650),
        ["top"] = () => Number(1, 10_000),
        ["q"] = () => new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = SearchQuery.MaxChars },
        ["cursor"] = () => new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = 2_048 },
        [MinRevisionMiddleware.Parameter] = () => new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64", Minimum = "0" },
    };

    // The bounds of a parameter that are others in one operation.
    private static readonly Dictionary<(string Operation, string Name), Func<OpenApiSchema>> OfOperations = new()
    {
        [("GetArticle", "include")] = () => ListOf(Choice("ArticleExtra", "What is told besides an article.", "neighbours")),
        [("ListChanges", "limit")] = () => Number(1, 500, 100),
        [("ListRelatedArticles", "limit")] = () => Number(1, 20, 5),
        [("ListCategories", "q")] = () => new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = 100 },
        [("ListTags", "q")] = () => new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = 100 },
        [("ListAuthors", "q")] = () => new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = 100 },
    };

    private const string SlugDescription = "The slug, in any spelling: case, width and hyphens between letters are ignored.";

    // In a description only: Swagger UI would fill an example in, and a selection by all of them is empty.
    private static readonly Dictionary<string, string> Examples = new(StringComparer.Ordinal)
    {
        ["from"] = "2025-03-01",
        ["to"] = "2025-12-31",
        ["updated_since"] = "2025-06-12T08:00:00Z",
        ["lang"] = "zh-CN",
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
            if (name is "content") parameter.Schema = ContentOf(operation);
            if (parameter.Schema is OpenApiSchema schema) parameter.Schema = Shared(schema, context.SchemaRepository);
            // Values of a list are separated by commas, where the parameter is not one that is repeated.
            if (parameter.Schema is OpenApiSchema { Type: JsonSchemaType.Array } && !IsRepeated(name))
                (parameter.Style, parameter.Explode) = (ParameterStyle.Form, false);
            if (Examples.TryGetValue(name, out var example)) parameter.Description += $" Example: {example}.";
            if (name is "id") parameter.Example = JsonValue.Create("2025-03-02-first-light");
            if (operation.OperationId is "ExplainPost" && name is "post") parameter.Required = true;
        }
    }

    private static bool IsRepeated(string name) => name is "category" or "tag" or "author" or "url";

    private static OpenApiSchema ContentOf(OpenApiOperation operation) =>
        operation.OperationId?.Contains("Feed", StringComparison.Ordinal) == true
            ? Choice("FeedBody", "The bodies in a feed.", "full", "summary")
            : Choice("ArticleBody", "The form of the bodies.", "html", "text", "markdown", "none");

    // Choices are schemas of their own: a generated client has one type for each, whose name does not depend on the order of operations.
    private static IOpenApiSchema Shared(OpenApiSchema schema, SchemaRepository schemas)
    {
        if (schema.Items is OpenApiSchema item) schema.Items = Shared(item, schemas);
        if (schema.Title is not { } name) return schema;
        schema.Title = null;
        schemas.Schemas.TryAdd(name, schema);
        return new OpenApiSchemaReference(name);
    }

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

    private static OpenApiSchema Choice(string name, string description, params string[] values) => new()
    {
        Title = name,
        Description = description,
        Type = JsonSchemaType.String,
        Enum = [.. values.Select(value => (JsonNode)JsonValue.Create(value)!)],
    };
}
