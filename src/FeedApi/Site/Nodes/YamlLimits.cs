namespace FeedApi.Site.Nodes;

/// <summary>How much YAML is read. Aliases, anchors and tags are never accepted.</summary>
/// <param name="Chars">Length of the text; checked before it is parsed.</param>
/// <param name="Depth">Levels of lists and mappings.</param>
/// <param name="Nodes">Scalars, keys, lists and mappings together.</param>
internal sealed record YamlLimits(int Chars, int Depth, int Nodes)
{
    /// <summary>For the front matter of a post.</summary>
    public static YamlLimits FrontMatter { get; } = new(64 * 1024, 16, 1_000);

    /// <summary>For <c>_config.yml</c> and <c>_data/</c>: thousands of categories fit.</summary>
    public static YamlLimits Site { get; } = new(8 * 1024 * 1024, 32, 500_000);
}
