using System.CommandLine;
using FeedApi.Reliability.Faults;

namespace FeedApi.Reliability.Xml;

/// <summary><c>xml N</c>.</summary>
internal static class XmlCommand
{
    /// <summary>The command.</summary>
    public static Command Create() => FaultCommand.Create(
        "xml", "64 UTF-16 units a post, 1,024 posts for all of them, and text that XML stumbles over; feeds are parsed by two parsers.",
        XmlRun.RunAsync);
}
