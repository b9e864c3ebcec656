using FeedApi.Tests.Docs;
using FeedApi.Tests.Feeds.Validators;
using Xunit;

namespace FeedApi.Tests.Clients;

/// <summary>
/// A copy of a client's sources in the temporary folder, in which the rest of the client is generated, and which is gone when disposed.
/// </summary>
internal sealed class ClientFolder : IDisposable
{
    /// <summary>Where the sources of all clients are, and the manifest of the generators that are tools of .NET.</summary>
    public const string Sources = "tests/FeedApi.Tests/Clients";

    private const string Tools = "dotnet-tools.json";
    private const string NoTools = $"Run dotnet tool restore --tool-manifest {Sources}/{Tools}.";
    private const string NoPackages = "Run this test once where NuGet can be reached, so that the packages of the client are there.";
    private const int NoSuchProgram = 127;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("feedapi-client-");

    /// <param name="client">The name of the client's folder.</param>
    public ClientFolder(string client)
    {
        File.Copy(Repository.PathOf($"{Sources}/{Tools}"), PathOf(Tools));
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf($"{Sources}/{client}")))
            File.Copy(file, PathOf(Path.GetFileName(file)));
    }

    /// <summary>The full path of a file.</summary>
    public string PathOf(string name) => Path.Combine(folder.FullName, name);

    /// <summary>Runs a tool of the manifest.</summary>
    public Task RunToolAsync(string tool, params string[] arguments) =>
        RunAsync(["dotnet", "tool", "run", tool, "--", .. arguments], NoTools, sign: "dotnet tool restore");

    /// <summary>Compiles the project and runs it.</summary>
    /// <returns>What it wrote.</returns>
    public async Task<string> BuildAndRunAsync(params string[] arguments)
    {
        // No process is left behind that would compile the next project.
        string[] alone = ["-m:1", "-nodeReuse:false", "-p:UseSharedCompilation=false"];
        await RunAsync(["dotnet", "build", "Client.csproj", "--output", "bin", "--nologo", .. alone], NoPackages, sign: "error NU1301");
        return await RunAsync(["dotnet", PathOf("bin/Client.dll"), .. arguments], NoPackages);
    }

    /// <summary>Runs a program in the folder; it must succeed.</summary>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="missing">How to install what may be missing.</param>
    /// <param name="sign">What the program writes when something is.</param>
    /// <returns>What it wrote.</returns>
    public async Task<string> RunAsync(string[] command, string missing, string? sign = null)
    {
        var place = folder.FullName;
        string[] environment = [$"--chdir={place}", $"TMPDIR={place}", "NO_PROXY=127.0.0.1", "KIOTA_OFFLINE_ENABLED=true"];
        var (exitCode, output, errors) = await ExternalTool.RunAsync("env", [.. environment, .. command], "Install coreutils.");
        var all = output + errors;
        if (exitCode == NoSuchProgram || (sign is not null && all.Contains(sign, StringComparison.Ordinal))) Assert.Skip(missing);
        Assert.True(exitCode == 0, all);
        return output;
    }

    /// <inheritdoc/>
    public void Dispose() => folder.Delete(recursive: true);
}
