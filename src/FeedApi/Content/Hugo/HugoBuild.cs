using FeedApi.Model;
using FeedApi.Model.Text;

namespace FeedApi.Content.Hugo;

/// <summary>Reads the build options of a page: <c>_build</c>, or <c>build</c> in newer versions of Hugo.</summary>
/// <remarks>
/// Hugo, "Build options". Hugo 0.111 stops at one that is no mapping; <c>build</c> may be a parameter of the theme there.
/// </remarks>
internal static class HugoBuild
{
    private const string Name = "_build";
    private const string NewerName = "build";

    private static readonly string[] Options = ["list", "render", "publishResources"];

    /// <summary>True for a key that has build options, in any case.</summary>
    public static bool Is(ConfigEntry entry) => entry.Value is ConfigMap or { IsUnset: true } && IsName(entry.Key);

    /// <summary>True when the options hide the page, or cannot be read and may be meant to.</summary>
    /// <param name="build">The options.</param>
    public static bool Hides(ConfigMap build) => build.Entries.Any(option => IsShown(option.Value) == false);

    /// <summary>
    /// What in front matter may be meant to hide the page, but cannot be read: an option, its name, or the value of the whole.
    /// </summary>
    /// <param name="map">The front matter, keys in any case.</param>
    public static (ConfigEntry Entry, string Code, string Message)? FaultIn(ConfigMap map)
    {
        foreach (var entry in map.Entries)
        {
            if (entry.Value is ConfigMap options && MayBeName(entry.Key))
            {
                if (!IsName(entry.Key))
                {
                    if (Hides(options)) return (entry, ProblemCodes.MisspelledKey, Misspelled(entry.Key, Name));
                }
                else if (FaultInOptions(options) is { } fault) return fault;
            }
            else if (entry.Value is ConfigScalar { IsUnset: false } scalar
                && (entry.Key.Equals(Name, StringComparison.OrdinalIgnoreCase)
                    || (entry.Key.Equals(NewerName, StringComparison.OrdinalIgnoreCase) && IsShown(scalar) == false && scalar.Text != "0")))
            {
                return (entry, ProblemCodes.FieldType, $"{entry.Key} must be a mapping of build options, such as list: never.");
            }
        }

        return null;
    }

    /// <summary>True when both options show the page.</summary>
    /// <param name="map">The front matter, keys in any case, without a fault.</param>
    public static bool IsShown(ConfigMap map) =>
        map.Entries.FirstOrDefault(Is).Value is not ConfigMap build
        || build.Entries.All(option => !IsRead(option.Key) || IsShown(option.Value) != false);

    private static (ConfigEntry Entry, string Code, string Message)? FaultInOptions(ConfigMap build)
    {
        foreach (var option in build.Entries)
        {
            if (IsRead(option.Key))
            {
                if (IsShown(option.Value) is null)
                {
                    var name = option.Key.ToLowerInvariant();
                    return (option, ProblemCodes.FieldType, $"The build option {name} must be always or never.");
                }
            }
            else if (IsShown(option.Value) == false && Spelling.Nearest(option.Key, Options) is { } nearest and not "publishResources")
            {
                return (option, ProblemCodes.MisspelledKey, Misspelled(option.Key, nearest));
            }
        }

        return null;
    }

    // Null for any other word.
    private static bool? IsShown(ConfigNode option) =>
        option.IsUnset ? true : (option as ConfigScalar)?.Text.Trim().ToLowerInvariant() switch
        {
            "" or "always" or "link" or "true" or "1" => true,
            "never" or "local" or "false" or "0" => false,
            _ => null,
        };

    private static bool IsRead(string option) =>
        option.Equals("list", StringComparison.OrdinalIgnoreCase) || option.Equals("render", StringComparison.OrdinalIgnoreCase);

    private static bool IsName(string key) =>
        key.Equals(Name, StringComparison.OrdinalIgnoreCase) || key.Equals(NewerName, StringComparison.OrdinalIgnoreCase);

    private static bool MayBeName(string key) => Spelling.IsNear(key, Name) || Spelling.IsNear(key, NewerName);

    private static string Misspelled(string written, string nearest) =>
        $"{MessageText.Shorten(written)} is not a key that is read (did you mean {nearest}?).";
}
