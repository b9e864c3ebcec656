using System.Globalization;
using FeedApi.Http.Pipeline;

namespace FeedApi.Commands.Options;

/// <summary>The settings of the server, as opposed to those of the site: from the command line, the environment and <c>appsettings.json</c>.</summary>
public sealed record ServerSettings
{
    private const string DefaultUrls = "http://localhost:5000";

    /// <summary><c>--content</c>: the content folder. Default <c>content</c>.</summary>
    public required string ContentFolder { get; init; }

    /// <summary><c>--data</c>: the folder of the index. Default <c>.feedapi</c>.</summary>
    public required string DataFolder { get; init; }

    /// <summary><c>--urls</c>: where the server listens, separated by semicolons. Default <c>http://localhost:5000</c>.</summary>
    public required string Urls { get; init; }

    /// <summary><c>Management:Urls</c>: where operations endpoints listen. Default: nowhere.</summary>
    public string? ManagementUrls { get; init; }

    /// <summary><c>Http2:Urls</c>: where h2 is spoken without TLS, to proxies and programs that know it. Default: nowhere.</summary>
    public string? Http2Urls { get; init; }

    /// <summary><c>Site:Url</c>: the site's public address, in place of <c>url</c> and <c>baseurl</c> of <c>_config.yml</c>. Default: not set.</summary>
    public string? SiteUrl { get; init; }

    /// <summary><c>Cache:MaxBytes</c>: memory for finished documents. Default 128 MiB.</summary>
    public long CacheMaxBytes { get; init; } = 128 * 1024 * 1024;

    /// <summary><c>Search:BudgetMilliseconds</c>: how long one search may take before it is given up. Default 250 ms: what is longer is felt, and many such would take all processors.</summary>
    public TimeSpan SearchBudget { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary><c>Feeds:Delta</c>: who asks for it gets only what changed in a feed (RFC 3229). Default false: a widespread reader asks and then drops the answer.</summary>
    public bool HasFeedDeltas { get; init; }

    /// <summary><c>Content:Poll</c>: compare the content folder every few seconds, for mounts that tell of no changes. Default false: where they are known to.</summary>
    public bool PollsContent { get; init; }

    /// <summary><c>Api:Deprecation</c>, <c>Api:Sunset</c>, <c>Api:DeprecationLink</c>: that the API is to end. Default: it is not.</summary>
    public ApiDeprecation ApiDeprecation { get; init; } = ApiDeprecation.None;

    /// <summary>The ports of <see cref="ManagementUrls"/>.</summary>
    public IReadOnlyCollection<int> ManagementPorts => PortsOf(ManagementUrls, "Management:Urls");

    /// <summary>The ports of <see cref="Http2Urls"/>.</summary>
    public IReadOnlyCollection<int> Http2Ports => PortsOf(Http2Urls, "Http2:Urls");

    /// <summary>The ports where the server listens without TLS, but for those of <see cref="Http2Urls"/>.</summary>
    public IReadOnlyCollection<int> PlainPorts => PortsOf(string.Join(';', $"{Urls};{ManagementUrls}".Split(';').Where(IsPlain)), "urls");

    /// <summary>Every address to listen on, in ASP.NET Core's form.</summary>
    public string AllUrls => string.Join(';', new[] { Urls, Http2Urls, ManagementUrls }.OfType<string>());

    /// <summary>Reads and checks the settings.</summary>
    /// <exception cref="ServerSettingsException">One has a wrong value; the message is one line.</exception>
    public static ServerSettings Read(IConfiguration configuration)
    {
        var settings = new ServerSettings
        {
            ContentFolder = configuration["content"] ?? "content",
            DataFolder = configuration["data"] ?? ".feedapi",
            Urls = configuration["urls"] ?? UrlsOfPorts(configuration["http_ports"]) ?? DefaultUrls,
            ManagementUrls = NullIfEmpty(configuration["Management:Urls"]),
            Http2Urls = NullIfEmpty(configuration["Http2:Urls"]),
            SiteUrl = NullIfEmpty(configuration["Site:Url"]),
            SearchBudget = SettingValue.Milliseconds(configuration, "Search:BudgetMilliseconds", 250),
            HasFeedDeltas = SettingValue.Switch(configuration, "Feeds:Delta"),
            PollsContent = SettingValue.Switch(configuration, "Content:Poll"),
            ApiDeprecation = DeprecationOf(configuration),
        };
        RefuseShared(settings.ManagementPorts, PortsOf(settings.Urls, "urls"), "Management:Urls", "urls");
        RefuseShared(settings.Http2Ports, PortsOf(settings.Urls, "urls"), "Http2:Urls", "urls");
        RefuseShared(settings.ManagementPorts, settings.Http2Ports, "Management:Urls", "Http2:Urls");
        return configuration["Cache:MaxBytes"] is not { } cache ? settings
            : long.TryParse(cache, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) ? settings with { CacheMaxBytes = bytes }
            : throw new ServerSettingsException($"Cache:MaxBytes is \"{cache}\"; it must be a number of bytes such as 134217728");
    }

    private static ApiDeprecation DeprecationOf(IConfiguration configuration)
    {
        var (since, sunset) = (SettingValue.Instant(configuration, "Api:Deprecation"), SettingValue.Instant(configuration, "Api:Sunset"));
        if (sunset is not null && since is null) throw new ServerSettingsException("Api:Sunset is set without Api:Deprecation; what is to stop must be deprecated first");
        if (sunset < since) throw new ServerSettingsException($"Api:Sunset is \"{configuration["Api:Sunset"]}\"; it must not be earlier than Api:Deprecation");
        return new ApiDeprecation(since, sunset, SettingValue.Address(configuration, "Api:DeprecationLink"));
    }

    private static bool IsPlain(string url) => url.TrimStart().StartsWith("http:", StringComparison.OrdinalIgnoreCase);

    private static void RefuseShared(IEnumerable<int> ports, IEnumerable<int> others, string setting, string other)
    {
        var shared = ports.Intersect(others).Where(port => port > 0).ToArray();
        if (shared.Length > 0) throw new ServerSettingsException(string.Create(CultureInfo.InvariantCulture, $"{setting} must not share port {shared[0]} with {other}"));
    }

    private static int[] PortsOf(string? urls, string setting)
    {
        List<int> ports = [];
        foreach (var url in (urls ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            // A Unix socket has no port by which its listener could be told from others.
            if (url.StartsWith("http://unix:/", StringComparison.OrdinalIgnoreCase))
            {
                if (setting is not "urls") throw new ServerSettingsException($"{setting} is \"{urls}\"; only urls can name a Unix socket");
                continue;
            }

            // Kestrel's + and * stand for every address of the machine; a Uri knows no such host.
            var isUrl = Uri.TryCreate(url.Replace("://+", "://localhost", StringComparison.Ordinal).Replace("://*", "://localhost", StringComparison.Ordinal), UriKind.Absolute, out var parsed);
            if (!isUrl || parsed!.Scheme is not ("http" or "https"))
                throw new ServerSettingsException($"{setting} is \"{urls}\"; it must be addresses such as http://localhost:5000, separated by semicolons");
            ports.Add(parsed.Port);
        }

        return [.. ports];
    }

    private static string? UrlsOfPorts(string? ports) => string.IsNullOrWhiteSpace(ports) ? null
        : string.Join(';', ports.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(port => $"http://*:{port}"));

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
