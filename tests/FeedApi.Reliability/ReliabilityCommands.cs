using FeedApi.Benchmarks.Commands;
using FeedApi.Reliability.Attack;
using FeedApi.Reliability.Clocks;
using FeedApi.Reliability.Crashes;
using FeedApi.Reliability.Exports;
using FeedApi.Reliability.Flips;
using FeedApi.Reliability.FullDisks;
using FeedApi.Reliability.Kills;
using FeedApi.Reliability.Limits;
using FeedApi.Reliability.Mutations;
using FeedApi.Reliability.Permissions;
using FeedApi.Reliability.Polls;
using FeedApi.Reliability.Raw;
using FeedApi.Reliability.Readers;
using FeedApi.Reliability.Reading.Markdown;
using FeedApi.Reliability.Reading.Yaml;
using FeedApi.Reliability.Saves;
using FeedApi.Reliability.Scripts;
using FeedApi.Reliability.Seeds;
using FeedApi.Reliability.Shortcut;
using FeedApi.Reliability.Soak;
using FeedApi.Reliability.Starve;
using FeedApi.Reliability.Stops;
using FeedApi.Reliability.Syncs;
using FeedApi.Reliability.SystemCalls;
using FeedApi.Reliability.Upgrades;
using FeedApi.Reliability.Watching;
using FeedApi.Reliability.Xml;

namespace FeedApi.Reliability;

/// <summary>The commands of this program.</summary>
internal static class ReliabilityCommands
{
    private const string Description = "Makes trouble for FeedApi and ends with 1 when anything was lost, torn, stale or wrong.";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<CommandGroup> Groups()
    {
        CommandGroup[] groups =
        [
            new(
                "Trouble with posts",
                [
                    MarkdownCommand.Create(), YamlCommand.Create(), ScriptsCommand.Create(), XmlCommand.Create(), ReadersCommand.Create(),
                    MutationsCommand.Create(), ShortcutCommand.Create(), SeedsCommand.Create(),
                ]),
            new("Trouble with files", [SavesCommand.Create(), PermissionsCommand.Create(), WatchCommand.Create()]),
            new(
                "Trouble with disks and clocks",
                [
                    SystemCallsCommand.Create(), ClocksCommand.Create(), FlipsCommand.Create(), CrashesCommand.Create(),
                    FullDisksCommand.Create(), ExportsCommand.Create(),
                ]),
            new(
                "Trouble with the process",
                [KillsCommand.Create(), StopsCommand.Create(), UpgradesCommand.Create(), LimitsCommand.Create(), ServeAsCommand.Create()]),
            new(
                "Trouble with clients",
                [
                    RawCommand.Create(), AttackCommand.Create(), FloodCommand.Create(), PollsCommand.Create(), StarveCommand.Create(),
                    SearchAttackCommand.Create(), SyncsCommand.Create(),
                ]),
            new("Everything for long", [SoakCommand.Create()]),
        ];
        return groups;
    }

    /// <summary>Runs the command that is asked for.</summary>
    /// <returns>0 when there was no fault.</returns>
    public static Task<int> RunAsync(IReadOnlyList<string> arguments) => new GroupedCommandLine(Description, Groups()).RunAsync(arguments);
}
