namespace FeedApi.Http.Semantics;

/// <summary>301 to the one address of something that was asked for at another.</summary>
/// <param name="address">Absolute, percent-encoded; never made from the Host field.</param>
/// <param name="cacheControl">For how long caches may remember it: which address is the right one may change with any post.</param>
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
    /// The address with the query of a request, as the client wrote it: Kestrel takes no request whose target is not ASCII.
    /// </summary>
    public static string WithQuery(string address, HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return address + request.QueryString.Value;
    }
}
