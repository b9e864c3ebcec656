namespace FeedApi.Site.Nodes;

/// <summary>The limits of YAML, TOML and JSON documents. What the aliases of YAML expand to counts as if it were written.</summary>
/// <param name="Chars">Maximum length of the text, checked before it is parsed.</param>
/// <param name="Depth">Maximum nesting depth of lists and mappings.</param>
/// <param name="Nodes">Maximum number of scalars, keys, lists and mappings together.</param>
/// <param name="TakesFirstDocument">True: what follows the first document is ignored; false: it is a fault.</param>
internal sealed record YamlLimits(int Chars, int Depth, int Nodes, bool TakesFirstDocument = false)
{
    /// <summary>For the front matter of a post.</summary>
    public static YamlLimits FrontMatter { get; } = new(64 * 1024, 16, 1_000);

    /// <summary>For <c>_config.yml</c> and <c>_data/</c>, which may list thousands of categories.</summary>
    /// <remarks>Ruby's <c>YAML.load</c> and go-yaml's <c>Unmarshal</c> read the first document, whatever follows it.</remarks>
    public static YamlLimits Site { get; } = new(8 * 1024 * 1024, 32, 500_000, TakesFirstDocument: true);
}
