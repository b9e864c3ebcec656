namespace FeedApi.Http.Hosting;

/// <summary>
/// Whether the server has a complete index, and whether it is up to date. Written by the publisher, read by every request.
/// </summary>
internal sealed class Readiness
{
    private volatile string? reason = "The index is being opened.";
    private volatile string? staleReason;
    private volatile string? settingsFault;

    /// <summary>Why requests are refused, a sentence for people; null when they are served.</summary>
    public string? Reason => reason;

    /// <summary>Why the complete index is not up to date with the content, a sentence for people; null when it is.</summary>
    public string? StaleReason => staleReason;

    /// <summary>Where the settings of the site have a fault, so that the last good ones are in effect; null when they have none.</summary>
    public string? SettingsFault => settingsFault;

    /// <summary>From now on requests are served.</summary>
    public void Ready() => reason = null;

    /// <summary>From now on requests are refused with 503 for this reason.</summary>
    public void NotReady(string why) => reason = why;

    /// <summary>
    /// From now on the last good content is served, and <c>/health/ready</c> returns 503 with this reason; null: it is up to date again.
    /// </summary>
    public void Stale(string? why) => staleReason = why;

    /// <summary>
    /// From now on the settings have a fault at this place, or none (null). Requests are served; <c>/health/ready</c> shows it.
    /// </summary>
    public void ReportSettings(string? place) => settingsFault = place;
}
