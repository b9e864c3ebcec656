using System.Globalization;
using FeedApi.Http.Documents;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace FeedApi.Http.Hosting;

/// <summary>Serves requests on the threads that wait for the sockets, without a change of thread before and after each.</summary>
/// <remarks>
/// Only good because nothing there takes long: <see cref="FastPath"/> sends whatever it cannot answer to the thread pool.
/// </remarks>
internal static class SocketSetup
{
    private const string InlineCompletions = "DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS";
    private const string ThreadCount = "DOTNET_SYSTEM_NET_SOCKETS_THREAD_COUNT";

    /// <summary>
    /// Sets the runtime's switches, which it reads when the first socket is made, and only from the environment. What is
    /// set there already stays.
    /// </summary>
    /// <remarks>
    /// Half of the processors watch sockets. With inline completions the runtime takes all for it, who then push one another aside and
    /// leave none to the thread pool: on two of them a 304 costs a tenth less with one thread, and its 99th percentile a quarter.
    /// </remarks>
    public static void SetUpThreads()
    {
        SetUnlessSet(InlineCompletions, 1);
        if (Environment.GetEnvironmentVariable(InlineCompletions) is "1")
            SetUnlessSet(ThreadCount, Math.Max(1, Environment.ProcessorCount / 2));
    }

    /// <summary>Sets Kestrel's side of it.</summary>
    public static IWebHostBuilder UseInlineSockets(this IWebHostBuilder web) => web.ConfigureServices(services =>
        services.Configure<SocketTransportOptions>(sockets =>
        {
            sockets.UnsafePreferInlineScheduling = true;
            sockets.WaitForDataBeforeAllocatingBuffer = false;
        }));

    private static void SetUnlessSet(string name, int value)
    {
        if (Environment.GetEnvironmentVariable(name) is null)
            Environment.SetEnvironmentVariable(name, value.ToString(CultureInfo.InvariantCulture));
    }
}
