using System.Runtime.InteropServices;

namespace FeedApi.Commands;

/// <summary>
/// SIGTERM and SIGINT from the first line of the program to the last: however early, late or often they come, the server ends
/// in order and with code 0.
/// </summary>
internal sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource stop;
    private readonly PosixSignalRegistration terminate;
    private readonly PosixSignalRegistration interrupt;

    /// <summary>Listens from now on.</summary>
    public StopSignals(CancellationToken cancellationToken)
    {
        stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Take);
        interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Take);
    }

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Stop => stop.Token;

    /// <summary>Does nothing: until the process is gone another signal must not end it with an error.</summary>
    public void Dispose() => GC.KeepAlive((terminate, interrupt));

    private void Take(PosixSignalContext signal)
    {
        signal.Cancel = true;
        stop.Cancel();
    }
}
