using FeedApi.Commands.Localization;
using FeedApi.Model.Text;
using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.Json;

namespace FeedApi.Commands.Options;

/// <summary>
/// Rejects keys that look like settings of the server but are not. Other programs' environment variables are ignored.
/// </summary>
internal static class UnknownSettings
{
    /// <summary>Rejects the first unknown key.</summary>
    /// <exception cref="ServerSettingsException">A key is unknown; the message names it and, if there is one, the nearest key.</exception>
    public static void Refuse(IConfigurationRoot configuration)
    {
        foreach (var provider in configuration.Providers)
        {
            // These are meant for this server; the environment is shared by all programs.
            var isForUs = provider is CommandLineConfigurationProvider or JsonConfigurationProvider;
            foreach (var key in KeysOf(provider, null))
            {
                if (FaultIn(key, isForUs, other => configuration[other] is not null) is { } fault)
                    throw new ServerSettingsException(Localized.Text($"There is no setting {key}{fault}"));
            }
        }
    }

    // The setting that was probably meant: every part of its key is at most one edit away, and it is not set itself.
    private static string? Nearest(string key, Func<string, bool> isSet)
    {
        var parts = key.Split(':');
        return Setting.All.Select(setting => setting.Key).FirstOrDefault(known => IsNear(parts, known.Split(':')) && !isSet(known));
    }

    private static bool IsNear(string[] parts, string[] known) =>
        parts.Length == known.Length && parts.Zip(known).All(pair => Spelling.IsNear(pair.First, pair.Second));

    /// <summary>
    /// The text for a message about a key, after its name: the nearest key, or those of its section. Null when it is known or not ours.
    /// </summary>
    /// <param name="key">The key, with colons.</param>
    /// <param name="isForUs">True when the key is meant for this server, not possibly for another program.</param>
    /// <param name="isSet">Whether a setting is set.</param>
    /// <param name="sign">What stands before the nearest key, such as <c>--</c>.</param>
    public static string? FaultIn(string key, bool isForUs, Func<string, bool> isSet, string sign = "")
    {
        if (IsKnown(key)) return null;
        // A name without a section may be any program's variable.
        if (!isForUs && !key.Contains(':', StringComparison.Ordinal)) return null;
        if (Nearest(key, isSet) is { } nearest) return Suggestion.Of(sign + nearest);
        if (SectionOf(key) is { } section) return Localized.Text($"; allowed are {string.Join(", ", KeysBelow(section))}");
        return isForUs && NearestSection(key, isSet) is { } near ? Suggestion.Of(sign + near) : null;
    }

    /// <summary>Whether a key is that of a setting, or of an entry of one that is a list.</summary>
    public static bool IsKnown(string key)
    {
        if (Setting.Find(key) is not null) return true;
        // An entry of a list.
        var colon = key.LastIndexOf(':');
        var isEntry = colon > 0 && key.AsSpan(colon + 1).IndexOfAnyExceptInRange('0', '9') < 0;
        return isEntry && Setting.Find(key[..colon])?.DefaultValue is System.Collections.ICollection;
    }

    // The innermost of our sections that contains a key or is named by it.
    private static string? SectionOf(string key) => Setting.Sections
        .Where(section => IsBelow(key, section) || key.Equals(section, StringComparison.OrdinalIgnoreCase))
        .MaxBy(section => section.Length);

    private static string? NearestSection(string key, Func<string, bool> isSet)
    {
        var top = key.Split(':')[0];
        var tops = Setting.Sections.Where(section => !section.Contains(':', StringComparison.Ordinal));
        var absent = tops.Where(section => !KeysBelow(section).Any(isSet));
        return key.Contains(':', StringComparison.Ordinal) ? Spelling.Nearest(top, absent) : null;
    }

    private static IEnumerable<string> KeysBelow(string section) =>
        Setting.All.Select(setting => setting.Key).Where(key => IsBelow(key, section));

    private static bool IsBelow(string key, string section) =>
        key.Length > section.Length && key[section.Length] is ':' && key.StartsWith(section, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> KeysOf(IConfigurationProvider provider, string? section)
    {
        foreach (var name in provider.GetChildKeys([], section).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var key = section is null ? name : $"{section}:{name}";
            if (provider.TryGet(key, out var value) && value is not null) yield return key;
            foreach (var below in KeysOf(provider, key)) yield return below;
        }
    }
}
