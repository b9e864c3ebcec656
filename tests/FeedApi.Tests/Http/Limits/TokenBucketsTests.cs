using FeedApi.Http.Limits;
using Xunit;

namespace FeedApi.Tests.Http.Limits;

public sealed class TokenBucketsTests
{
    // Ten requests at once, then one every hundred ticks.
    private static readonly BucketRate Rate = new(100, 1_000);
    private static readonly BucketKey Client = new(1, 0);

    private readonly TokenBuckets buckets = new();

    [Fact]
    public void A_request_flows_in_at_the_pace()
    {
        while (buckets.TryTake(Client, Rate, 0, out _)) { }

        Assert.False(buckets.TryTake(Client, Rate, 99, out _));
        Assert.True(buckets.TryTake(Client, Rate, 100, out _));
        Assert.False(buckets.TryTake(Client, Rate, 199, out _));
    }

    [Fact]
    public void A_bucket_holds_no_more_than_its_size_however_long_nobody_asks()
    {
        buckets.TryTake(Client, Rate, 0, out _);
        var taken = 0;
        while (buckets.TryTake(Client, Rate, 1_000_000, out _)) taken++;

        Assert.Equal(10, taken);
    }

    [Fact]
    public void A_refusal_takes_nothing_and_tells_when_the_bucket_will_be_full()
    {
        while (buckets.TryTake(Client, Rate, 0, out _)) { }

        for (var i = 0; i < 100; i++) Assert.False(buckets.TryTake(Client, Rate, 50, out var missing) || missing != 950);
        Assert.True(buckets.TryTake(Client, Rate, 100, out _));
    }

    [Fact]
    public void What_is_given_back_can_be_taken()
    {
        while (buckets.TryTake(Client, Rate, 0, out _)) { }
        buckets.Give(Client, 100);

        Assert.True(buckets.TryTake(Client, Rate, 0, out _));
        Assert.False(buckets.TryTake(Client, Rate, 0, out _));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void In_no_span_of_time_are_more_admitted_than_a_full_bucket_and_what_flows_in(int seed)
    {
        var random = new Random(seed);
        var now = 0L;
        List<long> admitted = [];
        for (var i = 0; i < 5_000; i++)
        {
            now += random.Next(0, 150) * random.Next(0, 2);
            if (buckets.TryTake(Client, Rate, now, out _)) admitted.Add(now);
        }

        for (var first = 0; first < admitted.Count; first++)
        {
            for (var last = first; last < Math.Min(first + 60, admitted.Count); last++)
                Assert.True(
                    last - first + 1 <= 10 + ((admitted[last] - admitted[first]) / 100),
                    $"{last - first + 1} in {admitted[last] - admitted[first]} ticks");
        }
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public void Buckets_are_bounded_whatever_keys_are_invented(int seed)
    {
        var random = new Random(seed);
        buckets.TryTake(Client, Rate, 0, out _);
        for (var i = 0; i < 500_000; i++)
            buckets.TryTake(new BucketKey((ulong)random.NextInt64() + 1, (uint)random.Next()), Rate, 0, out _);

        Assert.InRange(buckets.CountAt(0), TokenBuckets.MaxBuckets * 9 / 10, TokenBuckets.MaxBuckets);
    }

    [Fact]
    public void Invented_keys_do_not_free_one_who_is_refused()
    {
        var random = new Random(6);
        while (buckets.TryTake(Client, Rate, 0, out _)) { }
        for (var i = 0; i < 500_000; i++) buckets.TryTake(new BucketKey((ulong)random.NextInt64() + 2, 0), Rate, 0, out _);

        Assert.False(buckets.TryTake(Client, Rate, 0, out _));
    }

    [Fact]
    public async Task Threads_together_get_no_more_than_one_alone()
    {
        var taken = 0;
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 1_000; i++)
            {
                if (buckets.TryTake(Client, Rate, 0, out var _)) Interlocked.Increment(ref taken);
            }
        }, TestContext.Current.CancellationToken)));

        Assert.Equal(10, taken);
    }
}
