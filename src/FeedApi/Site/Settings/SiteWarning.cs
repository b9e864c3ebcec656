namespace FeedApi.Site.Settings;

/// <summary>A setting of <c>_config.yml</c> that is not used as written, without preventing the start.</summary>
/// <param name="Line">The 1-based line in the file.</param>
/// <param name="Key">The key, with its section.</param>
/// <param name="Message">What is wrong and what is done, as the end of a sentence that begins with the key.</param>
public sealed record SiteWarning(int Line, string Key, string Message);
