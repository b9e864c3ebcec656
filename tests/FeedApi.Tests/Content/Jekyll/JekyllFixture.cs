namespace FeedApi.Tests.Content.Jekyll;

/// <summary>How a fixture comes out.</summary>
public enum Outcome
{
    /// <summary>Both publish it, and everything compared is equal.</summary>
    Same,

    /// <summary>Neither publishes it, and that is what its author asked for.</summary>
    Hidden,

    /// <summary>Jekyll drops it without a word; FeedApi says so, whether it can show it or not.</summary>
    Told,
}

/// <summary>One small post that stands for one of Jekyll's rules.</summary>
/// <param name="Rule">The rule, as a sentence.</param>
/// <param name="Path">Relative to the site.</param>
/// <param name="Text">The whole file.</param>
/// <param name="Outcome">What is expected.</param>
public sealed record JekyllFixture(string Rule, string Path, string Text, Outcome Outcome = Outcome.Same)
{
    /// <summary>A post below <c>_posts</c> of which only the front matter matters.</summary>
    public static JekyllFixture Post(string rule, string name, string frontMatter, Outcome outcome = Outcome.Same) =>
        At(rule, "_posts/" + name, frontMatter, outcome);

    /// <summary>The same at any path.</summary>
    public static JekyllFixture At(string rule, string path, string frontMatter, Outcome outcome = Outcome.Same) =>
        new(rule, path, $"---\n{frontMatter}\n---\nText.\n", outcome);
}
