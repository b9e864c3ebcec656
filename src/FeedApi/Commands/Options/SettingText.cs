using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Xml.Linq;
using FeedApi.Model.Text;

namespace FeedApi.Commands.Options;

/// <summary>
/// The documentation of a setting, from the XML comments of the options classes: the source of the help and of
/// <c>docs/configuration.md</c>.
/// </summary>
/// <param name="Meaning">Its effect; code is in backticks.</param>
/// <param name="Unit">The kind or unit of its value, with its range: <c>Seconds, 0 to 3600</c>.</param>
/// <param name="DefaultValue">The documented value when it is not set.</param>
internal sealed record SettingText(string Meaning, string Unit, string DefaultValue)
{
    /// <summary>The unit of a switch.</summary>
    public const string TrueOrFalse = "True or false";

    private const string DefaultMark = ". Default ";

    private static readonly Lazy<Dictionary<string, XElement>> Members = new(Load);

    /// <summary>The text of a setting.</summary>
    public static SettingText Of(Setting setting)
    {
        var member = MemberOf($"P:{setting.Property.DeclaringType!.FullName}.{setting.Property.Name}");
        var value = TextOf(member?.Element("value"));
        var mark = value.IndexOf(DefaultMark, StringComparison.Ordinal);
        var meaning = TextOf(member?.Element("summary"));
        if (mark < 0) return new SettingText(meaning, "", setting.WrittenDefault);
        return new SettingText(meaning, value[..mark] + RangeOf(setting), value[(mark + DefaultMark.Length)..].TrimEnd('.'));
    }

    /// <summary>The summary of an options class.</summary>
    public static string Of(Type options) => TextOf(MemberOf($"T:{options.FullName}")?.Element("summary"));

    /// <summary>The placeholder of the value in the help: <c>SECONDS</c>.</summary>
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
        using var file = CodeComments.Open();
        return XDocument.Load(file).Descendants("member").ToDictionary(member => (string)member.Attribute("name")!, StringComparer.Ordinal);
    }
}
