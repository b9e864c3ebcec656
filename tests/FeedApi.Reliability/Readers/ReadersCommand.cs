using System.CommandLine;
using FeedApi.Reliability.Faults;

namespace FeedApi.Reliability.Readers;

/// <summary><c>readers N</c>.</summary>
internal static class ReadersCommand
{
    /// <summary>The command.</summary>
    public static Command Create() => FaultCommand.Create(
        "readers", "N feeds of odd titles and dates, read by three parsers of others: the same ids, titles and dates as the API.",
        ReadersRun.RunAsync);
}
