namespace FeedApi.Commands.Options;

/// <summary>
/// Fills options classes from the configuration. Stricter than ASP.NET Core's binder: a value that is wrong stops the start with a line
/// that says what is allowed.
/// </summary>
internal static class OptionsBinder
{
    /// <summary>The options; those that are not set, or set to nothing, have their defaults.</summary>
    /// <exception cref="ServerSettingsException">One has a wrong value; the message is one line.</exception>
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
