using System.Collections.Concurrent;
using System.Security.Cryptography;
using FeedApi.Http.Documents;

namespace FeedApi.Commands.Export.Trees;

/// <summary>The files of one tree, brought from one manifest to another. Nobody is served from it meanwhile.</summary>
/// <param name="folder">The tree.</param>
/// <param name="isCompressed">True: files that are text have compressed copies beside them.</param>
/// <param name="isFile">True for a file that has an address of its own, so that it is nobody's compressed copy.</param>
internal sealed class SiteTree(string folder, bool isCompressed, Func<string, bool> isFile)
{
    private static readonly string[] Codings = [".gz", ".br"];

    private readonly string site = Path.Combine(folder, ExportTrees.SiteFolder);
    private readonly ConcurrentDictionary<string, bool> folders = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> written = new(StringComparer.Ordinal);

    /// <summary>Number of files that were written.</summary>
    public int Written => written.Count;

    /// <summary>Makes the tree incomplete, so that it is not taken for whole before <see cref="FinishAsync"/>.</summary>
    /// <param name="own">Its manifest; null: nothing of it can be trusted.</param>
    public void Begin(Manifest? own)
    {
        if (own is null && Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(site);
        File.Delete(Path.Combine(folder, Manifest.FileName));
    }

    /// <summary>Writes a file of the next manifest.</summary>
    public void Write(string file, byte[] content, string type)
    {
        written[file] = true;
        var path = Prepare(file);
        WriteNew(path, content);
        if (!isCompressed || !IsText(type)) return;
        var hash = Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 12));
        if (!isFile(file + Codings[0]) && BodyEncoder.Gzip(content, hash) is { } gzip) WriteNew(path + Codings[0], gzip.Bytes);
        if (!isFile(file + Codings[1]) && BodyEncoder.Brotli(content, hash) is { } brotli) WriteNew(path + Codings[1], brotli.Bytes);
    }

    /// <summary>Deletes what the next manifest does not have, and takes from another tree what it has and this one has not.</summary>
    /// <param name="own">The manifest that the tree had; null for none.</param>
    /// <param name="next">The manifest that it is to have.</param>
    /// <param name="other">The other tree, which has everything that was not written; null when everything was.</param>
    public void Complete(Manifest? own, Manifest next, string? other)
    {
        var had = (own?.Entries ?? []).ToDictionary(entry => entry.File, entry => entry.Sha256, StringComparer.Ordinal);
        var kept = next.Entries.Select(entry => entry.File).ToHashSet(StringComparer.Ordinal);
        foreach (var file in had.Keys.Where(file => !kept.Contains(file))) Remove(file);
        foreach (var entry in next.Entries)
        {
            if (written.ContainsKey(entry.File) || had.GetValueOrDefault(entry.File) == entry.Sha256) continue;
            if (other is null) throw new InvalidOperationException($"{entry.File} was not written.");
            Link(Path.Combine(other, ExportTrees.SiteFolder), entry.File);
        }
    }

    /// <summary>Writes the manifest, after everything else is on the disk.</summary>
    public async Task FinishAsync(Manifest manifest, CancellationToken cancellationToken)
    {
        DiskSync.Everything(folder);
        var path = Path.Combine(folder, Manifest.FileName);
        await using (var output = new FileStream(path + ".new", FileMode.Create, FileAccess.Write))
        {
            await manifest.WriteAsync(output, cancellationToken);
            output.Flush(flushToDisk: true);
        }

        File.Move(path + ".new", path, overwrite: true);
        DiskSync.Folder(folder);
        DiskSync.Everything(folder);
    }

    // Never written through: the other tree may have the same file.
    private static void WriteNew(string path, byte[] content)
    {
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        file.Write(content);
    }

    private void Link(string from, string file)
    {
        var (source, target) = (Path.Combine(from, file), Prepare(file));
        HardLink.Create(source, target);
        foreach (var coding in CopiesOf(file))
        {
            if (isCompressed && File.Exists(source + coding)) HardLink.Create(source + coding, target + coding);
        }
    }

    // The place of a file, with nothing at it: where there was a folder once there may be a file now, and the other way round.
    private string Prepare(string file)
    {
        var path = Path.Combine(site, file);
        MakeFolder(Path.GetDirectoryName(path)!);
        if (Directory.Exists(path)) Directory.Delete(path, recursive: true);
        File.Delete(path);
        foreach (var coding in CopiesOf(file)) File.Delete(path + coding);
        return path;
    }

    private void MakeFolder(string path)
    {
        if (path.Length <= site.Length || folders.ContainsKey(path)) return;
        MakeFolder(Path.GetDirectoryName(path)!);
        if (File.Exists(path)) File.Delete(path);
        Directory.CreateDirectory(path);
        folders[path] = true;
    }

    private void Remove(string file)
    {
        var path = Path.Combine(site, file);
        // A folder has taken its place.
        if (Directory.Exists(path)) return;
        var parent = Path.GetDirectoryName(path)!;
        if (!Directory.Exists(parent)) return;
        File.Delete(path);
        foreach (var coding in CopiesOf(file)) File.Delete(path + coding);
        for (; parent.Length > site.Length && !Directory.EnumerateFileSystemEntries(parent).Any(); parent = Path.GetDirectoryName(parent)!)
            Directory.Delete(parent);
    }

    private IEnumerable<string> CopiesOf(string file) => Codings.Where(coding => !isFile(file + coding));

    private static bool IsText(string type) =>
        type.StartsWith("text/", StringComparison.Ordinal) || type.Contains("json", StringComparison.Ordinal)
        || type.Contains("xml", StringComparison.Ordinal) || type.Contains("javascript", StringComparison.Ordinal)
        || type.Contains("yaml", StringComparison.Ordinal);
}
