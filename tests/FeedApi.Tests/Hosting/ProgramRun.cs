using System.Diagnostics;
using FeedApi.Commands;
using Xunit;

namespace FeedApi.Tests.Hosting;

/// <summary>One run of the program in a process of its own that ends by itself.</summary>
/// <param name="Code">The exit code.</param>
/// <param name="Output">What it wrote to the standard output.</param>
/// <param name="Errors">What it wrote to the error output, by line.</param>
public sealed record ProgramRun(int Code, string Output, IReadOnlyList<string> Errors)
{
    // Far more than a busy machine needs.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Runs it in production.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="folder">The working folder; null: any.</param>
    /// <param name="variables">More of the environment.</param>
    public static Task<ProgramRun> OfAsync(
        IEnumerable<string> arguments, string? folder = null, params (string Name, string Value)[] variables) =>
        RunAsync(["dotnet", Program, .. arguments], folder, variables);

    /// <summary>Runs it in production without the privilege of root to read what permissions forbid.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="folder">The working folder.</param>
    public static Task<ProgramRun> OfUnprivilegedAsync(IEnumerable<string> arguments, string folder) =>
        RunAsync(["setpriv", "--bounding-set=-all", "--inh-caps=-all", "dotnet", Program, .. arguments], folder, []);

    /// <summary>The program, for <c>dotnet</c>.</summary>
    public static string Program => Path.Combine(Path.GetDirectoryName(typeof(FeedServer).Assembly.Location)!, "feedapi.dll");

    private static async Task<ProgramRun> RunAsync(string[] command, string? folder, (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            WorkingDirectory = folder ?? AppContext.BaseDirectory,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
                ["DOTNET_ENVIRONMENT"] = "Production",
                ["LC_ALL"] = "C.UTF-8",
            },
        };
        foreach (var (name, value) in variables) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }

        return new ProgramRun(process.ExitCode, await output, (await errors).Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
