using FeedApi.Http.Semantics;
using Microsoft.Extensions.Primitives;

namespace FeedApi.Http.Pipeline;

/// <summary>The fields of every answer that has content: security, and CORS without credentials.</summary>
internal static class CommonFields
{
    private const string ContentTypeOptions = "X-Content-Type-Options";

    private static readonly KeyValuePair<string, StringValues>[] Security =
    [
        new(ContentTypeOptions, "nosniff"),
        new("Referrer-Policy", "strict-origin-when-cross-origin"),
    ];

    /// <summary>The fields of an answer by its media type, but for the Content-Security-Policy.</summary>
    public static IEnumerable<KeyValuePair<string, StringValues>> Of(string? contentType) =>
        [.. Security, .. CrossOriginPolicy.Of(contentType)];

    /// <summary>Writes the fields, unless they are there.</summary>
    public static void Write(IHeaderDictionary headers)
    {
        if (headers.ContainsKey(ContentTypeOptions)) return;
        foreach (var (name, value) in Security) headers[name] = value;
        CrossOriginPolicy.Write(headers, headers.ContentType);
        if (headers.ContentSecurityPolicy.Count == 0) headers.ContentSecurityPolicy = SecurityPolicy.Data;
    }
}

/// <summary>Gives the <see cref="CommonFields"/> to every answer that does not bring them.</summary>
/// <remarks>None are added to a 304: the fields of the answer that it confirms stay as they are (RFC 9111, section 3.2).</remarks>
internal sealed class CommonFieldsMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(AddFields, context.Response);
        return next(context);
    }

    private static Task AddFields(object state)
    {
        var response = (HttpResponse)state;
        if (response.StatusCode is not StatusCodes.Status304NotModified) CommonFields.Write(response.Headers);
        return Task.CompletedTask;
    }
}
