namespace FeedApi.Site.Settings;

/// <summary>What feeds and API leave out of bodies: <c>feedapi.strip</c> and <c>feedapi.strip_text</c>. Pages show it.</summary>
/// <param name="Selectors">CSS selectors of whole elements.</param>
/// <param name="Texts">Regular expressions that <see cref="System.Text.RegularExpressions.RegexOptions.NonBacktracking"/> supports.</param>
public sealed record StripRules(IReadOnlyList<string> Selectors, IReadOnlyList<string> Texts)
{
    /// <summary>Nothing is left out.</summary>
    public static StripRules None { get; } = new([], []);
}
