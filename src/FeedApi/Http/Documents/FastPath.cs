using FeedApi.Http.Hosting;

namespace FeedApi.Http.Documents;

/// <summary>Answers requests for documents that are in the cache under the very address that is asked for, ahead of routing.</summary>
/// <remarks>
/// It runs on the thread that read the request from the socket and allocates nothing. Everything else goes on through routing on the thread
/// pool, where it may take its time without keeping other connections waiting; its answer is then known here
/// (<see cref="DocumentResult"/>). README.md, "Speed", has the measurements.
/// </remarks>
internal sealed class FastPath(RequestDelegate next, DocumentCache cache, ManagementListener management, TimeProvider time)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (Find(context) is not var (document, contentLocation)) return ContinueAsync(context);
        if (contentLocation is not null) context.Response.Headers.ContentLocation = contentLocation;
        return DocumentResponse.WriteAsync(context, document, time.GetUtcNow());
    }

    private (Document Document, string? ContentLocation)? Find(HttpContext context)
    {
        var request = context.Request;
        if (request.Method is not ("GET" or "HEAD") || management.Owns(context)) return null;
        var (path, query) = (request.Path.Value, request.QueryString.Value);
        if (!DocumentAddress.CanBeKnown(path, query)) return null;
        if (FindAt(path, query) is not { } found) return null;
        // Then the answer depends on what the reader has, which is for the feeds to tell.
        return found.Document.VariesByManipulation && request.Headers.ContainsKey("A-IM") ? null : found;
    }

    private (Document Document, string? ContentLocation)? FindAt(ReadOnlySpan<char> path, ReadOnlySpan<char> query)
    {
        if (query.IsEmpty) return cache.FindAt(path);
        Span<char> address = stackalloc char[DocumentAddress.MaxChars];
        path.CopyTo(address);
        query.CopyTo(address[path.Length..]);
        return cache.FindAt(address[..(path.Length + query.Length)]);
    }

    private async Task ContinueAsync(HttpContext context)
    {
        // To the thread pool: sockets complete on the few threads that watch all connections (SocketSetup).
        await Task.Yield();
        await next(context);
    }
}
