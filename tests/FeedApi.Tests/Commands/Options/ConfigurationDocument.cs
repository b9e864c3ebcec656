using System.Globalization;
using System.Text;
using FeedApi.Commands.Options;
using FeedApi.Tests.Docs;

namespace FeedApi.Tests.Commands.Options;

/// <summary>Makes <c>docs/configuration.md</c>: the template beside this file with the tables of all settings of the server.</summary>
internal static class ConfigurationDocument
{
    private const string Mark = "{settings}";

    /// <summary>The root of the repository.</summary>
    public static string Root { get; } = Repository.Folder;

    /// <summary>The file.</summary>
    public static string Path { get; } = System.IO.Path.Combine(Root, "docs", "configuration.md");

    /// <summary>What is to stand in it.</summary>
    public static string Make()
    {
        var template = File.ReadAllText(System.IO.Path.Combine(Root, "tests", "FeedApi.Tests", "Commands", "Options", "configuration.md"));
        return template.Replace(Mark, Tables(), StringComparison.Ordinal);
    }

    private static string Tables()
    {
        var text = new StringBuilder();
        foreach (var group in Setting.All.GroupBy(setting => setting.Group))
        {
            var title = group.Key is { } section ? $"`{Setting.KeyOf("", section)}`" : "Without a section";
            var about = SettingText.Of(group.Key?.PropertyType ?? typeof(ServerOptions));
            if (text.Length > 0) text.Append('\n');
            text.Append(CultureInfo.InvariantCulture, $"### {title}\n\n{about}\n\n");
            text.Append("| setting | value | default | meaning |\n|---|---|---|---|\n");
            foreach (var setting in group) text.Append(Row(setting));
        }

        return text.ToString().TrimEnd('\n');
    }

    private static string Row(Setting setting)
    {
        var (meaning, unit, defaultValue) = SettingText.Of(setting);
        var parts = defaultValue.Split(';', 2);
        var shown = setting.MayBeEmpty ? defaultValue : parts.Length == 1 ? $"`{parts[0]}`" : $"`{parts[0]}`;{parts[1]}";
        return $"| `{setting.Key}` | {char.ToLowerInvariant(unit[0])}{unit[1..]} | {shown} | {meaning} |\n";
    }
}
