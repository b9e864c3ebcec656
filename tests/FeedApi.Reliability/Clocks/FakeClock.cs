using System.Globalization;

namespace FeedApi.Reliability.Clocks;

/// <summary>
/// The clock of a process under libfaketime: a file tells how far it is off, and may change while the process runs. The monotonic clock
/// stays as it is, as when an operator or NTP sets the time.
/// </summary>
/// <param name="file">The file.</param>
internal sealed class FakeClock(string file)
{
    private static readonly string[] Places =
        ["/usr/lib/x86_64-linux-gnu/faketime", "/usr/lib/aarch64-linux-gnu/faketime", "/usr/lib/faketime"];

    /// <summary>How far the clock is off.</summary>
    public TimeSpan Offset { get; private set; }

    /// <summary>What the clock says.</summary>
    public DateTimeOffset Now => DateTimeOffset.UtcNow + Offset;

    /// <summary>The program and arguments that start another program under this clock.</summary>
    /// <exception cref="InvalidOperationException">The library is not installed.</exception>
    public IReadOnlyList<string> Launcher =>
    [
        "env", "LD_PRELOAD=" + Library, "DONT_FAKE_MONOTONIC=1", "FAKETIME_TIMESTAMP_FILE=" + file, "FAKETIME_NO_CACHE=1",
    ];

    /// <summary>Sets the clock.</summary>
    public void Set(TimeSpan offset)
    {
        Offset = offset;
        File.WriteAllText(file + ".new", offset.TotalSeconds.ToString("+0;-0", CultureInfo.InvariantCulture) + "\n");
        File.Move(file + ".new", file, overwrite: true);
    }

    private static string Library => Places.Select(place => Path.Combine(place, "libfaketime.so.1")).FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("Install faketime: libfaketime.so.1 is missing.");
}
