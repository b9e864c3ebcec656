using FeedApi.Model;
using FeedApi.Model.Dates;
using FeedApi.Model.Text;
using FeedApi.Site;

namespace FeedApi.Content.Posts;

/// <summary>Reads fields of front matter as texts, names, claims and dates; what has the wrong kind is noted and counts as unset.</summary>
internal sealed class FieldReader(ConfigMap map, ProblemLog problems)
{
    /// <summary>Most entries of any list.</summary>
    public const int MaxEntries = 64;

    /// <summary>Longest title, in chars.</summary>
    public const int TitleChars = 1_024;

    /// <summary>Longest name, address or id, in chars.</summary>
    public const int NameChars = 512;

    /// <summary>Where problems are noted.</summary>
    public ProblemLog Problems => problems;

    /// <summary>The value of a key; null when it is missing or unset.</summary>
    public ConfigNode? Find(string key) => map.Find(key);

    /// <summary>The value of a key that is there but has none; null when it has one, or the key is missing.</summary>
    public ConfigNode? FindUnset(string key)
    {
        foreach (var entry in map.Entries)
        {
            if (string.Equals(entry.Key, key, StringComparison.Ordinal)) return entry.Value.IsUnset ? entry.Value : null;
        }

        return null;
    }

    /// <summary>The first of these keys that is set to more than an empty text.</summary>
    public (string Key, ConfigNode? Value) FindFirst(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (map.Find(key) is { } value and not ConfigScalar { Text: "" }) return (key, value);
        }

        return (keys[0], null);
    }

    /// <summary>A text on one line, trimmed; null when unset or empty.</summary>
    public string? Line(string key, int maxChars) => Line(key, map.Find(key), maxChars);

    /// <summary>A text on one line, trimmed and cut to the limit; null when unset, or when nothing of it is visible.</summary>
    public string? Line(string key, ConfigNode? value, int maxChars)
    {
        if (Text(key, value) is not { } text) return null;
        var line = MessageText.OneLine(text);
        if (line.Length <= maxChars) return XmlText.IsVisible(line) ? line : null;
        problems.Warn(ProblemCodes.FieldTooLong, value!.Line, value.Column, $"{key} is longer than {maxChars} characters.", "It was cut.");
        return line[..(char.IsHighSurrogate(line[maxChars - 1]) ? maxChars - 1 : maxChars)].TrimEnd();
    }

    /// <summary>A text exactly as written; null when unset.</summary>
    public string? Text(string key, ConfigNode? value)
    {
        if (value is null or { IsUnset: true }) return null;
        if (value is ConfigScalar scalar) return scalar.Text;
        WrongKind(key, value, "a text");
        return null;
    }

    /// <summary>True or false; null when unset.</summary>
    public bool? Claim(string key)
    {
        if (map.Find(key) is not { } value) return null;
        if ((value as ConfigScalar)?.Text.Trim().ToLowerInvariant() is { } text)
        {
            if (text is "true" or "yes" or "on") return true;
            if (text is "false" or "no" or "off") return false;
        }

        WrongKind(key, value, "true or false");
        return null;
    }

    /// <summary>An entry by itself, or the entries of a list. More than 64 are not read.</summary>
    public IReadOnlyList<ConfigNode> Entries(string key, ConfigNode? value)
    {
        if (value is not ConfigList list) return value is null or { IsUnset: true } ? [] : [value];
        if (list.Items.Count <= MaxEntries) return list.Items;
        problems.Warn(
            ProblemCodes.FieldTooLong,
            list.Line,
            list.Column,
            $"{key} has {list.Items.Count} entries; {MaxEntries} are allowed.",
            "The rest is left out.");
        return [.. list.Items.Take(MaxEntries)];
    }

    /// <summary>A date; null when unset or unreadable.</summary>
    /// <param name="site">For dates without an offset.</param>
    /// <param name="action">What is done when the date cannot be read.</param>
    /// <param name="keys">The first of these that is set counts.</param>
    public DateTimeOffset? Date(SiteConfig site, string action, params ReadOnlySpan<string> keys)
    {
        var (key, value) = FindFirst(keys);
        if (Text(key, value) is not { } text || text.AsSpan().Trim().IsEmpty) return null;
        var isYamlTime = !site.HasLocalDates && value is ConfigScalar { IsPlain: true } && PostDate.IsYamlTime(text);
        var rules = new DateRules(isYamlTime ? TimeZoneInfo.Utc : site.TimeZone, TakesLater: site.IsJekyll);
        if (PostDate.TryParse(text, rules, out var date, out var unknownZone) && (unknownZone is null || site.IsJekyll))
        {
            if (unknownZone is not null)
            {
                problems.Warn(
                    ProblemCodes.BadDate,
                    value!.Line,
                    value.Column,
                    $"{key} has a zone whose offset is not known: {unknownZone}",
                    "The site's zone is used.");
            }

            return isYamlTime ? TakenForUtc(key, value!, date, site.TimeZone) : date;
        }

        problems.Warn(ProblemCodes.BadDate, value!.Line, value.Column, $"{key} is not a date: {MessageText.Shorten(text)}", action);
        return null;
    }

    private DateTimeOffset TakenForUtc(string key, ConfigNode value, DateTimeOffset date, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(date, zone);
        if (local.Offset != TimeSpan.Zero)
        {
            problems.Warn(ProblemCodes.DateWithoutOffset, value.Line, value.Column, $"{key} has no offset, such as +0800.",
                "As in Jekyll it is taken for UTC; feedapi.local_dates takes it for the site's time.");
        }

        return local;
    }

    /// <summary>Notes that a value is not what its field wants.</summary>
    public void WrongKind(string key, ConfigNode value, string wanted) =>
        problems.Warn(ProblemCodes.FieldType, value.Line, value.Column, $"{key} must be {wanted}.", "The value is not used.");
}
