using System.Diagnostics;
using System.Security.Cryptography;
using FeedApi.Benchmarks.Servers;

namespace FeedApi.Benchmarks.Builds;

/// <summary>One of the builds that are measured, with an index of its own over the site that all serve.</summary>
/// <param name="name">How the figures call it.</param>
/// <param name="program">Path of its <c>feedapi.dll</c>.</param>
/// <param name="site">The site.</param>
internal sealed class ComparedBuild(string name, string program, GeneratedSite site)
{
    // What is compiled of this repository and how it is run: two builds that differ in nothing else are one.
    private static readonly string[] OwnFiles = ["feedapi.dll", "FeedApi.Kramdown.dll", "feedapi.r2r.dll", "feedapi.runtimeconfig.json"];

    private bool isIndexed;

    /// <summary>How the figures call it.</summary>
    public string Name => name;

    /// <summary>Path of its <c>feedapi.dll</c>.</summary>
    public string Program => program;

    /// <summary>The site it serves.</summary>
    public GeneratedSite Site => site;

    /// <summary>Tells it from every other build.</summary>
    public string Id { get; } = IdOf(Path.GetDirectoryName(program)!);

    /// <summary>Version and commit.</summary>
    public string Version => FileVersionInfo.GetVersionInfo(program).ProductVersion ?? "unknown";

    /// <summary>The folder of its index.</summary>
    public string Index => Path.Combine(site.Folder, "index-" + Id);

    /// <summary>Starts its server, and does not wait for it.</summary>
    public ServerProcess Start() => ServerProcess.StartBuild(program, site.Content, Index);

    /// <summary>Starts its server over a complete index, and waits until all of the site is served.</summary>
    public async Task<ServerProcess> StartIndexedAsync()
    {
        await IndexAsync();
        var server = Start();
        await server.UntilWholeAsync();
        await server.UntilTotalAsync(site.Posts);
        return server;
    }

    /// <summary>Makes its index, or brings the one of an earlier run up to date; once in a run.</summary>
    public async Task IndexAsync()
    {
        if (isIndexed) return;
        using var server = Start();
        await server.UntilWholeAsync();
        await server.UntilTotalAsync(site.Posts);
        await server.StopAsync();
        isIndexed = true;
    }

    /// <summary>Deletes its index.</summary>
    public void DeleteIndex()
    {
        if (Directory.Exists(Index)) Directory.Delete(Index, recursive: true);
        isIndexed = false;
    }

    private static string IdOf(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        // Earlier builds have fewer.
        foreach (var file in OwnFiles.Select(file => Path.Combine(folder, file)).Where(File.Exists))
            hash.AppendData(File.ReadAllBytes(file));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..10];
    }
}
