using FeedApi.Http.Semantics;
using Microsoft.Extensions.Primitives;

namespace FeedApi.Http.Pipeline;

/// <summary>The security and CORS fields of every response with content; CORS without credentials.</summary>
internal static class CommonFields
{
    private const string ContentTypeOptions = "X-Content-Type-Options";

    private static readonly KeyValuePair<string, StringValues>[] Security =
    [
        new(ContentTypeOptions, "nosniff"),
        new("Referrer-Policy", "strict-origin-when-cross-origin"),
    ];

    /// <summary>The fields of a response by its media type, except Content-Security-Policy.</summary>
    public static IEnumerable<KeyValuePair<string, StringValues>> Of(string? contentType) =>
        [.. Security, .. CrossOriginPolicy.Of(contentType)];

    /// <summary>Writes the fields, unless they have been written.</summary>
    public static void Write(IHeaderDictionary headers)
    {
        if (headers.ContainsKey(ContentTypeOptions)) return;
        foreach (var (name, value) in Security) headers[name] = value;
        CrossOriginPolicy.Write(headers, headers.ContentType);
        if (headers.ContentSecurityPolicy.Count == 0) headers.ContentSecurityPolicy = SecurityPolicy.Data;
    }
}

/// <summary>Adds the <see cref="CommonFields"/> to every response that does not have them.</summary>
/// <remarks>Not to a 304, so that the fields of the stored response stay as they are (RFC 9111, section 3.2).</remarks>
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
