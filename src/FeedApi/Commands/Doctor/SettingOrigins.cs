using FeedApi.Commands.Localization;
using FeedApi.Commands.Options;

namespace FeedApi.Commands.Doctor;

/// <summary>Where the values of the server's settings come from.</summary>
internal static class SettingOrigins
{
    /// <summary>The settings that have another value than their default.</summary>
    /// <param name="settings">Settings from the command line, in the form of ASP.NET Core.</param>
    public static IEnumerable<Finding> Of(IReadOnlyList<string> settings)
    {
        var providers = new CommandSettings(settings).Providers.ToList();
        foreach (var setting in Setting.All)
        {
            var provider = providers.FindLast(each => each.TryGet(setting.Key, out _));
            if (provider is null || !provider.TryGet(setting.Key, out var value)) continue;
            yield return Finding.Good("settings", Localized.Text($"{setting.Key} = {value} (from {NameOf(provider)})"));
        }
    }

    private static string NameOf(IConfigurationProvider provider) => provider switch
    {
        FileConfigurationProvider file => file.Source.Path ?? Localized.Text("a file"),
        Microsoft.Extensions.Configuration.EnvironmentVariables.EnvironmentVariablesConfigurationProvider =>
            Localized.Text("the environment"),
        Microsoft.Extensions.Configuration.CommandLine.CommandLineConfigurationProvider =>
            Localized.Text("the command line"),
        _ => Localized.Text("the program"),
    };
}
