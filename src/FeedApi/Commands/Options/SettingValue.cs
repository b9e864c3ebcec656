using System.Globalization;

namespace FeedApi.Commands.Options;

/// <summary>Reads single settings of the server; what is no value of its kind stops the start.</summary>
internal static class SettingValue
{
    /// <summary>True or false; <paramref name="defaultValue"/> when it is not set.</summary>
    /// <exception cref="ServerSettingsException">It is neither.</exception>
    public static bool Switch(IConfiguration configuration, string name, bool defaultValue = false)
    {
        if (configuration[name] is not { Length: > 0 } written) return defaultValue;
        return bool.TryParse(written, out var value) ? value : throw Wrong(name, written, "true or false");
    }

    /// <summary>A whole number within bounds; <paramref name="defaultValue"/> when it is not set.</summary>
    /// <exception cref="ServerSettingsException">It is none, or out of them.</exception>
    public static int Number(IConfiguration configuration, string name, int defaultValue, int least, int most)
    {
        if (configuration[name] is not { Length: > 0 } written) return defaultValue;
        return int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
            : throw Wrong(name, written, string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}"));
    }

    /// <summary>A day, which begins at midnight UTC, or an instant with its offset; null when it is not set.</summary>
    /// <exception cref="ServerSettingsException">It is neither.</exception>
    public static DateTimeOffset? Instant(IConfiguration configuration, string name)
    {
        if (configuration[name] is not { Length: > 0 } written) return null;
        string[] forms = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ssK"];
        return DateTimeOffset.TryParseExact(written, forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant.ToUniversalTime()
            : throw Wrong(name, written, "a day such as 2027-01-31 or an instant such as 2027-01-31T08:00:00Z");
    }

    /// <summary>A time in milliseconds, at most an hour.</summary>
    /// <exception cref="ServerSettingsException">It is no such number.</exception>
    public static TimeSpan Milliseconds(IConfiguration configuration, string name, int otherwise)
    {
        if (configuration[name] is not { Length: > 0 } written) return TimeSpan.FromMilliseconds(otherwise);
        return int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and <= 3_600_000 ? TimeSpan.FromMilliseconds(count)
            : throw Wrong(name, written, $"a number of milliseconds such as {otherwise}");
    }

    /// <summary>An absolute address of the web; null when it is not set.</summary>
    /// <exception cref="ServerSettingsException">It is none.</exception>
    public static Uri? Address(IConfiguration configuration, string name)
    {
        if (configuration[name] is not { Length: > 0 } written) return null;
        return Uri.TryCreate(written, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https") ? address
            : throw Wrong(name, written, "an address such as https://example.org/changes");
    }

    /// <summary>The failure of a setting, in one line.</summary>
    public static ServerSettingsException Wrong(string name, string written, string allowed) => new($"{name} is \"{written}\"; it must be {allowed}");
}
