namespace FeedApi.Http.Limits;

/// <summary>A bucket of so many requests that fills again evenly in so many seconds; a full one may be emptied at once.</summary>
/// <param name="Name">Its name in <c>RateLimit-Policy</c> and <c>violated-policies</c>.</param>
/// <param name="Requests">The quota, in answers with a body.</param>
/// <param name="Seconds">Until an empty bucket is full.</param>
internal sealed record TokenLimit(string Name, int Requests, int Seconds)
{
    /// <summary>The value of the <c>RateLimit-Policy</c> field (draft-ietf-httpapi-ratelimit-headers, experimental).</summary>
    public string Policy { get; } = string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"\"{Name}\";q={Requests};w={Seconds}");
}
