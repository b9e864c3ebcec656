namespace FeedApi.Reliability.Attack;

/// <summary>What is attacked.</summary>
/// <param name="Http1">Where HTTP/1.1 is spoken.</param>
/// <param name="Http2">Where h2 is spoken without TLS.</param>
internal sealed record Target(Uri Http1, Uri Http2);

/// <summary>A way to attack.</summary>
/// <param name="Name">How it is called on the command line.</param>
/// <param name="RunAsync">Attacks until it is cancelled, and tells in a line what became of it.</param>
internal sealed record Attack(string Name, Func<Target, CancellationToken, Task<string>> RunAsync);

/// <summary>Waiting for the end of an attack.</summary>
internal static class CancellationTokenExtensions
{
    /// <summary>Ends, without an error, when the token is cancelled.</summary>
    public static async Task WhenAsync(this CancellationToken cancelled) =>
        await Task.Delay(Timeout.InfiniteTimeSpan, cancelled).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
