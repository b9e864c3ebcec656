using System.Globalization;
using System.IO.Pipelines;
using System.Xml.Linq;
using FeedApi.Http.Documents;
using FeedApi.Tests.Hosting;
using FeedApi.Tests.Http.Conformance;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Xunit;

namespace FeedApi.Tests.Http.Documents;

/// <summary>Answers that are written in several slices.</summary>
public sealed class LargeBodyTests
{
    private const int Posts = 30;
    private const int PostBytes = 10_000;

    [Fact]
    public async Task A_large_feed_arrives_whole()
    {
        await using var site = await TestSite.StartAsync(content =>
        {
            content.With("_config.yml", "title: T\n");
            for (var i = 0; i < Posts; i++)
                content.With($"_posts/2024-01-{i + 1:00}-p.md", $"---\ntitle: P{i}\n---\n{new string('a', PostBytes)}\n");
        });

        var answer = await RawHttp.SendAsync(site.Client.BaseAddress!, "GET", "/feed.rss?limit=100");

        Assert.Equal(answer["Content-Length"], answer.Body.Length.ToString(CultureInfo.InvariantCulture));
        Assert.True(answer.Body.Length > Posts * PostBytes);
        Assert.Equal(Posts, XDocument.Load(new MemoryStream(answer.Body)).Descendants("item").Count());
    }

    // Kestrel 10.0 stops the output of an HTTP/2 stream that was reset before it calls its request aborted. A response that ends in between
    // is logged as too short, and a flood of resets filled the log.
    [Fact]
    public async Task A_response_whose_output_has_stopped_ends_when_its_request_is_aborted()
    {
        using var lifetime = new LateAbort();
        var context = new DefaultHttpContext();
        context.Features.Set<IHttpResponseBodyFeature>(new StoppedOutput());
        context.Features.Set<IHttpRequestLifetimeFeature>(lifetime);

        var writing = LargeBody.WriteAsync(context, new byte[LargeBody.MinBytes + 1]);

        Assert.True(lifetime.IsAbortCalled);
        Assert.False(writing.IsCompleted);
        await lifetime.FinishAsync();
        await writing;
    }

    private sealed class StoppedOutput : PipeWriter, IHttpResponseBodyFeature
    {
        private readonly byte[] buffer = new byte[LargeBody.MinBytes];

        public Stream Stream => AsStream();

        public PipeWriter Writer => this;

        public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(new FlushResult(isCanceled: false, isCompleted: true));

        public override ValueTask<FlushResult> WriteAsync(ReadOnlyMemory<byte> source, CancellationToken cancellationToken = default) =>
            FlushAsync(cancellationToken);

        public override Memory<byte> GetMemory(int sizeHint = 0) => buffer;

        public override Span<byte> GetSpan(int sizeHint = 0) => buffer;

        public override void Advance(int bytes)
        {
        }

        public override void CancelPendingFlush()
        {
        }

        public override void Complete(Exception? exception = null)
        {
        }

        public Task CompleteAsync() => Task.CompletedTask;

        public void DisableBuffering()
        {
        }

        public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public Task StartAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;
    }

    private sealed class LateAbort : IHttpRequestLifetimeFeature, IDisposable
    {
        private readonly CancellationTokenSource aborted = new();

        public bool IsAbortCalled { get; private set; }

        public CancellationToken RequestAborted
        {
            get => aborted.Token;
            set => throw new NotSupportedException();
        }

        public void Abort() => IsAbortCalled = true;

        public Task FinishAsync() => aborted.CancelAsync();

        public void Dispose() => aborted.Dispose();
    }
}
