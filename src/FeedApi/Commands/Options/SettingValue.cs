using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using FeedApi.Commands.Localization;
using IPNetwork = System.Net.IPNetwork;

namespace FeedApi.Commands.Options;

/// <summary>Reads the value of one setting by the type of its property; an invalid value prevents the start.</summary>
internal static class SettingValue
{
    private static readonly string[] InstantForms = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ssK"];

    /// <summary>The value; null when it is not set or empty.</summary>
    /// <exception cref="ServerSettingsException">The value is not of the property's type, or out of its range.</exception>
    public static object? Read(IConfigurationSection setting, PropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (type == typeof(IReadOnlyList<IPNetwork>)) return ProxyNetworks.Read(setting);
        if (setting.Value is not { } written || string.IsNullOrWhiteSpace(written)) return null;
        var name = setting.Path;
        return type switch
        {
            _ when type == typeof(string) => written,
            _ when type == typeof(bool) => Switch(name, written),
            _ when type == typeof(int) => Number(name, written, property.GetCustomAttribute<RangeAttribute>()!),
            _ when type == typeof(long) => Bytes(name, written),
            _ when type == typeof(DateTimeOffset) => Instant(name, written),
            _ when type == typeof(Uri) => Address(name, written),
            _ when type == typeof(UnixFileMode) => FileMode(name, written),
            _ => throw new NotSupportedException($"{property.Name} has a type that no setting has."),
        };
    }

    /// <summary>The exception for an invalid value, with a message of one line.</summary>
    public static ServerSettingsException Wrong(string name, string written, string allowed) =>
        new(Localized.Text($"{name} is \"{written}\"; it must be {allowed}"));

    private static bool Switch(string name, string written) =>
        bool.TryParse(written, out var value) ? value : throw Wrong(name, written, Localized.Text("true or false"));

    private static int Number(string name, string written, RangeAttribute range)
    {
        var (min, max) = ((int)range.Minimum, (int)range.Maximum);
        var isNumber = int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        if (isNumber && number >= min && number <= max) return number;
        throw Wrong(name, written, Localized.Text($"a whole number from {min} to {max}"));
    }

    private static long Bytes(string name, string written)
    {
        var isNumber = long.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes);
        return isNumber ? bytes : throw Wrong(name, written, Localized.Text("a number of bytes such as 67108864"));
    }

    // A day begins at midnight UTC.
    private static DateTimeOffset Instant(string name, string written)
    {
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal;
        var isInstant = DateTimeOffset.TryParseExact(written, InstantForms, CultureInfo.InvariantCulture, Utc, out var instant);
        if (isInstant) return instant.ToUniversalTime();
        throw Wrong(name, written, Localized.Text("a day such as 2027-01-31 or an instant such as 2027-01-31T08:00:00Z"));
    }

    private static Uri Address(string name, string written) =>
        Uri.TryCreate(written, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https") ? address
            : throw Wrong(name, written, Localized.Text("an address such as https://example.org/changes"));

    private static UnixFileMode FileMode(string name, string written)
    {
        var isOctal = written.Length is 3 or 4 && written.All(digit => digit is >= '0' and <= '7');
        if (isOctal && Convert.ToInt32(written, 8) is <= 511 and var mode) return (UnixFileMode)mode;
        throw Wrong(name, written, Localized.Text("a file mode in octal such as 660"));
    }
}
