using FeedApi.Benchmarks.Servers;

namespace FeedApi.Benchmarks.Builds;

/// <summary>One of two builds that are compared, with an index of its own over the content that both serve.</summary>
/// <param name="Name">How the figures call it.</param>
/// <param name="Program">Path of its <c>feedapi.dll</c>.</param>
/// <param name="Content">The content folder.</param>
/// <param name="Data">The folder of its index.</param>
internal sealed record ComparedBuild(string Name, string Program, string Content, string Data)
{
    /// <summary>Starts its server, and does not wait for it.</summary>
    public ServerProcess Start() => ServerProcess.StartBuild(Program, Content, Data);

    /// <summary>Makes its index, or brings it up to date.</summary>
    public async Task IndexAsync()
    {
        using var server = Start();
        await server.UntilWholeAsync();
        Console.WriteLine($"{Name}: indexed after {server.Age.TotalSeconds:0.0} s");
        await server.StopAsync();
    }
}
