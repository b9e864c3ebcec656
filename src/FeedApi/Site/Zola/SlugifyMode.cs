namespace FeedApi.Site.Zola;

/// <summary>How Zola makes a part of an address of a name.</summary>
/// <remarks>Zola, "Configuration, slugification strategies".</remarks>
internal enum SlugifyMode
{
    /// <summary>Transliterated to ASCII: letters, digits and hyphens. The default.</summary>
    On,

    /// <summary>Only characters that no file of Windows may have are removed.</summary>
    Safe,

    /// <summary>Unchanged.</summary>
    Off,
}
