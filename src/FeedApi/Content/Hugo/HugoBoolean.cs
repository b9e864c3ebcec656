using FeedApi.Model;

namespace FeedApi.Content.Hugo;

/// <summary>Reads true and false as Hugo does: as YAML 1.1 and Go spell them.</summary>
internal static class HugoBoolean
{
    /// <summary>The value; null when it is neither, or missing.</summary>
    public static bool? Of(ConfigNode? node) => (node as ConfigScalar)?.Text.Trim().ToLowerInvariant() switch
    {
        "true" or "t" or "1" or "yes" or "on" or "y" => true,
        "false" or "f" or "0" or "no" or "off" or "n" => false,
        _ => null,
    };
}
