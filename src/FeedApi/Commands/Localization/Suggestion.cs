using FeedApi.Model.Text;

namespace FeedApi.Commands.Localization;

/// <summary>What is appended to a message that a name does not exist, as <see cref="Spelling.Hint"/> does in English.</summary>
internal static class Suggestion
{
    /// <summary>Suggests the nearest name; empty when no name is near.</summary>
    /// <param name="written">The name as written.</param>
    /// <param name="allowed">The candidates, without names that are also given.</param>
    public static string Near(string written, IEnumerable<string> allowed) =>
        Spelling.Nearest(written, allowed) is { } nearest ? Of(nearest) : "";

    /// <summary>Suggests a name.</summary>
    public static string Of(string name) => Localized.Text($" (did you mean {name}?)");
}
