namespace FeedApi.Http.Audience;

/// <summary>Who reads one feed: services with their subscribers, and other readers, counted but not kept.</summary>
internal sealed class FeedAudience(string path)
{
    // A feed that more services than this read exists only in the fields of somebody who invents them.
    private const int MaxServices = 32;

    // Services ask once a day when a feed has nothing new for a month.
    private const int DaysKept = 7;

    private readonly Lock gate = new();
    private readonly DistinctCount today = new();
    private ServiceAudience[] services = [];
    private int day;

    /// <summary>The feed's path.</summary>
    public string Path => path;

    /// <summary>How the feed is polled, by services and others.</summary>
    public PollCounts Polls { get; } = new();

    /// <summary>Different readers today (UTC), without services.</summary>
    public int ReadersToday => today.Estimate();

    /// <summary>Different readers on the last day (UTC).</summary>
    public int ReadersYesterday { get; private set; }

    /// <summary>The services that have asked within a week.</summary>
    public IReadOnlyList<ServiceAudience> Services => services;

    /// <summary>People who read by services, as those say.</summary>
    public long Subscribers => services.Sum(service => (long)service.Subscribers);

    /// <summary>A day has begun: what was counted today is yesterday's.</summary>
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

    /// <summary>A reader asked.</summary>
    /// <param name="hash">Of client and field, under today's salt.</param>
    public void Add(ulong hash) => today.Add(hash);

    /// <summary>A service asked.</summary>
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
/// <param name="Name">Its name.</param>
/// <param name="FeedId">Its own number of the feed; null when it gives none.</param>
/// <param name="Subscribers">As it says.</param>
/// <param name="Day">When it last asked, in days since 1970 (UTC).</param>
internal sealed record ServiceAudience(string Name, string? FeedId, int Subscribers, int Day);
