using FeedApi.Commands.Localization;
using FeedApi.Http.Limits;

namespace FeedApi.Commands.Options;

/// <summary>Reads and validates all settings of the server, once at startup.</summary>
internal static class ServerOptionsReader
{
    /// <summary>The settings.</summary>
    /// <param name="configuration">The command line, the environment, <c>appsettings.json</c>.</param>
    /// <param name="isDevelopment">True: shutdown does not wait unless that is configured.</param>
    /// <exception cref="ServerSettingsException">A key is unknown, or a value is invalid; the message is one line.</exception>
    public static ServerOptions Read(IConfigurationRoot configuration, bool isDevelopment)
    {
        UnknownSettings.Refuse(configuration);
        var options = OptionsBinder.Bind(configuration);
        Check(options, configuration["Api:Sunset"]);
        var ports = IsUnset(configuration, "urls") ? configuration["http_ports"] : null;
        if (AddressReader.UrlsOfPorts(ports) is { } urls) options = options with { Urls = urls };
        var stopsAtOnce = isDevelopment && IsUnset(configuration, "Shutdown:WaitSeconds");
        return stopsAtOnce ? options with { Shutdown = options.Shutdown with { WaitSeconds = 0 } } : options;
    }

    private static bool IsUnset(IConfiguration configuration, string key) => string.IsNullOrWhiteSpace(configuration[key]);

    private static void Check(string keys)
    {
        try
        {
            ApiKeys.Read(keys);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new ServerSettingsException(Localized.Text($"Api:Keys cannot be read: {failure.Message}"));
        }
    }

    private static void Check(ServerOptions options, string? writtenSunset)
    {
        if (options.Api.Keys is { } keys) Check(keys);
        var (since, sunset) = (options.Api.Deprecation, options.Api.Sunset);
        if (sunset is not null && since is null)
        {
            throw new ServerSettingsException(
                Localized.Text("Api:Sunset is set without Api:Deprecation; the API must be deprecated first"));
        }

        if (sunset < since)
        {
            throw new ServerSettingsException(
                Localized.Text($"Api:Sunset is \"{writtenSunset}\"; it must not be earlier than Api:Deprecation"));
        }
    }
}
