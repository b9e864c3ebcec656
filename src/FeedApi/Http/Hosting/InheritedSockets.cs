using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace FeedApi.Http.Hosting;

/// <summary>
/// Sockets on which the service manager listens for the server: they outlive it, so that connections wait during a restart instead of being
/// refused. They are those of <c>LISTEN_FDS</c> (sd_listen_fds(3) of systemd 252).
/// </summary>
internal sealed class InheritedSockets
{
    private const int FirstDescriptor = 3;

    // More are a mistake.
    private const int MaxSockets = 1_000;

    private readonly List<Socket> sockets;

    private InheritedSockets(List<Socket> sockets) => this.sockets = sockets;

    /// <summary>The local addresses of those that nothing has asked for.</summary>
    public IReadOnlyList<string> Unused => [.. sockets.Select(socket => socket.LocalEndPoint?.ToString() ?? "?")];

    /// <summary>
    /// The sockets that are meant for this process. The variables are unset: Kestrel would listen on nothing else than these sockets, not
    /// even for the management.
    /// </summary>
    public static InheritedSockets Take()
    {
        var (process, count) = (NumberIn("LISTEN_PID"), NumberIn("LISTEN_FDS"));
        foreach (var name in (string[])["LISTEN_PID", "LISTEN_FDS", "LISTEN_FDNAMES"]) Environment.SetEnvironmentVariable(name, null);
        var isForUs = OperatingSystem.IsLinux() && process == Environment.ProcessId && count is not null and <= MaxSockets;
        if (!isForUs) return new InheritedSockets([]);
        return new InheritedSockets([.. Enumerable.Range(FirstDescriptor, count!.Value).Select(SocketOf)]);
    }

    /// <summary>The socket that is bound to an address; null when there is none.</summary>
    public Socket? TakeFor(EndPoint address)
    {
        var found = sockets.Find(socket => socket.LocalEndPoint?.AddressFamily == address.AddressFamily
            && socket.LocalEndPoint.ToString() == address.ToString());
        if (found is not null) sockets.Remove(found);
        return found;
    }

    private static Socket SocketOf(int descriptor)
    {
        try
        {
            return new Socket(new SafeSocketHandle(descriptor, ownsHandle: true));
        }
        catch (SocketException fault)
        {
            throw new InvalidOperationException(FormattableString.Invariant($"Descriptor {descriptor} of LISTEN_FDS is no socket"), fault);
        }
    }

    private static int? NumberIn(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
