using System.Diagnostics;
using System.Text.Json.Nodes;
using FeedApi.Reliability.Sites;
using Microsoft.Data.Sqlite;

namespace FeedApi.Reliability.Syncs;

/// <summary>The client of the documentation, <c>docs/examples/sync.py</c>, in a process that can be killed at any moment.</summary>
/// <param name="server">The address of the server.</param>
/// <param name="file">Its SQLite file.</param>
internal sealed class SyncProgram(string server, string file) : IDisposable
{
    private static readonly string Script = Path.Combine(RepositoryFiles.Folder, "docs", "examples", "sync.py");

    private Process? process;
    private Task<string> errors = Task.FromResult("");

    /// <summary>How often it was killed while it ran.</summary>
    public int Kills { get; private set; }

    /// <summary>Starts it; it follows the changes until it is killed.</summary>
    public void Start() => Run();

    /// <summary>Kills it with SIGKILL.</summary>
    /// <returns>What it wrote when it had ended by itself, which it never may; null when it had not.</returns>
    public async Task<string?> KillAsync()
    {
        if (process is null) return null;
        var hasEnded = process.HasExited;
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
        if (hasEnded) return await errors;
        Kills++;
        return null;
    }

    /// <summary>Lets it catch up and end.</summary>
    /// <returns>What it wrote when it ended with an error; null when it did not.</returns>
    public async Task<string?> CatchUpAsync()
    {
        Run("--once");
        await process!.WaitForExitAsync();
        var code = process.ExitCode;
        process.Dispose();
        process = null;
        return code == 0 ? null : await errors;
    }

    /// <summary>Its copy: articles as JSON, by id.</summary>
    public IReadOnlyDictionary<string, string> ReadCopy()
    {
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT id, article FROM articles";
        using var rows = command.ExecuteReader();
        var copy = new Dictionary<string, string>(StringComparer.Ordinal);
        // Python escapes other characters than .NET does.
        while (rows.Read()) copy.Add(rows.GetString(0), JsonNode.Parse(rows.GetString(1))!.ToJsonString());
        return copy;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (process is { HasExited: false }) process.Kill();
        process?.Dispose();
    }

    private void Run(params string[] options)
    {
        process = Process.Start(new ProcessStartInfo("python3", [Script, server, file, .. options]) { RedirectStandardError = true })!;
        errors = process.StandardError.ReadToEndAsync();
    }
}
