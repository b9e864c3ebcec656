namespace FeedApi.Commands.Options;

/// <summary>
/// A setting of the server is invalid, so the program must not start. The message is one line with the setting,
/// the value and what is allowed.
/// </summary>
internal sealed class ServerSettingsException : Exception
{
    /// <summary>An unspecified fault of the settings.</summary>
    public ServerSettingsException()
    {
    }

    /// <summary>A fault with its message.</summary>
    public ServerSettingsException(string message)
        : base(message)
    {
    }

    /// <summary>A fault with its cause.</summary>
    public ServerSettingsException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
