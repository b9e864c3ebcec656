using System.Collections.Concurrent;
using System.Globalization;

namespace FeedApi.Reliability.Attack;

/// <summary>What became of a flood.</summary>
internal sealed class FloodCount
{
    private readonly ConcurrentDictionary<uint, int> goneAway = new();
    private long sent;
    private int ended;

    /// <summary>So many more were sent.</summary>
    public void Sent(int count) => Interlocked.Add(ref sent, count);

    /// <summary>A connection ended.</summary>
    /// <param name="code">Of its GOAWAY frame, if one was heard.</param>
    public void Ended(uint? code)
    {
        Interlocked.Increment(ref ended);
        if (code is { } heard) goneAway.AddOrUpdate(heard, 1, (_, count) => count + 1);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{sent} frames or pairs on {ended} connections; "
            + $"GOAWAY {string.Join(", ", goneAway.Select(code => $"{NameOf(code.Key)} {code.Value}x"))}");

    // RFC 9113, section 7.
    private static string NameOf(uint code) => code switch
    {
        0 => "NO_ERROR",
        1 => "PROTOCOL_ERROR",
        3 => "FLOW_CONTROL_ERROR",
        9 => "COMPRESSION_ERROR",
        11 => "ENHANCE_YOUR_CALM",
        _ => code.ToString(CultureInfo.InvariantCulture),
    };
}
