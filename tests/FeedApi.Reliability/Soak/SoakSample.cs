using System.Globalization;
using FeedApi.Benchmarks.Servers;

namespace FeedApi.Reliability.Soak;

/// <summary>What the server has at one instant.</summary>
/// <param name="Minute">Minutes since the start.</param>
/// <param name="LiveMegabytes">Objects after a forced collection, without the gaps between them.</param>
/// <param name="CachedMegabytes">Of them the documents in the cache, which is bounded by its own setting.</param>
/// <param name="PinnedMegabytes">Of them those that may not be moved: nearly all are buffers of connections, in use or kept.</param>
/// <param name="GenerationMegabytes">The live objects by generation: <c>gen0</c> to <c>gen2</c>, <c>loh</c> and <c>poh</c>.</param>
/// <param name="ResidentMegabytes">Memory of the process.</param>
/// <param name="Handles">Open descriptors.</param>
/// <param name="Threads">Threads.</param>
/// <param name="Articles">Published articles.</param>
internal sealed record SoakSample(
    double Minute,
    double LiveMegabytes,
    double CachedMegabytes,
    double PinnedMegabytes,
    string GenerationMegabytes,
    double ResidentMegabytes,
    int Handles,
    int Threads,
    long Articles)
{
    private const double Megabyte = 1024 * 1024;
    private const string Size = "dotnet_gc_last_collection_heap_size_bytes";
    private const string Gaps = "dotnet_gc_last_collection_heap_fragmentation_size_bytes";
    private static readonly string[] Generations = ["gen0", "gen1", "gen2", "loh", "poh"];

    /// <summary>What neither the cache nor the connections explain.</summary>
    /// <remarks>
    /// Of the buffers of connections, of which an attack makes some ten thousand, Kestrel gives back a hundredth each ten seconds in which
    /// it is at work, and a twentieth when it is not
    /// (https://github.com/dotnet/aspnetcore/blob/main/src/Shared/Buffers.MemoryPool/PinnedBlockMemoryPool.cs).
    /// </remarks>
    public double OwnMegabytes => LiveMegabytes - CachedMegabytes - PinnedMegabytes;

    /// <summary>Collects all garbage of a server and measures what is left.</summary>
    public static async Task<SoakSample> TakeAsync(ServerProcess server, Uri management, double minute)
    {
        await ForcedCollection.RunAsync(server.Id);
        var metrics = await ReadAsync(management);
        return new SoakSample(
            minute,
            (Sum(metrics, Size) - Sum(metrics, Gaps)) / Megabyte,
            Sum(metrics, "feedapi_cache_size_bytes") / Megabyte,
            Of(metrics, "poh"),
            string.Join(", ", Generations.Select(each => Describe(metrics, each))),
            server.Megabytes,
            HandlesOf(server),
            Directory.GetDirectories($"/proc/{server.Id}/task").Length,
            (long)Sum(metrics, "feedapi_articles"));
    }

    /// <summary>Open descriptors of a server.</summary>
    public static int HandlesOf(ServerProcess server) => Directory.GetFileSystemEntries($"/proc/{server.Id}/fd").Length;

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"after a forced collection: {LiveMegabytes:0.00} MB live, of them {CachedMegabytes:0.00} MB cached "
            + $"({GenerationMegabytes}); {ResidentMegabytes:0} MB resident, {Handles} handles, {Threads} threads, {Articles} articles");

    private static async Task<string[]> ReadAsync(Uri management)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = management };
        return (await client.GetStringAsync(new Uri("/metrics", UriKind.Relative))).Split('\n');
    }

    private static string Describe(string[] metrics, string generation) =>
        string.Create(CultureInfo.InvariantCulture, $"{generation} {Of(metrics, generation):0.00}");

    private static double Of(string[] metrics, string generation)
    {
        var labelled = Array.FindAll(metrics, line => line.Contains($"\"{generation}\"", StringComparison.Ordinal));
        return (Sum(labelled, Size) - Sum(labelled, Gaps)) / Megabyte;
    }

    private static double Sum(string[] metrics, string name) => metrics
        .Where(line => line.StartsWith(name + "{", StringComparison.Ordinal) || line.StartsWith(name + " ", StringComparison.Ordinal))
        .Sum(line => double.Parse(line[(line.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture));
}
