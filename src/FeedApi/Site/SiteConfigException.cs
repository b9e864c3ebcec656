namespace FeedApi.Site;

/// <summary>
/// A setting of the site has a wrong value: the program must not start. The message is one line that names file, key,
/// value and what is allowed.
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
