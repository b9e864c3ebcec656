using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FeedApi.Publishing;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Commands.Logging;

/// <summary>What the program writes to its console.</summary>
public sealed partial class LogSetupTests
{
    private const string Name = "_posts/2024-01-02-\u202ea\u001b[31mb\nc.md";

    [Fact]
    public async Task Each_entry_has_its_time_in_utc_and_nothing_that_acts_on_a_terminal()
    {
        await using var site = SiteWithAnEvilName();
        await using var server = await SeparateServer.StartAsync(site, SeparateServer.Plain);
        await TestSite.UntilAsync(() => Task.FromResult(server.HasLogged(PublishingEvents.Started)), "the start is logged");

        var lines = server.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.All(lines, line => Assert.Matches(TimedLine(), line));
        Assert.Contains(lines, line => line.Contains("-\\u202ea\\u001b[31mb\\u000ac.md", StringComparison.Ordinal));
        Assert.DoesNotContain('\u202e', server.Output);
        Assert.DoesNotContain('\u001b', server.Output);
    }

    [Fact]
    public async Task The_formatter_can_be_that_of_json()
    {
        await using var site = SiteWithAnEvilName();
        await using var server = await SeparateServer.StartAsync(site, "export Logging__Console__FormatterName=json; exec \"$@\"");
        const string started = "\"EventId\":307";
        await TestSite.UntilAsync(() => Task.FromResult(server.Output.Contains(started, StringComparison.Ordinal)), "the start is logged");

        var entries = server.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToArray();

        Assert.All(entries, entry => Assert.EndsWith("Z", (string)entry["Timestamp"]!, StringComparison.Ordinal));
        Assert.Contains(entries, entry => ((string)entry["Message"]!).Contains(Name, StringComparison.Ordinal));
    }

    private static TestSite SiteWithAnEvilName()
    {
        var site = new TestSite();
        site.Content.With("_posts/2024-01-01-a.md", "---\ntitle: A\n---\nx\n").With(Name, "---\ntitle: B\n---\nx\n");
        return site;
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z (info|warn|fail|crit): ")]
    private static partial Regex TimedLine();
}
