namespace FeedApi.Content;

/// <summary>Reads fields of front matter as texts, names, claims and dates; what has the wrong kind is noted and counts as unset.</summary>
internal sealed class FieldReader(YamlMap map, ProblemLog problems)
{
    /// <summary>Most entries of any list.</summary>
    public const int MostEntries = 64;

    /// <summary>Longest title, in chars.</summary>
    public const int TitleChars = 1_024;

    /// <summary>Longest name, address or id, in chars.</summary>
    public const int NameChars = 512;

    /// <summary>Longest address, in chars.</summary>
    public const int AddressChars = 4_096;

    /// <summary>Where problems are noted.</summary>
    public ProblemLog Problems => problems;

    /// <summary>The value of a key; null when it is missing or unset.</summary>
    public YamlNode? Find(string key) => map.Find(key);

    /// <summary>The value of a key that is there but has none; null when it has one, or the key is missing.</summary>
    public YamlNode? FindUnset(string key)
    {
        foreach (var entry in map.Entries)
        {
            if (string.Equals(entry.Key, key, StringComparison.Ordinal)) return entry.Value.IsUnset ? entry.Value : null;
        }

        return null;
    }

    /// <summary>The first of these keys that is set to more than an empty text.</summary>
    public (string Key, YamlNode? Value) FindFirst(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (map.Find(key) is { } value and not YamlScalar { Text: "" }) return (key, value);
        }

        return (keys[0], null);
    }

    /// <summary>A text on one line, trimmed; null when unset or empty.</summary>
    public string? Line(string key, int mostChars) => Line(key, map.Find(key), mostChars);

    /// <summary>A text on one line, trimmed and cut to the limit; null when unset, or when nothing of it is visible.</summary>
    public string? Line(string key, YamlNode? value, int mostChars)
    {
        if (Text(key, value) is not { } text) return null;
        var line = OneLine(text);
        if (line.Length <= mostChars) return XmlText.IsVisible(line) ? line : null;
        problems.Warn(ProblemCodes.FieldTooLong, value!.Line, value.Column, $"{key} is longer than {mostChars} characters.", "It was cut.");
        return line[..(char.IsHighSurrogate(line[mostChars - 1]) ? mostChars - 1 : mostChars)].TrimEnd();
    }

    /// <summary>A text exactly as written; null when unset.</summary>
    public string? Text(string key, YamlNode? value)
    {
        if (value is null or { IsUnset: true }) return null;
        if (value is YamlScalar scalar) return scalar.Text;
        WrongKind(key, value, "a text");
        return null;
    }

    /// <summary>True or false; null when unset.</summary>
    public bool? Claim(string key)
    {
        if (map.Find(key) is not { } value) return null;
        if ((value as YamlScalar)?.Text.Trim().ToLowerInvariant() is { } text)
        {
            if (text is "true" or "yes" or "on") return true;
            if (text is "false" or "no" or "off") return false;
        }

        WrongKind(key, value, "true or false");
        return null;
    }

    /// <summary>An entry by itself, or the entries of a list. More than 64 are not read.</summary>
    public IReadOnlyList<YamlNode> Entries(string key, YamlNode? value)
    {
        if (value is not YamlList list) return value is null or { IsUnset: true } ? [] : [value];
        if (list.Items.Count <= MostEntries) return list.Items;
        problems.Warn(
            ProblemCodes.FieldTooLong, list.Line, list.Column, $"{key} has {list.Items.Count} entries; {MostEntries} are allowed.", "The rest is left out.");
        return [.. list.Items.Take(MostEntries)];
    }

    /// <summary>A date; null when unset or unreadable.</summary>
    /// <param name="site">For dates without an offset.</param>
    /// <param name="action">What is done when the date cannot be read.</param>
    /// <param name="keys">The first of these that is set counts.</param>
    public DateTimeOffset? Date(SiteConfig site, string action, params ReadOnlySpan<string> keys)
    {
        var (key, value) = FindFirst(keys);
        if (Text(key, value) is not { } text || text.AsSpan().Trim().IsEmpty) return null;
        var isYamlTime = !site.HasLocalDates && value is YamlScalar { IsPlain: true } && PostDate.IsYamlTime(text);
        var rules = new DateRules(isYamlTime ? TimeZoneInfo.Utc : site.TimeZone, TakesLater: site.IsJekyll);
        if (PostDate.TryParse(text, rules, out var date, out var unknownZone) && (unknownZone is null || site.IsJekyll))
        {
            if (unknownZone is not null) problems.Warn(ProblemCodes.BadDate, value!.Line, value.Column, $"{key} has a zone whose offset is not known: {unknownZone}", "The site's zone is used.");
            return isYamlTime ? TakenForUtc(key, value!, date, site.TimeZone) : date;
        }

        problems.Warn(ProblemCodes.BadDate, value!.Line, value.Column, $"{key} is not a date: {Shorten(text)}", action);
        return null;
    }

    private DateTimeOffset TakenForUtc(string key, YamlNode value, DateTimeOffset date, TimeZoneInfo zone)
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
    public void WrongKind(string key, YamlNode value, string wanted) =>
        problems.Warn(ProblemCodes.FieldType, value.Line, value.Column, $"{key} must be {wanted}.", "The value is not used.");

    /// <summary>A text quoted in a message.</summary>
    public static string Shorten(string text)
    {
        var line = OneLine(text);
        return line.Length > 80 ? string.Concat(line.AsSpan(0, 79), "…") : line;
    }

    private static string OneLine(string text) =>
        text.AsSpan().IndexOfAny('\n', '\r', '\t') < 0
            ? text.Trim()
            : string.Join(' ', text.Split(['\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
