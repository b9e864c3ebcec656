using FeedApi.Catalog;
using FeedApi.Feeds;
using FeedApi.Http.Documents;
using FeedApi.Http.Hosting;
using FeedApi.Http.Limits;
using FeedApi.Http.Pipeline;
using FeedApi.Http.Telemetry;
using FeedApi.Pages;
using FeedApi.Publishing;
using FeedApi.Site;

namespace FeedApi.Commands.Options;

/// <summary>Folders and addresses.</summary>
/// <remarks>
/// All settings of the server, as opposed to those of the site: from the command line, the environment and <c>appsettings.json</c>. A
/// property is a setting, or a section when its type is an options class; its name is the key, unless <see
/// cref="ConfigurationKeyNameAttribute"/> specifies another. The binder, the check for unknown keys, the options of the command line, the
/// help and <c>docs/configuration.md</c> all read this class.
/// </remarks>
internal sealed record ServerOptions
{
    /// <summary>The content folder.</summary>
    /// <value>Folder. Default content.</value>
    [ConfigurationKeyName("content")]
    public string ContentFolder { get; init; } = "content";

    /// <summary>The folder of the index; it can be deleted at any time.</summary>
    /// <value>Folder. Default .feedapi.</value>
    [ConfigurationKeyName("data")]
    public string DataFolder { get; init; } = ".feedapi";

    /// <summary>The addresses on which the server listens; <c>http://unix:/run/feedapi/feedapi.sock</c> is a Unix socket.</summary>
    /// <value>Addresses, separated by semicolons. Default http://localhost:5000.</value>
    [ConfigurationKeyName("urls")]
    public string Urls { get; init; } = "http://localhost:5000";

    /// <summary>
    /// Additional host names to accept, besides those of the public address, loopback and the address on which the request arrived:
    /// <c>feeds.example.org;*.example.net</c>, or <c>*</c> for any.
    /// </summary>
    /// <value>Names without scheme and port, separated by semicolons. Default none.</value>
    public string? AllowedHosts { get; init; }

    /// <summary>Section <c>Site</c>.</summary>
    public SiteOptions Site { get; init; } = new();

    /// <summary>Section <c>Content</c>.</summary>
    public ContentOptions Content { get; init; } = new();

    /// <summary>Section <c>Management</c>.</summary>
    public ManagementOptions Management { get; init; } = new();

    /// <summary>Section <c>Telemetry</c>.</summary>
    public TelemetryOptions Telemetry { get; init; } = new();

    /// <summary>Section <c>Http2</c>.</summary>
    public Http2Options Http2 { get; init; } = new();

    /// <summary>Section <c>UnixSocket</c>.</summary>
    public UnixSocketOptions UnixSocket { get; init; } = new();

    /// <summary>Section <c>Kestrel:Limits</c>; ASP.NET Core itself reads nothing there.</summary>
    [ConfigurationKeyName("Kestrel:Limits")]
    public ConnectionOptions Connections { get; init; } = new();

    /// <summary>Section <c>Shutdown</c>.</summary>
    public ShutdownOptions Shutdown { get; init; } = new();

    /// <summary>Section <c>Cache</c>.</summary>
    public CacheOptions Cache { get; init; } = new();

    /// <summary>Section <c>Search</c>.</summary>
    public SearchOptions Search { get; init; } = new();

    /// <summary>Section <c>Feeds</c>.</summary>
    public FeedOptions Feeds { get; init; } = new();

    /// <summary>Section <c>Pages</c>.</summary>
    public PageOptions Pages { get; init; } = new();

    /// <summary>Section <c>Api</c>.</summary>
    public ApiOptions Api { get; init; } = new();

    /// <summary>Section <c>Http</c>.</summary>
    public ProxyOptions Http { get; init; } = new();

    /// <summary>Section <c>Limits</c>.</summary>
    public LimitOptions Limits { get; init; } = new();

    /// <summary>How many streams of events may be open.</summary>
    public EventOptions Events { get; init; } = new();
}
