using Xunit;

namespace FeedApi.Tests.Content.Jekyll;

/// <summary>A site of fixtures: one configuration, many posts.</summary>
public interface IJekyllSite
{
    /// <summary>The text of <c>_config.yml</c>.</summary>
    static abstract string Config { get; }

    /// <summary>The posts. No two have the same rule or path.</summary>
    static abstract IReadOnlyList<JekyllFixture> Fixtures { get; }
}

/// <summary>Names fixtures for the test runner.</summary>
internal static class JekyllSiteExtensions
{
    /// <summary>Why tests are skipped.</summary>
    public const string Missing = "Install jekyll to compare with it.";

    /// <summary>The rules, one test each.</summary>
    public static TheoryData<string> Rules(this IEnumerable<JekyllFixture> fixtures) => [.. fixtures.Select(fixture => fixture.Rule)];
}
