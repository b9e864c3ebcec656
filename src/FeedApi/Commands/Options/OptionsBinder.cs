namespace FeedApi.Commands.Options;

/// <summary>
/// Fills options classes from the configuration. Stricter than ASP.NET Core's binder: an invalid value prevents the start with a line
/// that states what is allowed.
/// </summary>
internal static class OptionsBinder
{
    /// <summary>The options; those that are not set or empty have their defaults.</summary>
    /// <exception cref="ServerSettingsException">A value is invalid; the message is one line.</exception>
    public static ServerOptions Bind(IConfiguration configuration)
    {
        var options = new ServerOptions();
        Fill(options, "", configuration);
        return options;
    }

    private static void Fill(object options, string section, IConfiguration configuration)
    {
        foreach (var property in options.GetType().GetProperties())
        {
            var key = Setting.KeyOf(section, property);
            if (Setting.IsSection(property)) Fill(property.GetValue(options)!, key, configuration);
            else if (SettingValue.Read(configuration.GetSection(key), property) is { } value) property.SetValue(options, value);
        }
    }
}
