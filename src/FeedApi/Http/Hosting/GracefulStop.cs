using System.Runtime.InteropServices;

namespace FeedApi.Http.Hosting;

/// <summary>
/// What happens between the signal to stop and the end of the listeners: readiness says 503 while everything is still answered,
/// connections are asked to end, newcomers are turned away, and whoever has just come in gets an answer. After that Kestrel
/// drains what is being answered.
/// </summary>
internal sealed class GracefulStop(
    ShutdownOptions options,
    StopState state,
    ListeningSockets sockets,
    OpenConnections connections,
    TimeProvider time) : IHostedLifecycleService
{
    // A client connects and then writes; one that has not written for so long is not about to.
    private static readonly TimeSpan NewcomerPatience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(20);

    // What the kernel has accepted reaches the server within this.
    private static readonly TimeSpan AcceptTime = TimeSpan.FromMilliseconds(100);

    /// <inheritdoc/>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        var begunAt = time.GetTimestamp();
        state.Begin();
        await WaitAsync(cancellationToken);
        sockets.StopAccepting();
        // Who wants no wait wants a quick end, as in development.
        if (options.Wait <= TimeSpan.Zero && connections.IsEmpty) return;
        await DelayAsync(AcceptTime, cancellationToken);
        var turnedAwayAt = time.GetTimestamp();
        // Every connection that was answered since the stop began has ended: those that are open and young have not been answered.
        while (connections.AnyYoungerThan(time.GetElapsedTime(begunAt) + NewcomerPatience)
            && time.GetElapsedTime(turnedAwayAt) < NewcomerPatience && !cancellationToken.IsCancellationRequested)
        {
            await DelayAsync(LookEvery, cancellationToken);
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

    // A second signal ends the wait, not the answers.
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

    // A stop that takes too long goes on with its next step.
    private async Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken) =>
        await Task.Delay(delay, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
