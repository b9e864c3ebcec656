namespace FeedApi.Commands.Options;

/// <summary>The settings of a command that makes no server: command line, environment and files, as a server reads them.</summary>
internal sealed class CommandSettings
{
    private readonly WebApplicationBuilder builder;

    /// <summary>Reads the settings.</summary>
    /// <param name="settings">Settings from the command line, in the form of ASP.NET Core.</param>
    /// <exception cref="ServerSettingsException">A file of settings cannot be read.</exception>
    public CommandSettings(IReadOnlyList<string> settings)
    {
        builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false", .. settings]);
        SettingsFiles.ThrowIfUnreadable(builder.Environment);
    }

    /// <summary>Where values come from, the last that has a key decides.</summary>
    public IEnumerable<IConfigurationProvider> Providers => ((IConfigurationRoot)builder.Configuration).Providers;

    /// <summary>The settings of the server.</summary>
    /// <exception cref="ServerSettingsException">A setting is invalid.</exception>
    public ServerOptions Options => ServerOptionsReader.Read(builder.Configuration, builder.Environment.IsDevelopment());
}
