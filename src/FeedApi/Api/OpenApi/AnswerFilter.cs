using System.Text.Json.Nodes;
using FeedApi.Http.Hosting;
using FeedApi.Http.Semantics;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace FeedApi.Api.OpenApi;

/// <summary>
/// Describes every response, gives every error the schema of <see cref="ProblemContract"/>, and adds the responses common to all addresses.
/// </summary>
internal sealed class AnswerFilter : IOperationFilter
{
    private static readonly Dictionary<string, string> Meanings = new(StringComparer.Ordinal)
    {
        ["200"] = "The document.",
        ["202"] = "It is recorded and takes effect when the posts that are being read now are published.",
        ["301"] = "It is at the address in Location, its canonical spelling.",
        ["304"] = "The client has the current document, according to the conditions of the request.",
        ["400"] = "A query parameter is invalid; the problem names it.",
        ["403"] = "Requests of browsers are refused here.",
        ["404"] = "There is nothing at this address.",
        ["410"] = "It was published here and has been deleted.",
        ["412"] = "A precondition of the request failed.",
        ["429"] = "Too many requests came from this address; Retry-After gives the seconds to wait.",
        ["503"] = "The posts are being indexed for the first time (starting), a search exceeded its time limit (search-budget), which "
            + "more words or a filter avoid, or too many searches (search-busy) or other requests (busy) are waiting; Retry-After gives "
            + "the seconds to wait.",
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
            if (response is not OpenApiResponse described) continue;
            described.Description = Meanings.GetValueOrDefault(status, described.Description ?? "");
            if (status[0] is '4' or '5') described.Content = ErrorOf(status, problem);
            if (status is "301") described.Headers = Header("Location", "The canonical address.");
            if (status is "429" or "503") described.Headers = Header("Retry-After", "Seconds.");
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
