using FeedApi.Model;
using FeedApi.Model.Text;
using FeedApi.Site;

namespace FeedApi.Content.Posts;

/// <summary>Reads front matter keys as texts, names, booleans and dates; a value of the wrong kind is reported and ignored.</summary>
internal sealed class FieldReader(ConfigMap map, ProblemLog problems)
{
    /// <summary>Maximum number of entries of a list.</summary>
    public const int MaxEntries = 64;

    /// <summary>Maximum length of a title, in chars.</summary>
    public const int TitleChars = 1_024;

    /// <summary>Maximum length of a name or id, in chars.</summary>
    public const int NameChars = 512;

    /// <summary>Receives the problems found.</summary>
    public ProblemLog Problems => problems;

    /// <summary>The value of a key; null when it is missing or unset.</summary>
    public ConfigNode? Find(string key) => map.Find(key);

    /// <summary>The value of a key in any case; null when it is missing or unset.</summary>
    public ConfigNode? FindIgnoringCase(string key)
    {
        foreach (var entry in map.Entries)
        {
            if (entry.Key.Equals(key, StringComparison.OrdinalIgnoreCase)) return entry.Value.IsUnset ? null : entry.Value;
        }

        return null;
    }

    /// <summary>The node of a key that is given without a value; null when it has a value or is missing.</summary>
    public ConfigNode? FindUnset(string key)
    {
        foreach (var entry in map.Entries)
        {
            if (string.Equals(entry.Key, key, StringComparison.Ordinal)) return entry.Value.IsUnset ? entry.Value : null;
        }

        return null;
    }

    /// <summary>The first of these keys that is set to a text that is not empty, or to a list or object.</summary>
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

    /// <summary>A text on one line, trimmed and truncated to the limit; null when unset or without visible characters.</summary>
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

    /// <summary>A single entry, or the entries of a list, at most 64.</summary>
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
    /// <param name="keys">The first of these that is set is used.</param>
    public DateTimeOffset? Date(SiteConfig site, string? action, params ReadOnlySpan<string> keys)
    {
        var (key, value) = FindFirst(keys);
        if (Text(key, value) is not { } text || text.AsSpan().Trim().IsEmpty) return null;
        return DateField.Read(key, (ConfigScalar)value!, site, action, problems);
    }

    /// <summary>Warns that a value is not of the kind that its key requires.</summary>
    public void WrongKind(string key, ConfigNode value, string wanted) =>
        problems.Warn(ProblemCodes.FieldType, value.Line, value.Column, $"{key} must be {wanted}.", "The value is not used.");
}
