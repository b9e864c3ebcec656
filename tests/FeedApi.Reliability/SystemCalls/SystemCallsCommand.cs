using System.CommandLine;
using FeedApi.Reliability.Faults;

namespace FeedApi.Reliability.SystemCalls;

/// <summary><c>syscalls N [--from NUMBER] [--seed SEED]</c>.</summary>
internal static class SystemCallsCommand
{
    /// <summary>The command.</summary>
    public static Command Create() => FaultCommand.Create(
        "syscalls",
        "Errors of system calls (strace) at a running and a starting server; nothing may be lost, and after the fault all must be right.",
        SystemCallsRun.RunAsync);
}
