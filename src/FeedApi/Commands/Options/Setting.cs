using System.Globalization;
using System.Reflection;

namespace FeedApi.Commands.Options;

/// <summary>A setting of the server: one property of an options class.</summary>
/// <param name="Key">The key, with sections separated by colons: <c>Search:BudgetMilliseconds</c>.</param>
/// <param name="Property">The property.</param>
/// <param name="Group">The top-level section that contains it, a property of <see cref="ServerOptions"/>; null for none.</param>
/// <param name="DefaultValue">The value when it is not set; null for none.</param>
internal sealed record Setting(string Key, PropertyInfo Property, PropertyInfo? Group, object? DefaultValue)
{
    /// <summary>All settings, in the order of the classes.</summary>
    public static IReadOnlyList<Setting> All { get; } = [.. Below(new ServerOptions(), "", null)];

    /// <summary>The sections, including nested ones: <c>Limits</c>, <c>Limits:Feed</c>, <c>Kestrel:Limits</c>.</summary>
    /// <remarks><c>Kestrel</c> itself is ASP.NET Core's.</remarks>
    public static IReadOnlyList<string> Sections { get; } =
        [.. All.SelectMany(setting => SectionsOf(setting.Key)).Distinct().Where(section => section is not "Kestrel")];

    /// <summary>The setting with this key, case ignored; null when there is none.</summary>
    public static Setting? Find(string key) => All.FirstOrDefault(setting => setting.Key.Equals(key, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether it may be empty, as for a list or an optional address.</summary>
    public bool MayBeEmpty => DefaultValue is null or System.Collections.ICollection { Count: 0 };

    /// <summary>The default in the form in which it is written; <c>none</c> when there is none.</summary>
    public string WrittenDefault => DefaultValue switch
    {
        _ when MayBeEmpty => "none",
        bool value => value ? "true" : "false",
        UnixFileMode mode => Convert.ToString((int)mode, 8),
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        var value => value!.ToString()!,
    };

    /// <summary>The key of a property in a section.</summary>
    public static string KeyOf(string section, PropertyInfo property)
    {
        var name = property.GetCustomAttribute<ConfigurationKeyNameAttribute>()?.Name ?? property.Name;
        return section.Length == 0 ? name : $"{section}:{name}";
    }

    /// <summary>True for a property that is a section with settings of its own.</summary>
    public static bool IsSection(PropertyInfo property) => property.PropertyType.Assembly == typeof(Setting).Assembly;

    private static IEnumerable<Setting> Below(object options, string section, PropertyInfo? group)
    {
        foreach (var property in options.GetType().GetProperties())
        {
            var (key, value) = (KeyOf(section, property), property.GetValue(options));
            if (!IsSection(property)) yield return new Setting(key, property, group, value);
            else foreach (var setting in Below(value!, key, group ?? property)) yield return setting;
        }
    }

    private static IEnumerable<string> SectionsOf(string key)
    {
        var parts = key.Split(':');
        return Enumerable.Range(1, parts.Length - 1).Select(count => string.Join(':', parts.Take(count)));
    }
}
