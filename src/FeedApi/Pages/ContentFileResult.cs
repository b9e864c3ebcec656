using System.Globalization;
using FeedApi.Content;
using FeedApi.Http;
using Microsoft.Net.Http.Headers;
using Microsoft.Win32.SafeHandles;

namespace FeedApi.Pages;

/// <summary>Answers with a file of the content folder: conditions, ranges, HEAD.</summary>
/// <remarks>The policy that everything but pages has stays in force: an SVG or HTML file must not run as part of the site.</remarks>
internal sealed class ContentFileResult(SafeFileHandle handle, FileState state, string contentType) : IResult
{
    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        // Unbuffered: the framework copies in large pieces.
        await using var stream = new FileStream(handle, FileAccess.Read, bufferSize: 0);
        httpContext.Response.Headers.CacheControl = CachePolicy.Fresh;
        CrossOriginPolicy.Write(httpContext.Response.Headers, contentType);
        var lastModified = new DateTimeOffset(state.ModifiedTicks, TimeSpan.Zero);
        await Results.Stream(stream, contentType, lastModified: lastModified, entityTag: TagOf(state), enableRangeProcessing: true)
            .ExecuteAsync(httpContext);
    }

    private static EntityTagHeaderValue TagOf(FileState file) =>
        new(string.Create(CultureInfo.InvariantCulture, $"\"{file.SizeBytes:x}-{file.ModifiedTicks:x}\""));
}
