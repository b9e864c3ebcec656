using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Xml.Linq;

namespace FeedApi.Commands.Options;

/// <summary>
/// What the documentation comments of the options classes say of a setting: the one source of the help and of <c>docs/configuration.md</c>.
/// </summary>
/// <param name="Meaning">What it does; <c>`code`</c> in backticks.</param>
/// <param name="Unit">What its value is, with its range: <c>Seconds, 0 to 3600</c>.</param>
/// <param name="DefaultValue">What it is when it is not set, as documented.</param>
internal sealed record SettingText(string Meaning, string Unit, string DefaultValue)
{
    /// <summary>The unit of a switch.</summary>
    public const string TrueOrFalse = "True or false";

    private const string DefaultMark = ". Default ";

    private static readonly Lazy<Dictionary<string, XElement>> Members = new(Load);

    /// <summary>The text of a setting; empty parts where there is no documentation file beside the program.</summary>
    public static SettingText Of(Setting setting)
    {
        var member = MemberOf($"P:{setting.Property.DeclaringType!.FullName}.{setting.Property.Name}");
        var value = TextOf(member?.Element("value"));
        var mark = value.IndexOf(DefaultMark, StringComparison.Ordinal);
        var meaning = TextOf(member?.Element("summary"));
        if (mark < 0) return new SettingText(meaning, "", setting.WrittenDefault);
        return new SettingText(meaning, value[..mark] + RangeOf(setting), value[(mark + DefaultMark.Length)..].TrimEnd('.'));
    }

    /// <summary>What an options class is about.</summary>
    public static string Of(Type options) => TextOf(MemberOf($"T:{options.FullName}")?.Element("summary"));

    /// <summary>Stands for the value in the help: <c>SECONDS</c>.</summary>
    public string Placeholder => Unit switch
    {
        TrueOrFalse => "true|false",
        "" => "VALUE",
        _ => Unit.Split(' ', ',')[0].ToUpperInvariant(),
    };

    private static string RangeOf(Setting setting) => setting.Property.GetCustomAttribute<RangeAttribute>() is { } range
        ? string.Create(CultureInfo.InvariantCulture, $", {range.Minimum} to {range.Maximum}") : "";

    private static XElement? MemberOf(string name) => Members.Value.GetValueOrDefault(name);

    private static string TextOf(XElement? element)
    {
        if (element is null) return "";
        var parts = element.Nodes().Select(node => node switch
        {
            XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
            XText text => text.Value,
            _ => "",
        });
        return string.Join(' ', string.Concat(parts).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static Dictionary<string, XElement> Load()
    {
        var file = Path.Combine(AppContext.BaseDirectory, $"{typeof(SettingText).Assembly.GetName().Name}.xml");
        if (!File.Exists(file)) return [];
        return XDocument.Load(file).Descendants("member").ToDictionary(member => (string)member.Attribute("name")!, StringComparer.Ordinal);
    }
}
