using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;

namespace FeedApi.Commands.Offline;

/// <summary>
/// Takes the place of Kestrel: whoever is in this process asks, and gets what a client would get over the network. Nothing is listened to.
/// </summary>
internal sealed class InProcessServer : IServer
{
    private Func<FeatureCollection, Task>? process;

    /// <inheritdoc/>
    public IFeatureCollection Features { get; } = new FeatureCollection();

    /// <inheritdoc/>
    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
        where TContext : notnull
    {
        process = async features =>
        {
            var context = application.CreateContext(features);
            Exception? failure = null;
            try
            {
                await application.ProcessRequestAsync(context);
                // Before the context is disposed, which callbacks still use.
                await features.GetRequiredFeature<IHttpResponseBodyFeature>().CompleteAsync();
            }
            catch (Exception thrown)
            {
                failure = thrown;
                throw;
            }
            finally
            {
                application.DisposeContext(context, failure);
            }
        };
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Asks for something; redirects are not followed.</summary>
    /// <param name="method">GET or HEAD.</param>
    /// <param name="address">Percent-encoded path with an optional query, below the host.</param>
    /// <param name="host">The host, with a port where it is not the usual one.</param>
    /// <param name="headers">More header fields.</param>
    public async Task<InProcessAnswer> AskAsync(
        string method, string address, string host, params IEnumerable<KeyValuePair<string, string>> headers)
    {
        if (process is null) throw new InvalidOperationException("The server has not been started.");
        using var response = new InProcessResponse();
        await process(FeaturesOf(method, address, host, headers, response));
        return response.Answer;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // There is nothing to close.
    }

    private static FeatureCollection FeaturesOf(
        string method, string address, string host, IEnumerable<KeyValuePair<string, string>> headers, InProcessResponse response)
    {
        var query = address.IndexOf('?', StringComparison.Ordinal);
        var path = query < 0 ? address : address[..query];
        var request = new HttpRequestFeature
        {
            Method = method,
            Scheme = "http",
            Protocol = HttpProtocol.Http11,
            Path = Uri.UnescapeDataString(path),
            QueryString = query < 0 ? "" : address[query..],
            RawTarget = address,
        };
        request.Headers.Host = host;
        foreach (var (name, value) in headers) request.Headers.Append(name, value);
        var features = new FeatureCollection();
        features.Set<IHttpRequestFeature>(request);
        features.Set<IHttpResponseFeature>(response);
        features.Set<IHttpResponseBodyFeature>(response);
        features.Set<IHttpConnectionFeature>(new HttpConnectionFeature { RemoteIpAddress = IPAddress.Loopback });
        features.Set<IHttpRequestLifetimeFeature>(new HttpRequestLifetimeFeature());
        return features;
    }
}
