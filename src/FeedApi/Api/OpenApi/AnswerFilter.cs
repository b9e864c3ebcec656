using System.Globalization;
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
    private const string OtherError = "default";

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
        ["401"] = "The API key is not valid; none is needed.",
        ["503"] = "Not to be had for a moment; Retry-After gives the seconds to wait.",
        [OtherError] = "Any other error.",
    };

    private const string QuotaDetail =
        "More than 6000 requests in 120 s came from your address for the API and for feeds of queries; try again in 1 s. "
        + "A conditional request that is answered 304 counts as a quarter.";

    private static readonly Dictionary<string, string> Examples = new(StringComparer.Ordinal)
    {
        ["400"] = """
            {"type":"https://tides.example/problems/bad-parameter","title":"Bad query parameter","status":400,"code":"bad-parameter",
             "detail":"limit is \"500\"; it must be a number from 1 to 100.",
             "errors":[{"parameter":"limit","detail":"limit is \"500\"; it must be a number from 1 to 100.","nearest":"100"}]}
            """,
        ["404"] = """
            {"type":"https://tides.example/problems/unknown-category","title":"Not found","status":404,"code":"unknown-category",
             "detail":"There is no category \"moon\"; GET /api/v1/categories lists them."}
            """,
        ["410"] = """
            {"type":"https://tides.example/problems/article-deleted","title":"Gone","status":410,"code":"article-deleted",
             "detail":"The article was published here and has been deleted."}
            """,
        ["429"] = $$"""
            {"type":"https://iana.org/assignments/http-problem-types#quota-exceeded",
             "title":"Request cannot be satisfied as assigned quota has been exceeded","status":429,"code":"too-many-requests",
             "detail":"{{QuotaDetail}}",
             "violated-policies":["queries"]}
            """,
        ["503"] = """
            {"type":"https://tides.example/problems/starting","title":"Not ready yet","status":503,"code":"starting",
             "detail":"The posts are being indexed for the first time."}
            """,
    };

    private static readonly (string Name, string Description)[] Validators =
    [
        ("ETag", "Identifies these bytes; send it back in If-None-Match."),
        ("Last-Modified", "When the content last changed (HTTP date)."),
    ];

    private static readonly (string Name, string Description)[] Quota =
    [
        ("RateLimit", "What is left of the quota, once less than half is (draft-ietf-httpapi-ratelimit-headers)."),
        ("RateLimit-Policy", "The quota."),
    ];

    private static readonly (string Name, string Description) Link =
        ("Link", "The adjacent pages (next, prev) and the description of the API (RFC 8288).");

    private static readonly (string Name, string Description) RetryAfter = ("Retry-After", "Seconds to wait.");

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var responses = operation.Responses ??= [];
        if (!IsStream(operation.OperationId)) responses.TryAdd("412", new OpenApiResponse());
        if (!context.ApiDescription.ActionDescriptor.EndpointMetadata.Contains(ManagementOnly.Mark))
        {
            responses.TryAdd("401", new OpenApiResponse());
            responses.TryAdd("429", new OpenApiResponse());
        }

        responses.TryAdd("503", new OpenApiResponse());
        responses.TryAdd(OtherError, new OpenApiResponse());
        var problem = context.SchemaGenerator.GenerateSchema(typeof(ProblemContract), context.SchemaRepository);
        foreach (var (status, response) in responses)
        {
            if (response is not OpenApiResponse described) continue;
            described.Description = Meanings.GetValueOrDefault(status, described.Description ?? "");
            if (status[0] is '4' or '5') Complete(described, status, problem);
            if (status == OtherError) described.Content = ErrorOf(status, problem);
            // Where an answer may be a page, an error may be one too.
            if (status[0] is '4' or '5' && IsNegotiated(responses)) described.Content!["text/html"] = Page();
            described.Headers = HeadersOf(status, operation.OperationId);
        }
    }

    private static bool IsNegotiated(OpenApiResponses responses) =>
        responses["200"].Content is { Count: > 1 } content && content.ContainsKey("text/html");

    private static OpenApiMediaType Page() => new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } };

    // Which codes there are is part of the contract; further ones may be added.
    private static void Complete(OpenApiResponse response, string status, IOpenApiSchema problem)
    {
        response.Content = ErrorOf(status, problem);
        var codes = ProblemTypes.CodesOf(int.Parse(status, CultureInfo.InvariantCulture)).ToArray();
        response.Description += $" {(codes.Length == 1 ? "Code" : "Codes")}: {string.Join(", ", codes)}.";
    }

    // Has no validators, as nobody knows its end when it begins.
    private static bool IsStream(string? operation) => operation?.StartsWith("Stream", StringComparison.Ordinal) == true;

    private static Dictionary<string, IOpenApiHeader>? HeadersOf(string status, string? operation)
    {
        (string Name, string Description)[] fields = status switch
        {
            "200" when IsStream(operation) => [],
            "200" when operation == "GetOpml" => [.. Validators, .. Quota],
            "200" => [.. Validators, Link, .. Quota],
            "304" => [.. Validators, .. Quota],
            "301" => [("Location", "The canonical address.")],
            "429" => [RetryAfter, .. Quota],
            "503" => [RetryAfter],
            _ => [],
        };
        return fields.Length == 0 ? null : fields.ToDictionary(
            field => field.Name,
            field => (IOpenApiHeader)new OpenApiHeader
            {
                Description = field.Description,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            });
    }

    private static Dictionary<string, OpenApiMediaType> ErrorOf(string status, IOpenApiSchema schema) => new()
    {
        [HttpProblem.MediaType] = new OpenApiMediaType
        {
            Schema = schema,
            Example = Examples.TryGetValue(status, out var example) ? JsonNode.Parse(example) : null
        },
    };
}
