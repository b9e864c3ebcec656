namespace FeedApi.Http.Semantics;

/// <summary>A 301 response that redirects to the canonical address of a resource, or a 302 response to another resource.</summary>
/// <param name="address">Absolute and percent-encoded; never made from the Host field.</param>
/// <param name="cacheControl">The value of Cache-Control; limited, because any post may change the canonical address.</param>
/// <param name="isElsewhere">True for 302: the resource has this address and is found at the other for now.</param>
internal sealed class MovedResult(string address, string cacheControl = CachePolicy.Fresh, bool isElsewhere = false) : IResult
{
    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var response = httpContext.Response;
        response.StatusCode = isElsewhere ? StatusCodes.Status302Found : StatusCodes.Status301MovedPermanently;
        response.Headers.Location = address;
        response.Headers.CacheControl = cacheControl;
        response.Headers.Vary = VaryField.OfOther(response.Headers.Vary);
        response.ContentLength = 0;
        return Task.CompletedTask;
    }

    /// <summary>
    /// The address with the query of a request as the client wrote it, which is ASCII: other bytes were encoded when the request line was
    /// read, or the request was rejected.
    /// </summary>
    public static string WithQuery(string address, HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return address + request.QueryString.Value;
    }
}
