using FeedApi.Site.Addresses;

namespace FeedApi.Http.Traffic;

/// <summary>Counts responses by kind and status: one increment each, a negligible cost for the fast path.</summary>
internal sealed class RequestCounts
{
    private const int Statuses = 600;

    private readonly long[] counts = new long[RequestKinds.Names.Count * Statuses];

    /// <summary>Counts a response.</summary>
    public void Count(RequestKind kind, int status)
    {
        if (status is >= 100 and < Statuses) Interlocked.Increment(ref counts[((int)kind * Statuses) + status]);
    }

    /// <summary>The combinations of kind and status that have occurred, with the number of responses.</summary>
    public IEnumerable<(string Kind, int Status, long Count)> List()
    {
        for (var i = 0; i < counts.Length; i++)
        {
            if (Interlocked.Read(ref counts[i]) is > 0 and var count) yield return (RequestKinds.Names[i / Statuses], i % Statuses, count);
        }
    }
}
