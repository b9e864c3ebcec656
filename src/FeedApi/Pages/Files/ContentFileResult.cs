using System.Globalization;
using FeedApi.Http.Documents;
using FeedApi.Http.Pipeline;
using FeedApi.Http.Semantics;
using FeedApi.Site.Files;
using Microsoft.Net.Http.Headers;
using Microsoft.Win32.SafeHandles;

namespace FeedApi.Pages.Files;

/// <summary>Responds with a file of the content folder; handles conditional requests, ranges and HEAD.</summary>
/// <remarks>The Content-Security-Policy is that of data, not of pages: an SVG or HTML file must not run as part of the site.</remarks>
internal sealed class ContentFileResult(SafeFileHandle handle, FileState state, string contentType, string fullPath)
    : IResult, IDisposable
{
    // Read before the response begins, so that an error of the disk is told and not a connection that ends. Larger files are streamed.
    private const int ReadAtOnceBytes = 64 * 1024;

    private static readonly string[] Conditions =
        [HeaderNames.IfMatch, HeaderNames.IfNoneMatch, HeaderNames.IfModifiedSince, HeaderNames.IfUnmodifiedSince];

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        // Unbuffered: the framework copies in large blocks.
        await using var stream = new FileStream(handle, FileAccess.Read, bufferSize: 0);
        var (tag, lastModified) = (
            TagOf(state), LastModifiedAt(httpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow()));
        var outcome = Preconditions.Evaluate(httpContext.Request.Headers, tag, lastModified);
        if (outcome is PreconditionOutcome.Failed)
        {
            await DocumentResponse.PreconditionFailed.ExecuteAsync(httpContext);
            return;
        }

        WriteFields(httpContext.Response.Headers, tag, lastModified);
        if (outcome is PreconditionOutcome.NotModified)
        {
            httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        await SendAsync(httpContext, stream, tag, lastModified);
    }

    /// <summary>Closes a file that is not sent.</summary>
    public void Dispose() => handle.Dispose();

    private DateTimeOffset LastModifiedAt(DateTimeOffset now) =>
        DocumentResponse.LastModifiedAt(
            DateTimeOffset.FromUnixTimeSeconds(new DateTimeOffset(state.ModifiedTicks, TimeSpan.Zero).ToUnixTimeSeconds()), now);

    private void WriteFields(IHeaderDictionary headers, string tag, DateTimeOffset lastModified)
    {
        headers.ETag = tag;
        headers.LastModified = HttpDate.Format(lastModified);
        headers.CacheControl = CachePolicy.Fresh;
        headers.AcceptRanges = "bytes";
        headers.ContentSecurityPolicy = SecurityPolicy.Data;
        foreach (var (name, value) in CommonFields.Of(contentType)) headers[name] = value;
    }

    private async Task SendAsync(HttpContext httpContext, Stream stream, string tag, DateTimeOffset lastModified)
    {
        LeaveRangeOnly(httpContext.Request);
        try
        {
            var entityTag = new EntityTagHeaderValue(tag);
            await using var body = await BodyOfAsync(stream, httpContext);
            await Results.Stream(body, contentType, lastModified: lastModified, entityTag: entityTag, enableRangeProcessing: true)
                .ExecuteAsync(httpContext);
        }
        catch (IOException failure) when (!httpContext.Response.HasStarted && FileError.IsOfSystem(failure))
        {
            throw new UnreadableException(fullPath, FileError.Of(failure));
        }

        if (httpContext.Response.StatusCode == StatusCodes.Status416RangeNotSatisfiable) LeaveToErrors(httpContext.Response);
    }

    private static async ValueTask<Stream> BodyOfAsync(Stream stream, HttpContext httpContext)
    {
        if (stream.Length > ReadAtOnceBytes || HttpMethods.IsHead(httpContext.Request.Method)) return stream;
        var bytes = new byte[stream.Length];
        var read = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, httpContext.RequestAborted);
        return new MemoryStream(bytes, 0, read, writable: false);
    }

    // The framework handles ranges and If-Range. It would evaluate dates although tags take precedence in the other conditions, which are
    // already evaluated; and it would treat any unit as bytes and send range fields to HEAD (RFC 9110, sections 14.1 and 14.2).
    private static void LeaveRangeOnly(HttpRequest request)
    {
        foreach (var condition in Conditions) request.Headers.Remove(condition);
        var isOfBytes = request.Headers.Range.ToString().StartsWith("bytes=", StringComparison.OrdinalIgnoreCase);
        if (!isOfBytes || !HttpMethods.IsGet(request.Method)) request.Headers.Remove(HeaderNames.Range);
    }

    // The error response has its own body and is not cacheable.
    private static void LeaveToErrors(HttpResponse response)
    {
        foreach (var field in (string[])[HeaderNames.ContentType, HeaderNames.ContentLength, HeaderNames.ETag, HeaderNames.LastModified])
            response.Headers.Remove(field);
    }

    // Without a hyphen, after which a proxy may have added a suffix.
    private static string TagOf(FileState file) =>
        string.Create(CultureInfo.InvariantCulture, $"\"{file.SizeBytes:x}.{file.ModifiedTicks:x}\"");
}
