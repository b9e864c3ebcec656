using System.Globalization;
using System.Text.RegularExpressions;
using FeedApi.Benchmarks.Servers;

namespace FeedApi.Reliability.Crashes;

/// <summary>One operation on a file of the index, as strace shows it.</summary>
/// <param name="File">The name of the file.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Offset">Where it writes, or the new length.</param>
/// <param name="Bytes">What it writes.</param>
internal sealed partial record DiskOperation(string File, DiskOperationKind Kind, long Offset, byte[] Bytes)
{
    /// <summary>The options of strace that show what <see cref="ReadAll"/> reads.</summary>
    public const string StraceOptions = "-D -f -qq -y -xx -s 65536 -e trace=pwrite64,ftruncate,fsync,fdatasync,unlink";

    /// <summary>The operations of a log of strace on files of an index, in their order.</summary>
    public static List<DiskOperation> ReadAll(string log)
    {
        List<DiskOperation> found = [];
        foreach (var line in System.IO.File.ReadLines(log))
        {
            if (Operation().Match(line) is not { Success: true } match) continue;
            var file = Path.GetFileName(Text(match.Groups["path"].Value));
            if (file != IndexName.Database && file != IndexName.Log) continue;
            var numbers = match.Groups["number"].Captures.Select(each => long.Parse(each.Value, CultureInfo.InvariantCulture)).ToArray();
            found.Add(match.Groups["call"].Value switch
            {
                "pwrite64" => new DiskOperation(file, DiskOperationKind.Write, numbers[1], Hex(match.Groups["bytes"].Value)),
                "ftruncate" => new DiskOperation(file, DiskOperationKind.Truncate, numbers[0], []),
                "unlink" => new DiskOperation(file, DiskOperationKind.Unlink, 0, []),
                _ => new DiskOperation(file, DiskOperationKind.Sync, 0, []),
            });
        }

        return found;
    }

    // Paths of unlink are in hex too, those behind a descriptor are not.
    private static string Text(string path) =>
        path.StartsWith("\\x", StringComparison.Ordinal) ? System.Text.Encoding.UTF8.GetString(Hex(path)) : path;

    private static byte[] Hex(string text) => Convert.FromHexString(text.Replace("\\x", "", StringComparison.Ordinal));

    [GeneratedRegex(
        """(?<call>pwrite64|ftruncate|fsync|fdatasync|unlink)\((?:\d+<(?<path>[^>]*)>|"(?<path>[^"]*)")"""
            + """(?:, "(?<bytes>[^"]*)")?(?:, (?<number>\d+))*""")]
    private static partial Regex Operation();
}

/// <summary>What an operation does.</summary>
internal enum DiskOperationKind
{
    /// <summary>Writes bytes.</summary>
    Write,

    /// <summary>Sets the length.</summary>
    Truncate,

    /// <summary>Makes everything before it durable.</summary>
    Sync,

    /// <summary>Deletes the file.</summary>
    Unlink,
}
