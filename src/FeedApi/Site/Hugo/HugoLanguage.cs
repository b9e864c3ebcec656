namespace FeedApi.Site.Hugo;

/// <summary>One language of a Hugo or Zola site.</summary>
/// <remarks>Hugo, "Multilingual mode"; Zola, "Multilingual sites".</remarks>
internal sealed record HugoLanguage
{
    /// <summary>The key under <c>languages</c>, which is also the suffix of files: <c>zh-cn</c>. Hugo has it in lower case.</summary>
    public required string Key { get; init; }

    /// <summary>
    /// BCP 47 tag, unique in the site: the language's own <c>languageCode</c>, else the key; of the default language the site's tag.
    /// </summary>
    public required string Tag { get; init; }

    /// <summary>The folder of its posts, relative to the root, without leading or trailing slash.</summary>
    public required string ContentFolder { get; init; }

    /// <summary>What addresses of the language begin with: empty, or <c>/zh-cn</c>.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>True when its posts are not published: <c>disabled</c>, or listed in <c>disableLanguages</c>.</summary>
    public bool IsDisabled { get; init; }

    /// <summary>The title of the site in this language; null: the same as the site's.</summary>
    public string? Title { get; init; }

    /// <summary>The description of the site in this language; null: the same as the site's.</summary>
    public string? Description { get; init; }

    /// <summary>
    /// Absolute address of the language's own host and base path, without trailing slash; null when all languages share one.
    /// </summary>
    public string? Address { get; init; }
}
