using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using FeedApi.Http.Pipeline;

namespace FeedApi.Http.Semantics;

/// <summary>An error answer (RFC 9457, <c>application/problem+json</c>).</summary>
/// <param name="Status">The HTTP status, equal to the answer's.</param>
/// <param name="Code">Stable, kebab-case name of the kind of error.</param>
/// <param name="Title">The kind of error in words, the same for every answer with this code.</param>
/// <param name="Detail">What was wrong with this request and what to do; never a path or a stack trace.</param>
internal sealed record HttpProblem(int Status, string Code, string Title, string Detail) : IResult
{
    /// <summary>The media type of every error.</summary>
    public const string MediaType = "application/problem+json";

    // 中文 is written as itself; the answer is JSON with nosniff, so HTML-escaping would only cost bytes.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>An address that names the kind of error for every server; <c>about:blank</c> when only the code names it.</summary>
    public string Type { get; init; } = "about:blank";

    /// <summary>Names of the limits that the request went over; null when there are none.</summary>
    public IReadOnlyList<string>? ViolatedPolicies { get; init; }

    /// <summary>Faults of single parameters; null when the request as a whole is meant.</summary>
    public IReadOnlyList<BadParameterError>? Errors { get; init; }

    /// <summary>Seconds after which to try again (the Retry-After field); null when there is no telling.</summary>
    [JsonIgnore]
    public int? RetryAfterSeconds { get; init; }

    /// <summary>The methods that the resource has (the Allow field of a 405); null otherwise.</summary>
    [JsonIgnore]
    public string? Allow { get; init; }

    /// <summary>The codings that a body may have (the Accept-Encoding field of a 415; RFC 9110, section 12.5.3); null otherwise.</summary>
    [JsonIgnore]
    public string? AcceptEncoding { get; init; }

    /// <summary>404 for something that does not exist.</summary>
    public static HttpProblem NotFound(string code, string detail) => new(404, code, "Not found", detail);

    /// <summary>400 for one bad query parameter.</summary>
    /// <param name="parameter">Its name as sent.</param>
    /// <param name="detail">What is wrong, with the allowed or the nearest valid value.</param>
    /// <param name="nearest">The nearest valid name or value; null when there is none.</param>
    public static HttpProblem BadParameter(string parameter, string detail, string? nearest) =>
        new(400, "bad-parameter", "Bad query parameter", detail) { Errors = [new BadParameterError(parameter, detail, nearest)] };

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.ContentType = MediaType;
        response.Headers.CacheControl = CachePolicy.NoStore;
        response.Headers.Vary = VaryField.OfOther(response.Headers.Vary);
        response.Headers.ContentSecurityPolicy = SecurityPolicy.Data;
        // By itself, since requests are refused ahead of what gives answers these fields.
        CommonFields.Write(response.Headers);
        if (RetryAfterSeconds is { } seconds)
            response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (Allow is not null) response.Headers.Allow = Allow;
        if (AcceptEncoding is not null) response.Headers.AcceptEncoding = AcceptEncoding;
        var body = JsonSerializer.SerializeToUtf8Bytes(new Body(Type, Title, Status, Code, Detail, Errors, ViolatedPolicies), Json);
        response.ContentLength = body.Length;
        // Not cancelled by the end of the request: a connection that is gone takes no bytes and throws nothing. HEAD as it is written:
        // "head" is a method that is refused, and its answer has a body.
        if (httpContext.Request.Method is not "HEAD") await response.Body.WriteAsync(body, CancellationToken.None);
    }

    private sealed record Body(
        string Type, string Title, int Status, string Code, string Detail, IReadOnlyList<BadParameterError>? Errors,
        [property: JsonPropertyName("violated-policies")] IReadOnlyList<string>? ViolatedPolicies);
}
