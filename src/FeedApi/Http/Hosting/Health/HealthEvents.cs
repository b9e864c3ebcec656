namespace FeedApi.Http.Hosting.Health;

/// <summary>Stable event ids of the messages logged about the state of the server, for log filters and alerts.</summary>
internal static class HealthEvents
{
    /// <summary>The server answers, but something is not as it should be; the message names its <see cref="DegradationCodes"/>.</summary>
    public static readonly EventId Degraded = new(401, "degraded");

    /// <summary>What was reported as <see cref="Degraded"/> has ended.</summary>
    public static readonly EventId Recovered = new(402, "recovered");
}
