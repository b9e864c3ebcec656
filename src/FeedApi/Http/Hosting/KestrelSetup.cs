using FeedApi.Http.Connections;
using FeedApi.Http.Documents;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace FeedApi.Http.Hosting;

/// <summary>Configures the web server: limits, protocols and shutdown.</summary>
internal static class KestrelSetup
{
    // Beyond the limit of connections, so that a client is told at once that there are too many as long as few are too many.
    private const int ConnectionsBeingRefused = 64;

    /// <summary>Configures Kestrel and its sockets, and registers the graceful stop.</summary>
    public static IWebHostBuilder ConfigureKestrelLimits(
        this IWebHostBuilder web,
        ListeningAddresses addresses,
        ConnectionOptions limits,
        UnixSocketOptions sockets,
        ShutdownOptions shutdown)
    {
        // Against request smuggling: by default Kestrel accepts a bare LF as a line end, which proxies may not.
        AppContext.SetSwitch("Microsoft.AspNetCore.Server.Kestrel.DisableHttp1LineFeedTerminators", true);
        web.ConfigureKestrel(kestrel => Configure(kestrel, addresses, limits));
        web.ConfigureServices(services => AddServices(services, limits, sockets, shutdown));
        return web;
    }

    private static void AddServices(
        IServiceCollection services, ConnectionOptions limits, UnixSocketOptions sockets, ShutdownOptions shutdown)
    {
        services.AddSingleton(shutdown);
        // Connections and the stop use the system clock, even when the content uses another TimeProvider.
        services.AddSingleton(new OpenConnections(limits, TimeProvider.System));
        services.AddSingleton(new ListeningSockets(sockets.Mode, InheritedSockets.Take()));
        services.AddHostedService(provider => ActivatorUtilities.CreateInstance<GracefulStop>(provider, TimeProvider.System));
        services.AddOptions<SocketTransportOptions>().Configure<ListeningSockets>(Configure);
        services.AddSingleton<IConnectionListenerFactory>(provider => new BoundedListeners(
            ActivatorUtilities.CreateInstance<SocketTransportFactory>(provider),
            (int)OpenFileLimit.ConnectionsFor(limits.MaxConcurrentConnections) + ConnectionsBeingRefused,
            provider.GetRequiredService<ManagementListener>()));
        services.Configure<HostOptions>(host => host.ShutdownTimeout = shutdown.Wait + TimeSpan.FromSeconds(2) + shutdown.Drain);
        // ASP.NET Core's own filter has the setting AllowedHosts but not the site's address; RequestGuard checks both.
        services.Configure<HostFilteringOptions>(filter => filter.AllowedHosts = ["*"]);
    }

    private static void Configure(SocketTransportOptions transport, ListeningSockets sockets)
    {
        transport.CreateBoundListenSocket = sockets.Bind;
        // By default 1 MB is buffered for each connection with waiting requests: a repeated flood took 500 MB.
        transport.MaxReadBufferSize = ConnectionLimits.ReadAheadBytes;
    }

    private static void Configure(KestrelServerOptions kestrel, ListeningAddresses addresses, ConnectionOptions limits)
    {
        kestrel.AddServerHeader = false;
        kestrel.RequestHeaderEncodingSelector = LengthEncoding.Of;
        SetLimits(kestrel.Limits, limits);
        SetHttp2Limits(kestrel.Limits.Http2);
        var connections = kestrel.ApplicationServices.GetRequiredService<OpenConnections>();
        kestrel.ConfigureEndpointDefaults(listener =>
        {
            listener.Protocols = ProtocolsOf(listener, addresses);
            listener.Use(next =>
                connection => connections.ServeAsync(connection, next, mayBeHttp2: listener.Protocols is HttpProtocols.Http2));
            if (listener.Protocols is HttpProtocols.Http2)
                listener.Use(next => connection => Http2Throttle.ServeAsync(connection, next, TimeProvider.System));
            // Where TLS negotiates the protocol, the bytes are encrypted here.
            if (listener.Protocols is HttpProtocols.Http1)
                listener.Use(next => connection => RequestLineReader.ServeAsync(connection, next));
        });
    }

    // Kestrel supports HTTP/2 beside HTTP/1.1 only where TLS negotiates it (ALPN); without TLS a listener supports one of them.
    private static HttpProtocols ProtocolsOf(ListenOptions listener, ListeningAddresses addresses)
    {
        if (listener.IPEndPoint is not { } endpoint) return HttpProtocols.Http1;
        if (addresses.Http2Ports.Contains(endpoint.Port)) return HttpProtocols.Http2;
        return addresses.Http1Ports.Contains(endpoint.Port) ? HttpProtocols.Http1 : HttpProtocols.Http1AndHttp2;
    }

    private static void SetLimits(KestrelServerLimits limits, ConnectionOptions wanted)
    {
        limits.MaxConcurrentConnections = OpenFileLimit.ConnectionsFor(wanted.MaxConcurrentConnections);
        limits.MaxConcurrentUpgradedConnections = 0;
        limits.MaxRequestLineSize = ConnectionLimits.RequestLineBytes;
        limits.MaxRequestHeadersTotalSize = ConnectionLimits.HeaderBytes;
        limits.MaxRequestHeaderCount = ConnectionLimits.ReadableHeaders;
        limits.MaxRequestBodySize = ConnectionLimits.BodyBytes;
        limits.MaxRequestBufferSize = ConnectionLimits.ReadAheadBytes;
        limits.MaxResponseBufferSize = LargeBody.MinBytes;
        limits.RequestHeadersTimeout = ConnectionLimits.HeadersTimeout;
        limits.KeepAliveTimeout = ConnectionLimits.KeepAliveTimeout;
        limits.MinRequestBodyDataRate = new MinDataRate(ConnectionLimits.MinBytesPerSecond, ConnectionLimits.RateGrace);
        limits.MinResponseDataRate = new MinDataRate(ConnectionLimits.MinBytesPerSecond, ConnectionLimits.RateGrace);
    }

    private static void SetHttp2Limits(Http2Limits limits)
    {
        limits.MaxStreamsPerConnection = ConnectionLimits.StreamsPerConnection;
        limits.HeaderTableSize = 4 * 1024;
        limits.MaxFrameSize = 16 * 1024;
        limits.MaxRequestHeaderFieldSize = ConnectionLimits.RequestLineBytes;
        // Small windows, because request bodies are small.
        limits.InitialConnectionWindowSize = 128 * 1024;
        limits.InitialStreamWindowSize = 64 * 1024;
        // Bounds how long a peer that has disappeared occupies a connection.
        limits.KeepAlivePingDelay = TimeSpan.FromSeconds(30);
        limits.KeepAlivePingTimeout = TimeSpan.FromSeconds(20);
    }
}
