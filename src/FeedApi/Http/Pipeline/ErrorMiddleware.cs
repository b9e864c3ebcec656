using System.Data.Common;
using FeedApi.Http.Documents;
using FeedApi.Http.Semantics;
using FeedApi.Site.Files;

namespace FeedApi.Http.Pipeline;

/// <summary>Gives every error a body of <c>application/problem+json</c> (RFC 9457), and logs unhandled exceptions.</summary>
internal sealed class ErrorMiddleware(RequestDelegate next, ILogger<ErrorMiddleware> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (BadHttpRequestException refused)
        {
            if (!context.Response.HasStarted) await Of(refused.StatusCode, context).ExecuteAsync(context);
            return;
        }
        catch (UnreadableException failure) when (!context.Response.HasStarted)
        {
            // Nobody may conclude from the answer that the file is gone.
            logger.LogWarning("{Path}: {Reason}", context.Request.Path.ToUriComponent(), failure.Message);
            context.Response.Clear();
            await Unreadable.ExecuteAsync(context);
            return;
        }
        catch (DbException failure) when (!context.Response.HasStarted)
        {
            // What the disk cannot read now it may read a moment later.
            logger.LogError(failure, "{Path}: the index cannot be read", context.Request.Path.ToUriComponent());
            context.Response.Clear();
            await IndexUnreadable.ExecuteAsync(context);
            return;
        }
        catch (Exception failure) when (!context.Response.HasStarted)
        {
            logger.LogError(failure, "{Method} {Path} failed", context.Request.Method, context.Request.Path.ToUriComponent());
            context.Response.Clear();
            await Of(500, context).ExecuteAsync(context);
            return;
        }

        var response = context.Response;
        if (response.StatusCode >= 400 && !response.HasStarted && response.ContentType is null)
            await Of(response.StatusCode, context).ExecuteAsync(context);
    }

    private static HttpProblem Unreadable =>
        new(503, "unreadable", "Temporarily unreadable", "The disk cannot read this file at present.") { RetryAfterSeconds = 10 };

    private static HttpProblem IndexUnreadable =>
        new(503, "index-unreadable", "Temporarily unreadable", "The index cannot be read at present.") { RetryAfterSeconds = 2 };

    private static HttpProblem Of(int status, HttpContext context) => status switch
    {
        404 => HttpProblem.NotFound("unknown-address", "There is nothing at this address."),
        405 => new(405, "method-not-allowed", "Method not allowed", $"{context.Request.Method} is not allowed here; see the Allow field.")
        {
            Allow = AllowedMethods.With(context.Response.Headers.Allow),
        },
        406 => new(406, "not-acceptable", "Not acceptable", "None of the media types in Accept is available."),
        408 => new(408, "request-timeout", "Request too slow", "The request's body was sent too slowly."),
        412 => DocumentResponse.PreconditionFailed,
        413 => new(413, "body-too-large", "Body too large", "The request's body is larger than this server accepts."),
        415 => new(415, "unsupported-media-type", "Unsupported media type", "The media type of the request's body is not supported here."),
        416 => new(
            416,
            "range-not-satisfiable",
            "Range not satisfiable",
            "The Range field selects no part of the file; Content-Range has its length."),
        >= 500 => new(status, "internal-error", "Internal error", "The server failed to process this request; the failure was logged."),
        _ => new(status, "bad-request", "Bad request", "The request is not well-formed."),
    };
}
