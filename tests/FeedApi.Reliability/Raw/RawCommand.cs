using System.CommandLine;
using FeedApi.Reliability.Faults;

namespace FeedApi.Reliability.Raw;

/// <summary><c>raw N</c>.</summary>
internal static class RawCommand
{
    /// <summary>The command.</summary>
    public static Command Create() => FaultCommand.Create(
        "raw", "Requests byte by byte: framing that two servers could read in two ways, and paths out of the content folder.",
        RawRun.RunAsync);
}
