using FeedApi.Site.Settings;
using Xunit;

namespace FeedApi.Tests.Commands.Options;

public sealed class ConfigurationDocumentTests
{
    private const string Rewrite = "FEEDAPI_WRITE_DOCS";

    [Fact]
    public async Task The_committed_reference_is_the_one_that_the_options_classes_make()
    {
        var made = ConfigurationDocument.Make();
        var isWritten = Environment.GetEnvironmentVariable(Rewrite) is "1";
        if (isWritten) await File.WriteAllTextAsync(ConfigurationDocument.Path, made, TestContext.Current.CancellationToken);
        var committed = await File.ReadAllTextAsync(ConfigurationDocument.Path, TestContext.Current.CancellationToken);

        Assert.True(made == committed, $"docs/configuration.md is out of date; this test writes it anew when {Rewrite}=1 is set.");
    }

    [Fact]
    public void It_names_every_key_of_the_site()
    {
        var made = ConfigurationDocument.Make();

        Assert.All(SiteKeys.Top.Except(["feed", "feedapi"]), key => Assert.Contains($"`{key}`", made, StringComparison.Ordinal));
        Assert.All(SiteKeys.Own, key => Assert.Contains($"`feedapi.{key}", made, StringComparison.Ordinal));
        Assert.All(SiteKeys.OfFeed, key => Assert.Contains($"`feed.{key}", made, StringComparison.Ordinal));
        Assert.All(SiteKeys.OfKramdown, key => Assert.Contains($"`{key}`", made, StringComparison.Ordinal));
    }
}
