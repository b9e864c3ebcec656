namespace FeedApi.Reliability.Limits;

/// <summary>What a server may have.</summary>
/// <param name="Name">Its name in reports.</param>
/// <param name="Launcher">The program that sets the limit and then becomes the server.</param>
/// <param name="SeenIn">A file below the folder of the process in <c>/proc</c>.</param>
/// <param name="Sign">What stands there when the limit is in force.</param>
internal sealed record Limit(string Name, IReadOnlyList<string> Launcher, string SeenIn, string Sign)
{
    /// <summary>With so many descriptors a server works: 270 are open after a start, 256 are for connections.</summary>
    public const int Descriptors = 1_024;

    private static readonly Limit Heap = new(
        "200 MB of heap", ["env", "DOTNET_GCHeapHardLimit=0xC800000"], "environ", "DOTNET_GCHeapHardLimit=0xC800000");

    /// <summary>Enough descriptors to start with, and for fewer connections than are opened.</summary>
    public static Limit Files { get; } = new(
        "1,024 descriptors", ["prlimit", $"--nofile={Descriptors}:{Descriptors}"], "limits", $"Max open files            {Descriptors} ");

    private static readonly Limit Processor = new(
        "one processor", ["env", "DOTNET_PROCESSOR_COUNT=1", "taskset", "-c", "0"], "environ", "DOTNET_PROCESSOR_COUNT=1");

    /// <summary>The limits of a fault: each alone, and all together.</summary>
    public static IReadOnlyList<Limit> Of(int number) => (number % 4) switch
    {
        0 => [Heap, Files, Processor],
        1 => [Heap],
        2 => [Files],
        _ => [Processor],
    };

    /// <summary>True when it holds for a process.</summary>
    /// <param name="process">The folder of the process in <c>/proc</c>.</param>
    public bool IsInForce(string process) =>
        File.ReadAllText(Path.Combine(process, SeenIn)).Contains(Sign, StringComparison.Ordinal);
}
