namespace FeedApi.Http.Audience;

/// <summary>The audience of one feed: services with their subscribers, and the number of other readers, which are not stored.</summary>
internal sealed class FeedAudience(string path)
{
    // More than exist; a larger number would come from forged User-Agent fields.
    private const int MaxServices = 32;

    // Services poll at least daily, even a feed without news for a month.
    private const int DaysKept = 7;

    private readonly Lock gate = new();
    private readonly DistinctCount today = new();
    private ServiceAudience[] services = [];
    private int day;

    /// <summary>The feed's path.</summary>
    public string Path => path;

    /// <summary>Polls of the feed by services and other readers.</summary>
    public PollCounts Polls { get; } = new();

    /// <summary>Estimated number of distinct readers today (UTC), without services.</summary>
    public int ReadersToday => today.Estimate();

    /// <summary>Estimated number of distinct readers yesterday (UTC), without services.</summary>
    public int ReadersYesterday { get; private set; }

    /// <summary>The services that polled the feed within the last week.</summary>
    public IReadOnlyList<ServiceAudience> Services => services;

    /// <summary>Total number of subscribers that the services report.</summary>
    public long Subscribers => services.Sum(service => (long)service.Subscribers);

    /// <summary>Starts a new day, if it has changed: today's count becomes yesterday's.</summary>
    /// <param name="now">The current day, in days since 1970 (UTC).</param>
    public void BeginDay(int now)
    {
        if (day == now) return;
        lock (gate)
        {
            if (day == now) return;
            ReadersYesterday = day == now - 1 ? today.Estimate() : 0;
            today.Clear();
            services = [.. services.Where(service => service.Day >= now - DaysKept)];
            day = now;
        }
    }

    /// <summary>Counts a request of a reader.</summary>
    /// <param name="hash">The reader's hash under today's salt (<see cref="DaySalt.Hash"/>).</param>
    public void Add(ulong hash) => today.Add(hash);

    /// <summary>Records a request of a service.</summary>
    public void Add(UserAgent service)
    {
        var subscribers = service.Subscribers ?? 0;
        var known = services;
        var at = IndexOf(known, service);
        if (at >= 0 && known[at].Subscribers == subscribers && known[at].Day == day) return;
        lock (gate)
        {
            at = IndexOf(services, service);
            var entry = new ServiceAudience(service.Name, service.FeedId, subscribers, day);
            if (at >= 0) services = [.. services[..at], entry, .. services[(at + 1)..]];
            else if (services.Length < MaxServices) services = [.. services, entry];
        }
    }

    private static int IndexOf(ServiceAudience[] services, UserAgent service)
    {
        for (var i = 0; i < services.Length; i++)
        {
            if (services[i].Name == service.Name && services[i].FeedId == service.FeedId) return i;
        }

        return -1;
    }
}

/// <summary>A service that fetches a feed for many people.</summary>
/// <param name="Name">The name of the service.</param>
/// <param name="FeedId">The service's id of the feed; null when it sends none.</param>
/// <param name="Subscribers">The number of subscribers that it reports.</param>
/// <param name="Day">The day of its last request, in days since 1970 (UTC).</param>
internal sealed record ServiceAudience(string Name, string? FeedId, int Subscribers, int Day);
