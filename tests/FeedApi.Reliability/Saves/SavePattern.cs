using System.Diagnostics;
using System.Text;

namespace FeedApi.Reliability.Saves;

/// <summary>The ways in which programs save a file, call by call as strace shows them.</summary>
/// <param name="random">Chooses sizes and pauses.</param>
internal sealed class SavePattern(Random random)
{
    private const int MaxChunks = 8;

    /// <summary>The names of the patterns, in no order.</summary>
    public static IReadOnlyList<string> Names { get; } = ["emacs", "vim", "vscode", "sed", "rsync", "git", "slow", "move"];

    /// <summary>Saves a text; gives the longest time for which the file was not there or not whole without a write.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="path">Where the file is, or is to be.</param>
    /// <param name="other">Where it is to be after a move.</param>
    /// <param name="text">All of it.</param>
    public async Task<TimeSpan> SaveAsync(string name, string path, string other, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return name switch
        {
            "emacs" => await SaveAsEmacsAsync(path, bytes),
            "vim" => await SaveAsVimAsync(path, bytes),
            "vscode" => await WriteAsync(path, bytes, chunks: 1 + random.Next(2), pause: 0),
            "sed" => await ReplaceAsync(path, Sibling(path, $"sed{Letters()}"), bytes),
            "rsync" => await ReplaceAsync(path, Sibling(path, $".{Path.GetFileName(path)}.{Letters()}"), bytes),
            "git" => await SaveAsGitAsync(path, bytes),
            "slow" => await WriteAsync(path, bytes, 2 + random.Next(MaxChunks), pause: 10 + random.Next(50)),
            _ => await MoveAsync(path, other, bytes),
        };
    }

    private static async Task<TimeSpan> SaveAsEmacsAsync(string path, byte[] bytes)
    {
        var mark = Sibling(path, ".#" + Path.GetFileName(path));
        File.CreateSymbolicLink(mark, "someone@somewhere.1:1");
        var gap = Stopwatch.StartNew();
        if (File.Exists(path)) File.Move(path, path + "~", overwrite: true);
        await WriteAsync(path, bytes, chunks: 1, pause: 0);
        var missing = gap.Elapsed;
        File.Delete(mark);
        return missing;
    }

    private static async Task<TimeSpan> SaveAsVimAsync(string path, byte[] bytes)
    {
        var swap = Sibling(path, $".{Path.GetFileName(path)}.swp");
        var probe = Sibling(path, "4913");
        await File.WriteAllBytesAsync(swap, bytes.AsMemory(0, Math.Min(bytes.Length, 4_096)));
        await File.WriteAllBytesAsync(probe, []);
        File.Delete(probe);
        var gap = Stopwatch.StartNew();
        if (File.Exists(path)) File.Move(path, path + "~", overwrite: true);
        await WriteAsync(path, bytes, chunks: 2, pause: 0);
        var missing = gap.Elapsed;
        File.Delete(path + "~");
        File.Delete(swap);
        return missing;
    }

    private static async Task<TimeSpan> SaveAsGitAsync(string path, byte[] bytes)
    {
        var gap = Stopwatch.StartNew();
        File.Delete(path);
        await WriteAsync(path, bytes, chunks: 1, pause: 0);
        return gap.Elapsed;
    }

    private static async Task<TimeSpan> ReplaceAsync(string path, string temporary, byte[] bytes)
    {
        await WriteAsync(temporary, bytes, chunks: 3, pause: 0);
        File.Move(temporary, path, overwrite: true);
        return TimeSpan.Zero;
    }

    private static async Task<TimeSpan> MoveAsync(string path, string other, byte[] bytes)
    {
        await ReplaceAsync(path, path + ".tmp", bytes);
        File.Move(path, other);
        return TimeSpan.Zero;
    }

    // Truncates and writes in place; the longest pause between two calls is what a reader of the folder could take for a rest.
    private static async Task<TimeSpan> WriteAsync(string path, byte[] bytes, int chunks, int pause)
    {
        var longest = TimeSpan.Zero;
        var clock = Stopwatch.StartNew();
        await using (
            var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0))
        {
            for (var chunk = 0; chunk < chunks; chunk++)
            {
                var (from, to) = (bytes.Length * chunk / chunks, bytes.Length * (chunk + 1) / chunks);
                await file.WriteAsync(bytes.AsMemory(from, to - from));
                longest = TimeSpan.FromTicks(Math.Max(longest.Ticks, clock.Elapsed.Ticks));
                clock.Restart();
                if (pause > 0 && chunk < chunks - 1) await Task.Delay(pause);
            }
        }

        return longest;
    }

    private string Letters() => string.Concat(Enumerable.Range(0, 6).Select(_ => (char)('a' + random.Next(26))));

    private static string Sibling(string path, string name) => Path.Combine(Path.GetDirectoryName(path)!, name);
}
