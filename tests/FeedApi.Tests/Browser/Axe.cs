using FeedApi.Tests.Docs;
using FeedApi.Tests.Docs.Examples;
using Xunit;

namespace FeedApi.Tests.Browser;

/// <summary>axe-core, which checks a page for what keeps people from using it. Where it is not installed, tests are skipped.</summary>
internal sealed class Axe
{
    private const string Folder = "tests/FeedApi.Tests/Browser";

    private readonly string source;

    private Axe(string source) => this.source = source;

    /// <summary>Reads its script.</summary>
    public static Axe Read()
    {
        var file = Path.Combine(Repository.PathOf(Folder), "node_modules/axe-core/axe.min.js");
        if (!File.Exists(file)) Assert.Skip($"Install nodejs and npm, and run npm ci in {Folder}.");
        return new Axe(File.ReadAllText(file));
    }

    /// <summary>Checks the page that is open by every rule. Its policy does not apply to what the driver runs.</summary>
    /// <returns>A line for each element that violates a rule; inconclusive ones are none.</returns>
    public async Task<string[]> ViolationsAsync(Chromium browser)
    {
        var found = await browser.RunAsync(source + """

            return axe.run().then(results => results.violations.flatMap(rule => rule.nodes.map(node =>
                `${rule.id}: ${node.target.join(" ")}: ${node.failureSummary}`)));
            """);
        return [.. found!.AsArray().Select(line => (string)line!)];
    }
}
