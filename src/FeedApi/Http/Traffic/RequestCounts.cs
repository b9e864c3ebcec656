using FeedApi.Site.Addresses;

namespace FeedApi.Http.Traffic;

/// <summary>Counts answers by kind and status: one addition for each, so that the fast path need not notice.</summary>
internal sealed class RequestCounts
{
    private const int Statuses = 600;

    private readonly long[] counts = new long[RequestKinds.Names.Count * Statuses];

    /// <summary>One more answer.</summary>
    public void Count(RequestKind kind, int status)
    {
        if (status is >= 100 and < Statuses) Interlocked.Increment(ref counts[((int)kind * Statuses) + status]);
    }

    /// <summary>Kinds and statuses that have occurred, with the number of answers.</summary>
    public IEnumerable<(string Kind, int Status, long Count)> List()
    {
        for (var i = 0; i < counts.Length; i++)
        {
            if (Interlocked.Read(ref counts[i]) is > 0 and var count) yield return (RequestKinds.Names[i / Statuses], i % Statuses, count);
        }
    }
}
