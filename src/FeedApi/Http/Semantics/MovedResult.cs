namespace FeedApi.Http.Semantics;

/// <summary>A 301 response that redirects to the canonical address of a resource.</summary>
/// <param name="address">Absolute and percent-encoded; never made from the Host field.</param>
/// <param name="cacheControl">The value of Cache-Control; limited, because any post may change the canonical address.</param>
internal sealed class MovedResult(string address, string cacheControl = CachePolicy.Fresh) : IResult
{
    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var response = httpContext.Response;
        response.StatusCode = StatusCodes.Status301MovedPermanently;
        response.Headers.Location = address;
        response.Headers.CacheControl = cacheControl;
        response.Headers.Vary = VaryField.OfOther(response.Headers.Vary);
        response.ContentLength = 0;
        return Task.CompletedTask;
    }

    /// <summary>
    /// The address with the query of a request as the client wrote it, which is ASCII because Kestrel rejects other targets.
    /// </summary>
    public static string WithQuery(string address, HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return address + request.QueryString.Value;
    }
}
