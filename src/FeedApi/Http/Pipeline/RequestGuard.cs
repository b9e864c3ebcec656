using FeedApi.Http.Connections;
using FeedApi.Http.Hosting;
using FeedApi.Http.Semantics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace FeedApi.Http.Pipeline;

/// <summary>Rejects misdirected, oversized and ambiguous requests before any other processing.</summary>
/// <remarks>A valid request passes without an allocation. Kestrel has already rejected malformed ones.</remarks>
internal sealed class RequestGuard(RequestDelegate next, AllowedHosts hosts, StopState stop)
{
    private static readonly HttpProblem HostNotAllowed = new(
        400,
        "host-not-allowed",
        "Host not allowed",
        "This server does not accept requests for the name in the Host field; its operator can add it to AllowedHosts.");

    private static readonly HttpProblem AmbiguousLength = new(
        400,
        "ambiguous-length",
        "Ambiguous length",
        "The request has both Content-Length and Transfer-Encoding, so its length is ambiguous.");

    private static readonly HttpProblem TargetTooLong = new(
        414, "uri-too-long", "Address too long", $"Path and query may have at most {ConnectionLimits.TargetBytes} bytes.");

    private static readonly HttpProblem TooManyHeaders = new(
        431, "too-many-headers", "Too many fields", $"A request may have at most {ConnectionLimits.Headers} header fields.");

    private static readonly HttpProblem BodyTooLarge = new(
        413, "body-too-large", "Body too large", $"A request's body may have at most {ConnectionLimits.BodyBytes} bytes.");

    private static readonly HttpProblem EncodedBody = new(
        415, "unsupported-media-type", "Unsupported media type", "The request's body has a content coding; this server decodes none.")
    {
        AcceptEncoding = "identity",
    };

    public Task InvokeAsync(HttpContext context)
    {
        // While the server stops, every response asks the client to close the connection: Connection: close, or GOAWAY in HTTP/2.
        if (stop.IsStopping)
            context.Features.Get<Microsoft.AspNetCore.Connections.Features.IConnectionLifetimeNotificationFeature>()?.RequestClose();
        var headers = context.Request.Headers;
        if (headers.ContentLength > 0 || headers.TransferEncoding.Count > 0) ExpectBody(context);
        return RefusalOf(context) is { } refusal ? RefuseAsync(context, refusal) : next(context);
    }

    // Before anything reads the body. Transfer-Encoding takes precedence over a length.
    private static void ExpectBody(HttpContext context) => context.Features.Get<BodyFraming>()?.Expect(
        context.Request.Headers.TransferEncoding.Count > 0 ? null : context.Request.ContentLength);

    private HttpProblem? RefusalOf(HttpContext context)
    {
        var headers = context.Request.Headers;
        if (!IsHostAllowed(context, headers.Host)) return HostNotAllowed;
        // Kestrel gives Transfer-Encoding precedence (RFC 9112, section 6.3) and moves Content-Length to this name; a proxy in
        // front may have done otherwise.
        if (headers.TransferEncoding.Count > 0 && headers.ContainsKey("X-Content-Length")) return AmbiguousLength;
        if (headers.Count > ConnectionLimits.Headers) return TooManyHeaders;
        if (headers.ContentLength > ConnectionLimits.BodyBytes) return BodyTooLarge;
        // Content codings of requests (RFC 9110, section 8.4) are not supported, which rules out decompression bombs.
        if (headers.ContentEncoding.Count > 0) return EncodedBody;
        return (context.Features[typeof(IHttpRequestFeature)] as IHttpRequestFeature)?.RawTarget.Length > ConnectionLimits.TargetBytes
            ? TargetTooLong
            : null;
    }

    private bool IsHostAllowed(HttpContext context, StringValues host) => host.Count switch
    {
        0 => string.Equals(context.Request.Protocol, "HTTP/1.0", StringComparison.Ordinal),
        1 => hosts.Allows(host[0], context.Connection.LocalIpAddress),
        _ => false,
    };

    // Closes the connection, because the following bytes may be the rest of the rejected request.
    private static Task RefuseAsync(HttpContext context, HttpProblem refusal)
    {
        if (HttpProtocol.IsHttp10(context.Request.Protocol) || HttpProtocol.IsHttp11(context.Request.Protocol))
            context.Response.Headers.Connection = "close";
        return refusal.ExecuteAsync(context);
    }
}
