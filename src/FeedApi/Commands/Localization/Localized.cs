using System.Globalization;
using System.Resources;

namespace FeedApi.Commands.Localization;

/// <summary>
/// What commands print for people, in their language: that of <c>LC_ALL</c>, <c>LC_MESSAGES</c> or <c>LANG</c>. As with ASP.NET Core's
/// localizers the English text is the key, so that it stands where it is used; a language is one file, <c>Messages.LANGUAGE.resx</c>.
/// What machines read (logs, JSON, SARIF, problems of the API) is always English.
/// </summary>
internal static class Localized
{
    private static readonly ResourceManager Messages = new("FeedApi.Commands.Localization.Messages", typeof(Localized).Assembly);

    /// <summary>A text without values; English when the language has none.</summary>
    public static string Text(string english) => Find(english) ?? english;

    /// <summary>A text with values, which are formatted independently of the culture.</summary>
    public static string Text(LocalizedTemplate english)
    {
        ArgumentNullException.ThrowIfNull(english);
        return string.Format(CultureInfo.InvariantCulture, Text(english.Template), english.Values);
    }

    /// <summary>The text of a key that is no English text; null when the language has none.</summary>
    public static string? Find(string key)
    {
        for (var culture = CultureInfo.CurrentUICulture; culture.Name.Length > 0; culture = culture.Parent)
        {
            if (Messages.GetResourceSet(culture, createIfNotExists: true, tryParents: false)?.GetString(key) is { } text) return text;
        }

        return null;
    }
}
