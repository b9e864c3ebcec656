using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;

namespace FeedApi.Commands.Offline;

/// <summary>A response that is collected in memory.</summary>
internal sealed class InProcessResponse : HttpResponseFeature, IHttpResponseBodyFeature, IDisposable
{
    private readonly Stack<(Func<object, Task> Callback, object State)> starting = [];
    private readonly MemoryStream body = new();
    private readonly PipeWriter writer;
    private bool hasStarted;

    /// <summary>An empty response.</summary>
    public InProcessResponse() => writer = PipeWriter.Create(body, new StreamPipeWriterOptions(leaveOpen: true));

    /// <inheritdoc/>
    public override bool HasStarted => hasStarted;

    /// <inheritdoc/>
    public Stream Stream => body;

    /// <inheritdoc/>
    public PipeWriter Writer => writer;

    /// <summary>The whole response, after <see cref="CompleteAsync"/>.</summary>
    public InProcessAnswer Answer => new(StatusCode, Headers, body.ToArray());

    /// <inheritdoc/>
    public override void OnStarting(Func<object, Task> callback, object state) => starting.Push((callback, state));

    /// <inheritdoc/>
    public void DisableBuffering()
    {
        // Nothing is sent anywhere.
    }

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        if (hasStarted) return;
        hasStarted = true;
        // The last that was registered comes first, as in Kestrel.
        while (starting.TryPop(out var next)) await next.Callback(next.State);
    }

    /// <inheritdoc/>
    public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) =>
        SendFileFallback.SendFileAsync(body, path, offset, count, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => body.Dispose();

    /// <inheritdoc/>
    public async Task CompleteAsync()
    {
        await StartAsync();
        await writer.CompleteAsync();
    }
}

/// <summary>A response of the server to a request of its own process.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Headers">The header fields.</param>
/// <param name="Body">The bytes.</param>
internal sealed record InProcessAnswer(int Status, IHeaderDictionary Headers, byte[] Body);
