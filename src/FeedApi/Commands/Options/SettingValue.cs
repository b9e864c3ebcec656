using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using IPNetwork = System.Net.IPNetwork;

namespace FeedApi.Commands.Options;

/// <summary>Reads the value of one setting by the type of its property; what is no value of that type stops the start.</summary>
internal static class SettingValue
{
    private static readonly string[] InstantForms = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ssK"];

    /// <summary>The value; null when it is not set, or set to nothing.</summary>
    /// <exception cref="ServerSettingsException">It is no value of the property's type, or out of its range.</exception>
    public static object? Read(IConfigurationSection setting, PropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (type == typeof(IReadOnlyList<IPNetwork>)) return ProxyNetworks.Read(setting);
        if (setting.Value is not { } written || string.IsNullOrWhiteSpace(written)) return null;
        return type switch
        {
            _ when type == typeof(string) => written,
            _ when type == typeof(bool) => bool.TryParse(written, out var value) ? value : throw Wrong(setting.Path, written, "true or false"),
            _ when type == typeof(int) => Number(setting.Path, written, property.GetCustomAttribute<RangeAttribute>()!),
            _ when type == typeof(long) => Bytes(setting.Path, written),
            _ when type == typeof(DateTimeOffset) => Instant(setting.Path, written),
            _ when type == typeof(Uri) => Address(setting.Path, written),
            _ when type == typeof(UnixFileMode) => FileMode(setting.Path, written),
            _ => throw new NotSupportedException($"{property.Name} has a type that no setting has."),
        };
    }

    /// <summary>The failure of a setting, in one line.</summary>
    public static ServerSettingsException Wrong(string name, string written, string allowed) => new($"{name} is \"{written}\"; it must be {allowed}");

    private static int Number(string name, string written, RangeAttribute range)
    {
        var (min, max) = ((int)range.Minimum, (int)range.Maximum);
        return int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max ? number
            : throw Wrong(name, written, string.Create(CultureInfo.InvariantCulture, $"a whole number from {min} to {max}"));
    }

    private static long Bytes(string name, string written) =>
        long.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) ? bytes : throw Wrong(name, written, "a number of bytes such as 134217728");

    // A day begins at midnight UTC.
    private static DateTimeOffset Instant(string name, string written) =>
        DateTimeOffset.TryParseExact(written, InstantForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant.ToUniversalTime()
            : throw Wrong(name, written, "a day such as 2027-01-31 or an instant such as 2027-01-31T08:00:00Z");

    private static Uri Address(string name, string written) =>
        Uri.TryCreate(written, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https") ? address
            : throw Wrong(name, written, "an address such as https://example.org/changes");

    private static UnixFileMode FileMode(string name, string written)
    {
        var isMode = written.Length is 3 or 4 && written.All(digit => digit is >= '0' and <= '7') && Convert.ToInt32(written, 8) <= 511;
        return isMode ? (UnixFileMode)Convert.ToInt32(written, 8) : throw Wrong(name, written, "a file mode in octal such as 660");
    }
}
