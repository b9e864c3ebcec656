using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using FeedApi.Http.Hosting;
using FeedApi.Http.Pipeline;
using FeedApi.Site.Addresses;

namespace FeedApi.Http.Semantics;

/// <summary>An error response (RFC 9457, <c>application/problem+json</c>).</summary>
/// <param name="Status">The HTTP status of the response.</param>
/// <param name="Code">Stable, kebab-case name of the kind of error.</param>
/// <param name="Title">Short summary of the kind of error, the same for every response with this code.</param>
/// <param name="Detail">What was wrong with this request and what to do; never a file path or a stack trace.</param>
internal sealed record HttpProblem(int Status, string Code, string Title, string Detail) : IResult
{
    /// <summary>The media type of every error.</summary>
    public const string MediaType = "application/problem+json";

    // 中文 is not escaped; the response is JSON with nosniff, so escaping for HTML would only cost bytes.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>The problem type URI; null for the address of the page of <see cref="Code"/> (<see cref="ProblemTypes"/>).</summary>
    public string? Type { get; init; }

    /// <summary>Names of the rate limit policies that the request exceeded; otherwise null.</summary>
    public IReadOnlyList<string>? ViolatedPolicies { get; init; }

    /// <summary>Faults of individual parameters; null when the error concerns the whole request.</summary>
    public IReadOnlyList<BadParameterError>? Errors { get; init; }

    /// <summary>Seconds after which to retry (the Retry-After field); null when unknown.</summary>
    [JsonIgnore]
    public int? RetryAfterSeconds { get; init; }

    /// <summary>The methods that the resource supports (the Allow field of a 405); otherwise null.</summary>
    [JsonIgnore]
    public string? Allow { get; init; }

    /// <summary>The supported codings of a body (the Accept-Encoding field of a 415; RFC 9110, section 12.5.3); otherwise null.</summary>
    [JsonIgnore]
    public string? AcceptEncoding { get; init; }

    /// <summary>Makes a 404 for something that does not exist.</summary>
    public static HttpProblem NotFound(string code, string detail) => new(404, code, "Not found", detail);

    /// <summary>Makes a 400 for one bad query parameter.</summary>
    /// <param name="parameter">The parameter's name as sent.</param>
    /// <param name="detail">What is wrong, with the allowed or the nearest valid value.</param>
    /// <param name="nearest">The nearest valid name or value; null when there is none.</param>
    public static HttpProblem BadParameter(string parameter, string detail, string? nearest) =>
        new(400, "bad-parameter", "Bad query parameter", detail) { Errors = [new BadParameterError(parameter, detail, nearest)] };

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        var isNegotiated = ErrorNegotiation.IsNegotiated(httpContext, Status);
        var page = isNegotiated && ErrorNegotiation.IsForPeople(httpContext.Request.Headers.Accept) ? await PageOfAsync(httpContext) : null;
        response.StatusCode = Status;
        response.ContentType = page?.ContentType ?? MediaType;
        response.Headers.CacheControl = CachePolicy.NoStore;
        response.Headers.Vary = isNegotiated ? VaryField.OfError(response.Headers.Vary) : VaryField.OfOther(response.Headers.Vary);
        response.Headers.ContentSecurityPolicy = page?.ContentSecurityPolicy ?? SecurityPolicy.Data;
        // Here too, because requests may be refused ahead of CommonFieldsMiddleware.
        CommonFields.Write(response.Headers);
        if (RetryAfterSeconds is { } seconds)
            response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (Allow is not null) response.Headers.Allow = Allow;
        if (AcceptEncoding is not null) response.Headers.AcceptEncoding = AcceptEncoding;
        var body = page?.Bytes
            ?? JsonSerializer.SerializeToUtf8Bytes(
                new Body(Type ?? AddressOfType(httpContext), Title, Status, Code, Detail, Errors, ViolatedPolicies), Json);
        response.ContentLength = body.Length;
        // Not cancelled when the request is aborted: writes to a closed connection are discarded without an exception. Case-sensitive:
        // "head" is a rejected method, and its response has a body.
        if (httpContext.Request.Method is not "HEAD") await response.Body.WriteAsync(body, CancellationToken.None);
    }

    // Requests may be refused before the site has been read.
    private string AddressOfType(HttpContext context) =>
        context.RequestServices?.GetService<CurrentGeneration>()?.ValueOrNull is { } site
            ? site.PublicUrl + Routes.ProblemTypeOf(Code)
            : "about:blank";

    // Requests may be refused before they get the services of the site.
    private async ValueTask<ErrorPageBody?> PageOfAsync(HttpContext context) =>
        context.RequestServices.GetService<CurrentGeneration>()?.ValueOrNull?.Find(typeof(IErrorPageWriter)) is IErrorPageWriter pages
            ? await pages.WriteAsync(this)
            : null;

    private sealed record Body(
        string Type, string Title, int Status, string Code, string Detail, IReadOnlyList<BadParameterError>? Errors,
        [property: JsonPropertyName("violated-policies")] IReadOnlyList<string>? ViolatedPolicies);
}
