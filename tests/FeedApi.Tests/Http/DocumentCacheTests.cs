using FeedApi.Http;
using Xunit;

namespace FeedApi.Tests.Http;

public sealed class DocumentCacheTests
{
    private readonly DocumentCache cache = new(maxBytes: 10_000);
    private int builds;

    [Fact]
    public async Task A_document_is_built_once() => Assert.Same(await GetAsync("a"), await GetAsync("a"));

    [Fact]
    public async Task A_change_of_one_of_its_tags_drops_a_document()
    {
        var before = await GetAsync("a", "x", "y");

        cache.Drop(["y", "z"]);

        Assert.NotSame(before, await GetAsync("a", "x", "y"));
    }

    [Fact]
    public async Task A_change_of_another_tag_keeps_a_document()
    {
        var before = await GetAsync("a", "x");

        cache.Drop(["y"]);

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

        cache.Drop(["any"]);
        overtaken.SetResult(Made());

        Assert.NotSame(await waiting, await GetAsync("a"));
    }

    [Fact]
    public async Task A_request_after_a_change_does_not_join_a_build_from_before_it()
    {
        var overtaken = new TaskCompletionSource<Document?>();
        var waiting = WaitAsync(overtaken);
        cache.Drop(["any"]);

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

        Assert.NotNull(await GetAsync("a"));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private ValueTask<Document?> GetAsync(string key, params string[] tags) => BuildAsync(key, Made(tags: tags));

    private ValueTask<Document?> GetAsync(string key, int bytes) => BuildAsync(key, Made(bytes));

    private ValueTask<Document?> BuildAsync(string key, Document document) =>
        cache.GetOrBuildAsync(key, _ => Counted(Task.FromResult<Document?>(document)), Cancellation);

    // A request whose build ends when the test says so.
    private Task<Document?> WaitAsync(TaskCompletionSource<Document?> release, CancellationToken? patience = null) =>
        cache.GetOrBuildAsync("a", _ => Counted(release.Task), patience ?? Cancellation).AsTask();

    private async ValueTask<Document?> Counted(Task<Document?> build)
    {
        Interlocked.Increment(ref builds);
        return await build;
    }

    // Noise, so that compression adds nothing to the size.
    private static Document Made(int bytes = 10, params string[] tags)
    {
        var body = new byte[bytes];
        new Random(bytes).NextBytes(body);
        return new Document("text/plain", body, DateTimeOffset.UnixEpoch) { Tags = tags };
    }
}
