using System.CommandLine;
using FeedApi.Reliability.Faults;

namespace FeedApi.Reliability.Saves;

/// <summary><c>saves N</c>.</summary>
internal static class SavesCommand
{
    /// <summary>The command.</summary>
    public static Command Create() => FaultCommand.Create(
        "saves", "Saves in the ways of editors and tools while a client polls; the end against a fresh index.", SavesRun.RunAsync);
}
