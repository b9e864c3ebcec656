using System.Runtime.InteropServices;

namespace FeedApi.Commands;

/// <summary>
/// Handles SIGTERM and SIGINT from startup to the end of the process: however early, late or often they arrive, the server shuts
/// down gracefully with exit code 0.
/// </summary>
internal sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource stop;
    private readonly PosixSignalRegistration terminate;
    private readonly PosixSignalRegistration interrupt;

    /// <summary>Registers the signal handlers.</summary>
    public StopSignals(CancellationToken cancellationToken)
    {
        stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle);
        interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle);
    }

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Stop => stop.Token;

    /// <summary>Keeps the handlers: until the process has ended, another signal must not terminate it with an error.</summary>
    public void Dispose() => GC.KeepAlive((terminate, interrupt));

    private void Handle(PosixSignalContext signal)
    {
        signal.Cancel = true;
        stop.Cancel();
    }
}
