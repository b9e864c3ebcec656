namespace FeedApi.Site.Settings;

/// <summary>
/// The parts of bodies that are removed in feeds and API, but not on pages: <c>feedapi.strip</c> and <c>feedapi.strip_text</c>.
/// </summary>
/// <param name="Selectors">CSS selectors of elements to remove.</param>
/// <param name="Texts">Regular expressions that <see cref="System.Text.RegularExpressions.RegexOptions.NonBacktracking"/> supports.</param>
public sealed record StripRules(IReadOnlyList<string> Selectors, IReadOnlyList<string> Texts)
{
    /// <summary>No rules.</summary>
    public static StripRules None { get; } = new([], []);
}
