using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;

namespace FeedApi.Model.Dates.Ruby;

/// <summary>The names that a zone had in the course of time, from the system's database.</summary>
/// <remarks>TZif (RFC 9636), version 2 or later. .NET reads the same files and keeps the names to itself.</remarks>
internal sealed partial class ZoneFile
{
    private const string Folder = "/usr/share/zoneinfo";
    private const int HeaderBytes = 44;
    private const int TypeBytes = 6;

    private static readonly ConcurrentDictionary<string, ZoneFile?> Known = new(StringComparer.Ordinal);

    private readonly long[] changes;
    private readonly string[] names;
    private readonly string? standard;
    private readonly string? summer;

    private ZoneFile(ReadOnlySpan<byte> file)
    {
        // The first part is for programs that know times of 32 bits only.
        var part = file[(HeaderBytes + LengthOf(file, timeBytes: 4))..];
        var (count, types) = (CountAt(part, 32), CountAt(part, 36));
        var body = part[HeaderBytes..];
        var indexes = body.Slice(8 * count, count);
        var letters = body[((9 * count) + (TypeBytes * types))..];
        changes = new long[count];
        names = new string[count];
        for (var i = 0; i < count; i++)
        {
            changes[i] = BinaryPrimitives.ReadInt64BigEndian(body[(8 * i)..]);
            var name = letters[body[(9 * count) + (TypeBytes * indexes[i]) + 5]..];
            names[i] = Encoding.ASCII.GetString(name[..name.IndexOf((byte)0)]);
        }

        // Behind it all, for the time after the last change: EST5EDT,M3.2.0,M11.1.0 or <+08>-8.
        var rule = Rule().Match(Encoding.ASCII.GetString(body[LengthOf(part, timeBytes: 8)..]).Trim());
        (standard, summer) = (rule.Groups[1].Value.Trim('<', '>'), rule.Groups[2].Value.Trim('<', '>'));
    }

    /// <summary>The file of a zone; null when there is none that can be read.</summary>
    public static ZoneFile? Find(string id)
    {
        if (Known.TryGetValue(id, out var known)) return known;
        var found = Read(id, out var isKnown);
        if (isKnown) Known[id] = found;
        return found;
    }

    /// <summary>The name at a time.</summary>
    /// <param name="seconds">The time, in Unix seconds.</param>
    /// <param name="isSummer">True when the zone has daylight saving time then.</param>
    public string? NameAt(long seconds, bool isSummer)
    {
        var next = Array.FindIndex(changes, change => change > seconds);
        return next > 0 ? names[next - 1] : isSummer && summer is { Length: > 0 } ? summer : standard;
    }

    // An error of the disk says nothing of the next attempt.
    private static ZoneFile? Read(string id, out bool isKnown)
    {
        isKnown = true;
        try
        {
            var file = File.ReadAllBytes(Path.Combine(Environment.GetEnvironmentVariable("TZDIR") ?? Folder, id));
            return file.AsSpan().StartsWith("TZif"u8) && file[4] >= '2' ? new ZoneFile(file) : null;
        }
        catch (Exception failure) when (failure
            is IOException or UnauthorizedAccessException or ArgumentException or IndexOutOfRangeException)
        {
            isKnown = failure is not (IOException or UnauthorizedAccessException) or FileNotFoundException or DirectoryNotFoundException;
            return null;
        }
    }

    // Of the body behind a header: the times with their types, the types, their letters, leap seconds and two lists of flags.
    private static int LengthOf(ReadOnlySpan<byte> header, int timeBytes) =>
        (CountAt(header, 32) * (timeBytes + 1)) + (CountAt(header, 36) * TypeBytes) + CountAt(header, 40)
        + (CountAt(header, 28) * (timeBytes + 4)) + CountAt(header, 24) + CountAt(header, 20);

    private static int CountAt(ReadOnlySpan<byte> header, int at) => BinaryPrimitives.ReadInt32BigEndian(header[at..]);

    [GeneratedRegex("^(<[^>]+>|[A-Za-z]+)[-+0-9:]*(<[^>]+>|[A-Za-z]*)", RegexOptions.NonBacktracking)]
    private static partial Regex Rule();
}
