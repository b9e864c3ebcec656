using System.Globalization;

namespace FeedApi.Reliability.SystemCalls;

/// <summary>An error that a system call is made to return.</summary>
/// <param name="Call">The call, or several.</param>
/// <param name="Error">The error.</param>
/// <param name="When">Which of the calls of each thread: strace's <c>when=</c>.</param>
/// <param name="IsOfData">True for the files of the index, false for the content.</param>
internal sealed record Injection(string Call, string Error, string When, bool IsOfData)
{
    // The index is opened once.
    private static readonly (string Calls, string[] Errors, bool IsOfData)[] OfStart =
        [("openat", ["EMFILE", "EIO", "EACCES"], true), ("pread64,read", ["EIO"], true)];

    private static readonly (string Calls, string[] Errors, bool IsOfData)[] Kinds =
    [
        ("statx,newfstatat", ["EIO", "EACCES", "ESTALE"], false),
        ("openat,open", ["EIO", "EACCES", "ESTALE", "EMFILE"], false),
        ("getdents64", ["EIO", "ESTALE"], false),
        ("pread64,read", ["EIO", "ESTALE"], false),
        ("readlink", ["EIO", "EACCES"], false),
        ("pwrite64", ["EIO", "ENOSPC"], true),
        ("pread64", ["EIO"], true),
        ("fsync,fdatasync,rename", ["EIO", "ENOSPC"], true),
    ];

    /// <summary>Any of the kinds, at any of the first calls.</summary>
    /// <param name="random">Chooses.</param>
    /// <param name="isOfStart">True for a server that is about to start.</param>
    public static Injection Of(Random random, bool isOfStart)
    {
        var kinds = isOfStart && random.Next(2) == 0 ? OfStart : Kinds;
        var (calls, errors, isOfData) = kinds[random.Next(kinds.Length)];
        // The index is written and synchronised seldom.
        var first = 1 + random.Next(isOfData ? 3 : 12);
        var when = random.Next(3) switch
        {
            // Every one from there on, every second one, and some in a row.
            0 => string.Create(CultureInfo.InvariantCulture, $"{first}+"),
            1 => string.Create(CultureInfo.InvariantCulture, $"{first}+2"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{first}..{first + 10 + random.Next(20)}"),
        };
        return new Injection(calls, errors[random.Next(errors.Length)], when, isOfData);
    }

    /// <summary>The arguments of strace.</summary>
    /// <param name="log">Where it writes the calls.</param>
    /// <param name="paths">The files whose calls fail.</param>
    public string[] ArgumentsOf(string log, IEnumerable<string> paths) =>
    [
        "-f", "-qq", "-o", log, "-e", $"trace={Call}", "-e", $"inject={Call}:error={Error}:when={When}",
        .. paths.SelectMany(path => (string[])["-P", path]),
    ];

    /// <inheritdoc/>
    public override string ToString() => $"{Call} {Error} when {When} on {(IsOfData ? "the index" : "the content")}";
}
