using System.Globalization;
using System.Net.Sockets;
using FeedApi.Reliability.Sites;
using FeedApi.Tests.Hosting;

namespace FeedApi.Reliability.Syncs;

/// <summary>How a server is replaced by the next one.</summary>
internal enum Restart
{
    /// <summary>SIGKILL.</summary>
    Kill,

    /// <summary>SIGTERM, and waiting for the end.</summary>
    Stop,

    /// <summary>SIGKILL, and the next one has no index.</summary>
    NewIndex,
}

/// <summary>A site whose servers listen at one address in turn, as clients expect.</summary>
internal sealed class SyncedSite : IDisposable
{
    private readonly FaultSite site = new("syncs", Dialect.Jekyll);
    private readonly HeldPort port = new();
    private volatile int indexes;

    /// <summary>A site without posts; no server runs.</summary>
    public SyncedSite() => Client = new HttpClient { BaseAddress = new Uri(port.Url), Timeout = TimeSpan.FromMinutes(2) };

    /// <summary>Asks whichever server runs.</summary>
    public HttpClient Client { get; }

    /// <summary>The address of the servers.</summary>
    public string Address => port.Url;

    /// <summary>The folder of posts.</summary>
    public string Posts => site.Posts;

    /// <summary>A folder for the copies of clients.</summary>
    public string Outside => site.Outside;

    /// <summary>How often the index was made anew: revisions and changes of an earlier one mean nothing then.</summary>
    public int Indexes => indexes;

    /// <summary>True when a request failed because the server was being replaced.</summary>
    /// <remarks>HttpClient does not wrap the exception of a connection that is closed while it is being opened.</remarks>
    public static bool IsOfRestart(Exception failure) => failure is HttpRequestException or IOException or SocketException;

    /// <summary>Starts a server and waits until it has read every post.</summary>
    public Task StartAsync() => site.StartAsync("--urls", port.Url);

    /// <summary>Replaces the server.</summary>
    /// <returns>What was wrong with its end; null when nothing was.</returns>
    public async Task<string?> RestartAsync(Restart how)
    {
        var code = 0;
        if (site.Server.HasExited) return "the server ended by itself";
        if (how == Restart.NewIndex) indexes++;
        if (how == Restart.Stop) code = await site.Server.StopAsync();
        else site.Server.Kill();
        site.Stop();
        if (how == Restart.NewIndex) Directory.Delete(site.Data, recursive: true);
        await StartAsync();
        return code == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"the server ended with {code}");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Client.Dispose();
        site.Dispose();
        port.Dispose();
    }
}
