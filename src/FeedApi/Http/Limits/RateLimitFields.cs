using System.Globalization;
using FeedApi.Http.Semantics;

namespace FeedApi.Http.Limits;

/// <summary>Reports its quota to a client: by fields of a response, or by a 429 response.</summary>
internal static class RateLimitFields
{
    private const string QuotaExceeded = "https://iana.org/assignments/http-problem-types#quota-exceeded";

    /// <summary>Writes <c>RateLimit</c> and <c>RateLimit-Policy</c> (draft-ietf-httpapi-ratelimit-headers, experimental).</summary>
    public static void Write(IHeaderDictionary headers, Quota quota)
    {
        headers["RateLimit-Policy"] = quota.Limit.Policy;
        headers["RateLimit"] = string.Create(CultureInfo.InvariantCulture, $"\"{quota.Limit.Name}\";r={quota.Remaining};t={quota.Seconds}");
    }

    /// <summary>
    /// The 429 response (RFC 6585, section 4): never stored, with Retry-After in seconds, because NetNewsWire does not parse dates there.
    /// </summary>
    public static HttpProblem ProblemOf(Quota quota) => new(
        StatusCodes.Status429TooManyRequests,
        "too-many-requests",
        "Request cannot be satisfied as assigned quota has been exceeded",
        string.Create(
            CultureInfo.InvariantCulture,
            $"More than {quota.Limit.Requests} requests in {quota.Limit.Seconds} s came {WhatFor(quota.Limit)}; "
                + $"try again in {quota.Seconds} s. A conditional request that is answered 304 counts as a quarter."))
    {
        Type = QuotaExceeded,
        ViolatedPolicies = [quota.Limit.Name],
        RetryAfterSeconds = (int)quota.Seconds,
    };

    private static string WhatFor(TokenLimit limit) =>
        limit.Name switch
        {
            "feed" => "from your address for this feed",
            "queries" => "from your address for the API and for feeds of queries",
            "key" => "with your key",
            _ => "from your address in all",
        };
}
