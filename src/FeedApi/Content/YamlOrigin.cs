namespace FeedApi.Content;

/// <summary>Values of <c>_config.yml</c> that stand in for front matter: they have no line in the post.</summary>
internal static class YamlOrigin
{
    /// <summary>The line of what does not stand in the post.</summary>
    public const int NoLine = 0;

    /// <summary>The value without its place.</summary>
    public static YamlNode OfSite(YamlNode node) => node switch
    {
        YamlScalar scalar => scalar with { Line = NoLine, Column = NoLine, LastLine = NoLine },
        YamlList list => new YamlList([.. list.Items.Select(OfSite)], NoLine, NoLine),
        YamlMap map => new YamlMap([.. map.Entries.Select(entry => new YamlEntry(entry.Key, OfSite(entry.Value), NoLine, NoLine))], NoLine, NoLine),
        _ => node,
    };
}
