using Xunit;

namespace FeedApi.Tests.Content.Jekyll;

/// <summary>
/// Jekyll and FeedApi over one site, once for all tests of a class. Where Jekyll is not installed, the tests are skipped.
/// </summary>
public sealed class JekyllComparison<TSite> : IAsyncLifetime
    where TSite : IJekyllSite
{
    private JekyllRun? run;

    public async ValueTask InitializeAsync() => run = await JekyllRun.OfAsync(TSite.Config, TSite.Fixtures);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Fails unless the fixture of that rule comes out as it says.</summary>
    public void AssertRule(string rule)
    {
        if (run is null) Assert.Skip(JekyllSiteExtensions.Missing);
        run.Verify(TSite.Fixtures.Single(each => each.Rule == rule));
    }
}
