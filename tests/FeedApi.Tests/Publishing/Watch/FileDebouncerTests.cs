using FeedApi.Content.Files;
using FeedApi.Model;
using FeedApi.Model.Dates;
using FeedApi.Publishing.Watch;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace FeedApi.Tests.Publishing.Watch;

public sealed class FileDebouncerTests
{
    private readonly FakeTimeProvider clock = new();
    private readonly Dictionary<string, PostFile> disk = new(StringComparer.Ordinal);
    private readonly FileDebouncer debouncer;

    public FileDebouncerTests() =>
        debouncer = new FileDebouncer(path => disk.TryGetValue(path, out var file) ? file : null, clock, TimeSpan.FromMilliseconds(200));

    [Fact]
    public void A_file_is_ready_when_it_was_quiet()
    {
        Write("_posts/a.md", 10);
        debouncer.Add(new FileChange("_posts/a.md"));
        Assert.Equal(clock.GetUptime() + TimeSpan.FromMilliseconds(200), debouncer.NextDueAt);

        Assert.Equal("", TakeAfter(199));
        Assert.Equal("_posts/a.md", TakeAfter(1));
        Assert.Null(debouncer.NextDueAt);
    }

    [Fact]
    public void A_file_that_grows_between_two_checks_starts_over_without_being_reported()
    {
        Write("_posts/a.md", 10);
        debouncer.Add(new FileChange("_posts/a.md"));
        Write("_posts/a.md", 11);

        Assert.Equal("", TakeAfter(200));
        Assert.Equal("_posts/a.md", TakeAfter(200));
    }

    [Fact]
    public void A_file_that_must_be_read_stays_so_when_it_is_reported_again()
    {
        Write("_posts/a.md", 10);
        debouncer.Add(new FileChange("_posts/a.md"), isForced: true);
        debouncer.Add(new FileChange("_posts/a.md"));
        Assert.Equal("_posts/a.md forced", TakeAfter(200));

        debouncer.Add(new FileChange("_posts/a.md"));
        Assert.Equal("_posts/a.md", TakeAfter(200));
    }

    [Fact]
    public void A_file_that_was_renamed_into_place_is_ready_sooner()
    {
        Write("_posts/a.md", 10);
        debouncer.Add(new FileChange("_posts/a.md", IsRenamed: true));

        Assert.Equal("_posts/a.md", TakeAfter(25));
    }

    [Fact]
    public void A_file_that_is_written_on_after_its_renaming_is_debounced_as_any_other()
    {
        Write("_posts/a.md", 10);
        debouncer.Add(new FileChange("_posts/a.md", IsRenamed: true));
        Write("_posts/a.md", 11);

        Assert.Equal("", TakeAfter(25));
        Assert.Equal("", TakeAfter(199));
        Assert.Equal("_posts/a.md", TakeAfter(1));
    }

    [Fact]
    public void The_two_paths_of_a_move_become_quiet_together()
    {
        Write("_posts/b.md", 10);
        debouncer.Add(new FileChange("_posts/b.md", IsRenamed: true, MovedFrom: "_posts/a.md"));

        Assert.Equal("_posts/b.md -_posts/a.md", TakeAfter(25));
    }

    [Fact]
    public void A_file_that_vanishes_here_and_is_being_written_there_waits_for_itself()
    {
        debouncer.Add(new FileChange("_posts/x/a.md"));
        clock.Advance(TimeSpan.FromMilliseconds(100));
        Write("_posts/y/a.md", 10);
        debouncer.Add(new FileChange("_posts/y/a.md"));

        Assert.Equal("", TakeAfter(100));
        Assert.True(debouncer.NextDueAt > clock.GetUptime());
        Assert.Equal("-_posts/x/a.md _posts/y/a.md", TakeAfter(100));
    }

    [Fact]
    public void Files_of_one_name_that_are_both_there_do_not_wait_for_each_other()
    {
        Write("_posts/x/a.md", 10);
        Write("_posts/y/a.md", 10);
        debouncer.Add(new FileChange("_posts/x/a.md"));
        clock.Advance(TimeSpan.FromMilliseconds(100));
        debouncer.Add(new FileChange("_posts/y/a.md"));

        Assert.Equal("_posts/x/a.md", TakeAfter(100));
        Assert.Equal("_posts/y/a.md", TakeAfter(100));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_file_that_moves_does_not_wait_for_others_that_go(bool keepsAbsent)
    {
        Write("_posts/b/1.md", 10);
        debouncer.Add(new FileChange("_posts/b/1.md", MovedFrom: "_posts/a/1.md", IsRenamed: true));
        debouncer.Add(new FileChange("_posts/2.md"));
        clock.Advance(TimeSpan.FromMilliseconds(25));

        var (ready, absent) = debouncer.TakeQuiet(keepsAbsent);
        Assert.Equal(("_posts/b/1.md", "_posts/a/1.md"), (Assert.Single(ready).File.Path, Assert.Single(absent)));
    }

    [Fact]
    public void A_path_without_a_file_can_be_kept_and_stays_forced()
    {
        debouncer.Add(new FileChange("_posts/a.md"), isForced: true);
        clock.Advance(TimeSpan.FromMilliseconds(200));
        Assert.Empty(debouncer.TakeQuiet(keepsAbsent: true).Absent);

        Write("_posts/a.md", 10);
        Assert.Equal("", TakeAfter(200));
        Assert.Equal("_posts/a.md forced", TakeAfter(200));
    }

    private void Write(string path, long size) => disk[path] = new PostFile(path, size, size);

    // The files that are quiet, and the paths without a file with a minus.
    private string TakeAfter(int milliseconds)
    {
        clock.Advance(TimeSpan.FromMilliseconds(milliseconds));
        var (ready, absent) = debouncer.TakeQuiet();
        var files = ready.Select(item => (item.File.Path, Text: item.File.Path + (item.IsForced ? " forced" : "")))
            .Concat(absent.Select(path => (Path: path, Text: "-" + path)))
            .OrderBy(file => file.Path.Contains("/x/", StringComparison.Ordinal) ? 0 : 1);
        return string.Join(' ', files.Select(file => file.Text));
    }
}
