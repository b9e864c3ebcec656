using System.ComponentModel.DataAnnotations;

namespace FeedApi.Http.Hosting;

/// <summary>How the server stops.</summary>
internal sealed record ShutdownOptions
{
    /// <summary>How long <c>/health/ready</c> returns 503 before the listeners close, so that load balancers use other servers.</summary>
    /// <value>Seconds. Default 2; in development 0.</value>
    [Range(0, 3_600)]
    public int WaitSeconds { get; init; } = 2;

    /// <summary>How long requests in progress may take after that.</summary>
    /// <value>Seconds. Default 20.</value>
    [Range(0, 3_600)]
    public int DrainSeconds { get; init; } = 20;

    /// <summary><see cref="WaitSeconds"/> as a time span.</summary>
    internal TimeSpan Wait => TimeSpan.FromSeconds(WaitSeconds);

    /// <summary><see cref="DrainSeconds"/> as a time span.</summary>
    internal TimeSpan Drain => TimeSpan.FromSeconds(DrainSeconds);
}
