using System.Runtime.InteropServices;

namespace FeedApi.Http.Hosting;

/// <summary>
/// The shutdown between the signal and the closing of the listeners: readiness returns 503 while requests are still served and
/// connections are asked to close; then no new connections are accepted, and recently opened ones get a response to their first
/// request. Afterwards Kestrel drains the requests in progress.
/// </summary>
internal sealed class GracefulStop(
    ShutdownOptions options,
    StopState state,
    ListeningSockets sockets,
    OpenConnections connections,
    TimeProvider time) : IHostedLifecycleService
{
    // A client that has not sent its first request within this time is not about to.
    private static readonly TimeSpan FirstRequestTimeout = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(20);

    // Connections that the kernel has accepted reach the server within this time.
    private static readonly TimeSpan AcceptTime = TimeSpan.FromMilliseconds(100);

    /// <inheritdoc/>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        var begunAt = time.GetTimestamp();
        state.Begin();
        await WaitAsync(cancellationToken);
        sockets.StopAccepting();
        // Without a wait the stop should be quick, as in development.
        if (options.Wait <= TimeSpan.Zero && connections.IsEmpty) return;
        await DelayAsync(AcceptTime, cancellationToken);
        var notAcceptingSince = time.GetTimestamp();
        // Connections that got a response since the stop began have closed, so young open ones have not had one yet.
        while (connections.AnyYoungerThan(time.GetElapsedTime(begunAt) + FirstRequestTimeout)
            && time.GetElapsedTime(notAcceptingSince) < FirstRequestTimeout && !cancellationToken.IsCancellationRequested)
        {
            await DelayAsync(PollInterval, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // A second signal ends the wait, but does not abort requests.
    private async Task WaitAsync(CancellationToken cancellationToken)
    {
        if (options.Wait <= TimeSpan.Zero) return;
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        void Hurry(PosixSignalContext signal)
        {
            signal.Cancel = true;
            waiting.Cancel();
        }

        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Hurry);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Hurry);
        await DelayAsync(options.Wait, waiting.Token);
    }

    // When the host's shutdown timeout expires, the stop continues with its next step.
    private async Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken) =>
        await Task.Delay(delay, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
