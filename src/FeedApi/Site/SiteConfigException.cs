namespace FeedApi.Site;

/// <summary>
/// A setting of the site is invalid, so that the program must not start, or keeps the settings read last. The message is one line with
/// the file, the key, its value and the allowed values; when the place is known it begins with it: <c>_config.yml:3: </c>.
/// </summary>
internal sealed class SiteConfigException : Exception
{
    /// <summary>An unspecified fault of the configuration.</summary>
    public SiteConfigException()
    {
    }

    /// <summary>A fault with its message.</summary>
    public SiteConfigException(string message)
        : base(message)
    {
    }

    /// <summary>A fault with its cause.</summary>
    public SiteConfigException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
