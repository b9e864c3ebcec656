using FeedApi.Commands.Options;

namespace FeedApi.Commands.Doctor;

/// <summary>Where the values of the server's settings come from.</summary>
internal static class SettingOrigins
{
    /// <summary>The settings that have another value than their default.</summary>
    /// <param name="settings">Settings from the command line, in the form of ASP.NET Core.</param>
    public static IEnumerable<Finding> Of(IReadOnlyList<string> settings)
    {
        var builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false", .. settings]);
        var root = (IConfigurationRoot)builder.Configuration;
        foreach (var setting in Setting.All)
        {
            // The last of them that has the key decides.
            var provider = root.Providers.LastOrDefault(each => each.TryGet(setting.Key, out _));
            if (provider is null || !provider.TryGet(setting.Key, out var value)) continue;
            yield return Finding.Good("settings", $"{setting.Key} = {value} (from {NameOf(provider)})");
        }
    }

    private static string NameOf(IConfigurationProvider provider) => provider switch
    {
        FileConfigurationProvider file => file.Source.Path ?? "a file",
        Microsoft.Extensions.Configuration.EnvironmentVariables.EnvironmentVariablesConfigurationProvider => "the environment",
        Microsoft.Extensions.Configuration.CommandLine.CommandLineConfigurationProvider => "the command line",
        _ => "the program",
    };
}
