using FeedApi.Model.Dates;
using FeedApi.Publishing.Watch;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace FeedApi.Tests.Publishing.Watch;

public sealed class DeletionGuardTests
{
    private readonly FakeTimeProvider clock = new();
    private readonly DeletionGuard guard;

    public DeletionGuardTests() => guard = new DeletionGuard(clock, TimeSpan.FromSeconds(60));

    [Fact]
    public void Few_deletions_are_confirmed_at_once() => Assert.Equal(10, Confirm(10, of: 20));

    [Fact]
    public void Many_are_held_back_until_a_full_scan_a_minute_later()
    {
        Assert.Equal(0, Confirm(30, of: 100));
        Assert.True(guard.IsHolding);
        Assert.Equal(clock.GetUptime() + TimeSpan.FromSeconds(60), guard.ConfirmableAt);

        clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(0, Confirm(30, of: 100, isFullScan: false));
        Assert.Equal(30, Confirm(30, of: 100));
        Assert.False(guard.IsHolding);
    }

    [Fact]
    public void A_small_share_of_a_large_site_is_confirmed_at_once() => Assert.Equal(200, Confirm(200, of: 1_000));

    [Fact]
    public void Many_small_batches_in_a_row_are_a_mass_deletion()
    {
        var confirmed = Enumerable.Range(0, 100).Sum(done => Confirm(1, of: 100 - done, isFullScan: false));

        Assert.InRange(confirmed, 10, 30);
        Assert.True(guard.IsHolding);
    }

    [Fact]
    public void Single_files_do_not_clear_the_suspicion_of_a_full_scan_and_a_clean_full_scan_does()
    {
        Confirm(30, of: 100);
        Confirm(0, of: 100, isFullScan: false);
        Assert.True(guard.IsHolding);

        Assert.Equal(0, Confirm(0, of: 100));
        Assert.False(guard.IsHolding);
    }

    [Fact]
    public void The_deletion_of_every_file_is_never_confirmed()
    {
        for (var minutes = 0; minutes < 5; minutes++, clock.Advance(TimeSpan.FromMinutes(1))) Assert.Equal(0, Confirm(8, of: 8));
        Assert.Equal(1, Confirm(1, of: 1));
    }

    [Fact]
    public void Files_that_only_moved_are_confirmed_in_any_number()
    {
        var deleted = Enumerable.Range(0, 50).Select(i => $"_posts/a/{i}.md").ToList();

        var arriving = deleted.Select(path => path.Replace("/a/", "/b/", StringComparison.Ordinal));
        Assert.Equal(deleted, guard.Confirm(deleted, arriving, 100, isFullScan: true));
    }

    [Fact]
    public void A_bundle_goes_by_the_name_of_its_folder()
    {
        var deleted = Enumerable.Range(0, 50).Select(i => $"posts/p{i}/index.md").ToList();

        Assert.Equal(["posts/p7/index.md"], guard.Confirm(deleted, ["other/p7/index.md"], 100, isFullScan: true));
    }

    private int Confirm(int count, int of, bool isFullScan = true) =>
        guard.Confirm([.. Enumerable.Range(0, count).Select(i => $"_posts/{i}.md")], [], of, isFullScan).Count;
}
