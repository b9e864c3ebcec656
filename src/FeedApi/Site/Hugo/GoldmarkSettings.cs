namespace FeedApi.Site.Hugo;

/// <summary>How Hugo renders Markdown: <c>markup.goldmark</c>. Made by <see cref="GoldmarkSettingsReader"/>.</summary>
/// <remarks>Hugo, "Configure markup"; the defaults are those of Hugo 0.111.</remarks>
public sealed record GoldmarkSettings
{
    /// <summary>True when raw HTML in Markdown is shown (<c>renderer.unsafe</c>); else it is left out.</summary>
    public bool ShowsRawHtml { get; init; }

    /// <summary>True when each end of a line is a line break (<c>renderer.hardWraps</c>).</summary>
    public bool BreaksLines { get; init; }

    /// <summary>True when attributes may follow any block (<c>parser.attribute.block</c>); else only a heading.</summary>
    public bool HasBlockAttributes { get; init; }

    /// <summary>True when <c>:smile:</c> is an emoji (<c>enableEmoji</c>).</summary>
    public bool HasEmoji { get; init; }

    /// <summary>The extensions that are turned off, in lower case: <c>typographer</c>, <c>linkify</c> and so on.</summary>
    public IReadOnlySet<string> DisabledExtensions { get; init; } = new HashSet<string>();
}
