using FeedApi.Http.Documents;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Http.Documents;

public sealed class DocumentCacheTests
{
    private readonly StoppedClock clock = new();
    private readonly DocumentCache cache;

    // A quarter of it has room for one small document.
    private readonly DocumentCache roomy = new(maxBytes: 20_000);
    private int builds;
    private int failures;

    public DocumentCacheTests() => cache = new(maxBytes: 10_000, clock);

    [Fact]
    public async Task A_document_is_built_once() => Assert.Same(await GetAsync("a"), await GetAsync("a"));

    [Fact]
    public async Task A_change_of_one_of_its_tags_drops_a_document()
    {
        var before = await GetAsync("a", "x", "y");

        cache.MarkStale(["y", "z"]);

        Assert.NotSame(before, await GetAsync("a", "x", "y"));
    }

    [Fact]
    public async Task A_change_of_another_tag_keeps_a_document()
    {
        var before = await GetAsync("a", "x");

        cache.MarkStale(["y"]);

        Assert.Same(before, await GetAsync("a", "x"));
    }

    [Fact]
    public async Task Clear_drops_everything()
    {
        var before = await GetAsync("a");

        cache.Clear();

        Assert.NotSame(before, await GetAsync("a"));
    }

    [Fact]
    public async Task Callers_that_wait_share_one_build()
    {
        var release = new TaskCompletionSource<Document?>();
        var waiting = Enumerable.Range(0, 50).Select(_ => WaitAsync(release)).ToArray();

        release.SetResult(Made());

        Assert.Single((await Task.WhenAll(waiting)).Distinct());
        Assert.Equal(1, builds);
    }

    [Fact]
    public async Task Who_waits_for_a_build_keeps_no_thread()
    {
        using var release = new ManualResetEventSlim();
        ValueTask<Document?> Build(CancellationToken cancellationToken)
        {
            release.Wait(cancellationToken);
            return ValueTask.FromResult<Document?>(Made());
        }

        var waiting = Enumerable.Range(0, 2)
            .Select(_ => cache.GetOrBuildAsync("a", Build, TestContext.Current.CancellationToken).AsTask())
            .ToArray();

        Assert.All(waiting, wait => Assert.False(wait.IsCompleted));
        release.Set();
        await Task.WhenAll(waiting);
    }

    [Fact]
    public async Task The_least_recently_used_go_when_the_bytes_are_used_up()
    {
        var first = await GetAsync("1", 500);
        var second = await GetAsync("2", 500);
        await GetAsync("1", 500);

        await GetAsync("3", 500);

        Assert.Same(first, await GetAsync("1", 500));
        Assert.NotSame(second, await GetAsync("2", 500));
    }

    [Fact]
    public async Task A_document_that_is_larger_than_the_cache_is_answered_and_not_kept()
    {
        var kept = await GetAsync("a", 4_000);
        var large = await GetAsync("large", 20_000);

        Assert.NotSame(large, await GetAsync("large", 20_000));
        Assert.Same(kept, await GetAsync("a", 4_000));
    }

    [Fact]
    public async Task A_build_that_a_change_overtook_is_answered_and_not_kept()
    {
        var overtaken = new TaskCompletionSource<Document?>();
        var waiting = WaitAsync(overtaken);

        cache.MarkStale(["any"]);
        overtaken.SetResult(Made());

        Assert.NotSame(await waiting, await GetAsync("a"));
    }

    [Fact]
    public async Task A_request_after_a_change_does_not_join_a_build_from_before_it()
    {
        var overtaken = new TaskCompletionSource<Document?>();
        var waiting = WaitAsync(overtaken);
        cache.MarkStale(["any"]);

        var later = await GetAsync("a");

        overtaken.SetResult(Made());
        Assert.NotSame(await waiting, later);
        Assert.Same(later, await GetAsync("a"));
    }

    [Fact]
    public async Task A_build_that_finds_nothing_is_not_kept()
    {
        Assert.Null(await cache.GetOrBuildAsync("a", _ => Counted(Task.FromResult<Document?>(null)), Cancellation));

        Assert.NotNull(await GetAsync("a"));
    }

    [Fact]
    public async Task A_build_that_fails_is_not_kept()
    {
        await Assert.ThrowsAsync<IOException>(async () => await cache.GetOrBuildAsync("a", _ => throw new IOException(), Cancellation));

        Assert.NotNull(await GetAsync("a"));
    }

    [Fact]
    public async Task A_caller_that_gives_up_leaves_the_build_to_the_others()
    {
        var release = new TaskCompletionSource<Document?>();
        using var patience = new CancellationTokenSource();
        var impatient = WaitAsync(release, patience.Token);
        var patient = WaitAsync(release);

        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        release.SetResult(Made());

        Assert.NotNull(await patient);
        Assert.Equal(1, builds);
    }

    [Fact]
    public async Task A_build_that_fails_after_everyone_gave_up_is_not_kept()
    {
        var release = new TaskCompletionSource<Document?>();
        using var patience = new CancellationTokenSource();
        var impatient = WaitAsync(release, patience.Token);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);

        release.SetException(new IOException());

        // The build ends on a thread of its own; who comes before that shares its failure.
        await TestSite.UntilAsync(() => CanGetAsync("a"), "the failed build is forgotten");
    }

    [Fact]
    public async Task One_of_many_documents_never_pushes_out_others()
    {
        var feed = await BuildAsync("feed", Made(4_000), roomy);

        for (var i = 0; i < 100; i++) await BuildAsync($"query {i}", Made(100 + i, isOneOfMany: true), roomy);

        Assert.Same(feed, await BuildAsync("feed", Made(4_000), roomy));
        Assert.Equal(99, roomy.Measure().Evictions);
    }

    [Fact]
    public async Task The_last_good_document_is_answered_while_none_can_be_made()
    {
        var good = await GetAsync("a", "x");
        cache.MarkStale(["x"]);

        Assert.Same(good, await FailAsync("a"));
        Assert.Same(good, await FailAsync("a"));
        Assert.Equal(1, failures);
    }

    [Fact]
    public async Task A_document_that_could_not_be_made_is_tried_again_after_a_rest()
    {
        var good = await GetAsync("a", "x");
        cache.MarkStale(["x"]);
        await FailAsync("a");

        Assert.Same(good, await GetAsync("a", "x"));
        clock.Advance(TimeSpan.FromSeconds(6));

        Assert.NotSame(good, await GetAsync("a", "x"));
    }

    [Fact]
    public async Task What_is_forgotten_is_not_answered_even_while_nothing_can_be_made()
    {
        await GetAsync("a", "x");
        cache.Evict(["x"]);

        await Assert.ThrowsAsync<IOException>(async () => await FailAsync("a"));
    }

    [Fact]
    public async Task A_document_that_exists_no_more_is_no_last_good_one()
    {
        await GetAsync("a", "x");
        cache.MarkStale(["x"]);
        Assert.Null(await cache.GetOrBuildAsync("a", _ => Counted(Task.FromResult<Document?>(null)), Cancellation));

        await Assert.ThrowsAsync<IOException>(async () => await FailAsync("a"));
    }

    [Fact]
    public async Task An_address_finds_a_document_until_it_changes_and_then_the_next_one()
    {
        var first = await GetAsync("a", "x");
        cache.Remember("/a", first!, null);
        Assert.Same(first, cache.FindAt("/a")?.Document);

        cache.MarkStale(["x"]);
        Assert.Null(cache.FindAt("/a"));

        Assert.Same(await GetAsync("a", "x"), cache.FindAt("/a")?.Document);
    }

    [Fact]
    public async Task A_dropped_document_is_not_found_at_an_address_that_was_remembered_late()
    {
        var dropped = await GetAsync("a", "x");
        cache.MarkStale(["x"]);

        cache.Remember("/a", dropped!, null);

        Assert.Null(cache.FindAt("/a"));
    }

    [Fact]
    public async Task Only_the_latest_spellings_of_an_address_are_remembered()
    {
        var document = await GetAsync("a");

        for (var i = 0; i < 10; i++) cache.Remember($"/a?utm={i}", document!, null);

        Assert.Null(cache.FindAt("/a?utm=0"));
        Assert.NotNull(cache.FindAt("/a?utm=9"));
    }

    [Fact]
    public async Task One_of_many_documents_is_remembered_when_it_is_asked_for_again()
    {
        var made = await BuildAsync("q", Made(isOneOfMany: true), roomy);
        roomy.Remember("/q", made!, null);
        Assert.Null(roomy.FindAt("/q"));

        roomy.Remember("/q", (await BuildAsync("q", Made(isOneOfMany: true), roomy))!, null);

        Assert.Same(made, roomy.FindAt("/q")?.Document);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private ValueTask<Document?> GetAsync(string key, params string[] tags) => BuildAsync(key, Made(tags: tags));

    private ValueTask<Document?> GetAsync(string key, int bytes) => BuildAsync(key, Made(bytes));

    private ValueTask<Document?> BuildAsync(string key, Document document, DocumentCache? into = null) =>
        (into ?? cache).GetOrBuildAsync(key, _ => Counted(Task.FromResult<Document?>(document)), Cancellation);

    private async Task<bool> CanGetAsync(string key)
    {
        try
        {
            return await GetAsync(key) is not null;
        }
        catch (IOException)
        {
            return false;
        }
    }

    // A request whose build ends when the test says so.
    private Task<Document?> WaitAsync(TaskCompletionSource<Document?> release, CancellationToken? patience = null) =>
        cache.GetOrBuildAsync("a", _ => Counted(release.Task), patience ?? Cancellation).AsTask();

    private ValueTask<Document?> FailAsync(string key) =>
        cache.GetOrBuildAsync(key, _ => throw new IOException($"failure {++failures}"), Cancellation);

    private async ValueTask<Document?> Counted(Task<Document?> build)
    {
        Interlocked.Increment(ref builds);
        return await build;
    }

    // Noise, so that compression adds nothing to the size.
    private static Document Made(int bytes = 10, bool isOneOfMany = false, params string[] tags)
    {
        var body = new byte[bytes];
        new Random(bytes).NextBytes(body);
        return new Document("text/plain", body, DateTimeOffset.UnixEpoch) { Tags = tags, IsOneOfMany = isOneOfMany };
    }

    private sealed class StoppedClock : TimeProvider
    {
        private long ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => ticks;

        public void Advance(TimeSpan time) => ticks += time.Ticks;
    }
}
