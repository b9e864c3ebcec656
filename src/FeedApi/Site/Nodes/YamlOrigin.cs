using FeedApi.Model;

namespace FeedApi.Site.Nodes;

/// <summary>Marks values of <c>_config.yml</c> that serve as default front matter: they have no line in the post.</summary>
internal static class YamlOrigin
{
    /// <summary>The line and column of values that are not in the post.</summary>
    public const int NoLine = 0;

    /// <summary>The value without its position.</summary>
    public static ConfigNode OfSite(ConfigNode node) => node switch
    {
        ConfigScalar scalar => scalar with { Line = NoLine, Column = NoLine, LastLine = NoLine },
        ConfigList list => new ConfigList([.. list.Items.Select(OfSite)], NoLine, NoLine),
        ConfigMap map => new ConfigMap(
            [.. map.Entries.Select(entry => new ConfigEntry(entry.Key, OfSite(entry.Value), NoLine, NoLine))], NoLine, NoLine),
        _ => node,
    };
}
