using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace FeedApi.Http;

/// <summary>Serves requests on the threads that wait for the sockets, without a change of thread before and after each.</summary>
/// <remarks>Only good because nothing there takes long: <see cref="FastPath"/> sends whatever it cannot answer to the thread pool.</remarks>
public static class SocketSetup
{
    private const string InlineCompletions = "DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS";

    /// <summary>Sets the runtime's switch, which it reads when the first socket is made, and only from the environment.</summary>
    public static void CompleteInline()
    {
        if (Environment.GetEnvironmentVariable(InlineCompletions) is null) Environment.SetEnvironmentVariable(InlineCompletions, "1");
    }

    /// <summary>Sets Kestrel's side of it.</summary>
    public static IWebHostBuilder UseInlineSockets(this IWebHostBuilder web) => web.ConfigureServices(services =>
        services.Configure<SocketTransportOptions>(sockets =>
        {
            sockets.UnsafePreferInlineScheduling = true;
            sockets.WaitForDataBeforeAllocatingBuffer = false;
        }));
}
