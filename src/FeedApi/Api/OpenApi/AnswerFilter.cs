using System.Text.Json.Nodes;
using FeedApi.Http.Hosting;
using FeedApi.Http.Semantics;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace FeedApi.Api.OpenApi;

/// <summary>Says of every answer what it means, gives every error our own form, and adds the answers that any address can give.</summary>
internal sealed class AnswerFilter : IOperationFilter
{
    private static readonly Dictionary<string, string> Meanings = new(StringComparer.Ordinal)
    {
        ["200"] = "The document.",
        ["301"] = "The address in Location has it, under its canonical spelling.",
        ["304"] = "The client has the current document: a condition of the request says so.",
        ["400"] = "A query parameter is wrong; the problem names it.",
        ["404"] = "There is nothing at this address.",
        ["410"] = "It was published here and has been deleted.",
        ["412"] = "A precondition of the request does not hold.",
        ["429"] = "More requests came from this address than one client makes; Retry-After says when to try again.",
        ["503"] = "The posts are being indexed for the first time (starting), or a search took longer than one may (search-budget), "
            + "which more words or a filter help; Retry-After says when to try again.",
    };

    private const string QuotaDetail =
        "More than 6000 requests in 120 s came from your address for the API and for feeds of queries; try again in 1 s. "
        + "A conditional request that is answered 304 counts as a quarter.";

    private static readonly Dictionary<string, string> Examples = new(StringComparer.Ordinal)
    {
        ["400"] = """
            {"type":"about:blank","title":"Bad query parameter","status":400,"code":"bad-parameter",
             "detail":"limit is \"500\"; it must be a number from 1 to 100.",
             "errors":[{"parameter":"limit","detail":"limit is \"500\"; it must be a number from 1 to 100.","nearest":"100"}]}
            """,
        ["404"] = """
            {"type":"about:blank","title":"Not found","status":404,"code":"unknown-category",
             "detail":"There is no category \"moon\"; GET /api/v1/categories lists them."}
            """,
        ["410"] = """
            {"type":"about:blank","title":"Gone","status":410,"code":"article-deleted",
             "detail":"The article was published here and has been deleted."}
            """,
        ["429"] = $$"""
            {"type":"https://iana.org/assignments/http-problem-types#quota-exceeded",
             "title":"Request cannot be satisfied as assigned quota has been exceeded","status":429,"code":"too-many-requests",
             "detail":"{{QuotaDetail}}",
             "violated-policies":["queries"]}
            """,
        ["503"] = """
            {"type":"about:blank","title":"Not ready yet","status":503,"code":"starting",
             "detail":"The posts are being indexed for the first time."}
            """,
    };

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var responses = operation.Responses ??= [];
        responses.TryAdd("412", new OpenApiResponse());
        if (!context.ApiDescription.ActionDescriptor.EndpointMetadata.Contains(ManagementOnly.Mark))
            responses.TryAdd("429", new OpenApiResponse());
        responses.TryAdd("503", new OpenApiResponse());
        var problem = context.SchemaGenerator.GenerateSchema(typeof(ProblemContract), context.SchemaRepository);
        foreach (var (status, response) in responses)
        {
            if (response is not OpenApiResponse answer) continue;
            answer.Description = Meanings.GetValueOrDefault(status, answer.Description ?? "");
            if (status[0] is '4' or '5') answer.Content = ErrorOf(status, problem);
            if (status is "301") answer.Headers = Header("Location", "The canonical address.");
            if (status is "429" or "503") answer.Headers = Header("Retry-After", "Seconds.");
        }
    }

    private static Dictionary<string, OpenApiMediaType> ErrorOf(string status, IOpenApiSchema schema) => new()
    {
        [HttpProblem.MediaType] = new OpenApiMediaType
        {
            Schema = schema,
            Example = Examples.TryGetValue(status, out var example) ? JsonNode.Parse(example) : null
        },
    };

    private static Dictionary<string, IOpenApiHeader> Header(string name, string description) => new()
    {
        [name] = new OpenApiHeader { Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } },
    };
}
