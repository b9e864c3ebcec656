namespace FeedApi.Http.Limits;

/// <summary>The limit of a token bucket: its capacity, which may be used at once, and the time in which it is refilled.</summary>
/// <param name="Name">The policy's name in <c>RateLimit-Policy</c> and <c>violated-policies</c>.</param>
/// <param name="Requests">The capacity, in responses with a body.</param>
/// <param name="Seconds">Seconds in which an empty bucket is refilled.</param>
internal sealed record TokenLimit(string Name, int Requests, int Seconds)
{
    /// <summary>The value of the <c>RateLimit-Policy</c> field (draft-ietf-httpapi-ratelimit-headers, experimental).</summary>
    public string Policy { get; } = string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"\"{Name}\";q={Requests};w={Seconds}");
}
