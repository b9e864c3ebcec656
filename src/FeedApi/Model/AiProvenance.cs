namespace FeedApi.Model;

/// <summary>What artificial intelligence had to do with a text.</summary>
public enum AiKind
{
    /// <summary>Nothing, as its author declares.</summary>
    None,

    /// <summary>It wrote the text.</summary>
    Generated,

    /// <summary>It helped a person to write the text.</summary>
    Assisted,
}

/// <summary>How far a text comes from artificial intelligence, as its author or the site declares.</summary>
/// <param name="Kind">The part that it had.</param>
/// <param name="Tool">The program or model; plain text, or null.</param>
public sealed record AiProvenance(AiKind Kind, string? Tool = null)
{
    /// <summary>The kind by its name in front matter and settings; null for any other word.</summary>
    public static AiKind? KindOf(string name) => name.Trim().ToLowerInvariant() switch
    {
        "generated" or "true" or "yes" or "on" => AiKind.Generated,
        "assisted" => AiKind.Assisted,
        "none" or "false" or "no" or "off" => AiKind.None,
        _ => null,
    };
}
