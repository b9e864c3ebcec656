using System.CommandLine;
using FeedApi.Reliability.Faults;

namespace FeedApi.Reliability.Reading.Yaml;

/// <summary><c>yaml N</c>.</summary>
internal static class YamlCommand
{
    /// <summary>The command.</summary>
    public static Command Create() => FaultCommand.Create(
        "yaml", "Hostile front matter: depth, aliases, tags, huge values, duplicate keys, broken quotes, and mixtures of these.",
        (range, report, cancellation) =>
            ReadingRun.RunAsync("yaml", range, report, (random, _, _) => HostileYaml.Of(random), cancellation));
}
