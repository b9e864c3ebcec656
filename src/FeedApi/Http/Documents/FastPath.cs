using FeedApi.Http.Hosting;
using FeedApi.Http.Semantics;

namespace FeedApi.Http.Documents;

/// <summary>Serves documents that are cached under the address of the request, ahead of routing.</summary>
/// <remarks>
/// It runs on the thread that read the request from the socket and allocates nothing. Other requests continue to routing on the thread
/// pool, where they do not delay other connections; their documents are then cached for this path (<see cref="DocumentResult"/>).
/// docs/benchmarks.md has the measurements.
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
        if (found.Document.HasMarkdown && MarkdownNegotiation.IsWanted(request.Headers.Accept)) return null;
        // With A-IM the response depends on the client's copy, which the feed endpoints evaluate.
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
        // To the thread pool: sockets complete on the few threads that poll all connections (SocketSetup).
        await Task.Yield();
        await next(context);
    }
}
