using System.ComponentModel.DataAnnotations;

namespace FeedApi.Http.Hosting;

/// <summary>How the server stops.</summary>
internal sealed record ShutdownOptions
{
    /// <summary>How long <c>/health/ready</c> says 503 before the listeners close, so that load balancers go elsewhere.</summary>
    /// <value>Seconds. Default 2; in development 0.</value>
    [Range(0, 3_600)]
    public int WaitSeconds { get; init; } = 2;

    /// <summary>How long requests that are being answered may take after that.</summary>
    /// <value>Seconds. Default 20.</value>
    [Range(0, 3_600)]
    public int DrainSeconds { get; init; } = 20;

    /// <summary>The same as <see cref="WaitSeconds"/>.</summary>
    internal TimeSpan Wait => TimeSpan.FromSeconds(WaitSeconds);

    /// <summary>The same as <see cref="DrainSeconds"/>.</summary>
    internal TimeSpan Drain => TimeSpan.FromSeconds(DrainSeconds);
}
