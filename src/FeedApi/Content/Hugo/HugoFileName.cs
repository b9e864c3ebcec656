using System.Globalization;

namespace FeedApi.Content.Hugo;

/// <summary>A file's name as Hugo's <c>:filename</c> reads it.</summary>
/// <param name="Date">The ten characters at its start as a date; null when they are none.</param>
/// <param name="Slug">What follows, without spaces, hyphens and underscores around it; empty without a date.</param>
internal readonly record struct HugoFileName(DateOnly? Date, string Slug)
{
    private const string Form = "yyyy-MM-dd";

    /// <summary>Reads a name without extension; for a bundle, its folder's.</summary>
    public static HugoFileName Of(string name) =>
        name.Length >= Form.Length
        && DateOnly.TryParseExact(name.AsSpan(0, Form.Length), Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new HugoFileName(day, name[Form.Length..].Trim(' ', '-', '_'))
            : new HugoFileName(null, "");
}
