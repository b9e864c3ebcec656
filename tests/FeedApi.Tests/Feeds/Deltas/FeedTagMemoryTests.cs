using System.Collections.Frozen;
using FeedApi.Feeds.Deltas;
using FeedApi.Model;
using Xunit;

namespace FeedApi.Tests.Feeds.Deltas;

public sealed class FeedTagMemoryTests
{
    private readonly FeedTagMemory memory = new();

    [Theory]
    [InlineData("\"abc\"")]
    [InlineData("\"abc-gz\"")]
    [InlineData("\"abc-br\"")]
    public void A_tag_is_known_in_every_coding(string tag)
    {
        var snapshot = Remember("rss", "\"abc\"");
        Assert.Same(snapshot, memory.Find("rss", tag));
    }

    [Fact]
    public void A_tag_is_known_of_its_own_feed_only()
    {
        Remember("rss", "\"abc\"");
        Assert.Null(memory.Find("atom", "\"abc\""));
    }

    [Fact]
    public void The_least_recently_used_are_forgotten_when_there_are_too_many()
    {
        Remember("rss", "\"first\"");
        Remember("rss", "\"second\"");
        for (var number = 0; number < 20_000; number++)
        {
            Remember("rss", $"\"{number}\"");
            memory.Find("rss", "\"first\"");
        }

        Assert.NotNull(memory.Find("rss", "\"first\""));
        Assert.Null(memory.Find("rss", "\"second\""));
        Assert.NotNull(memory.Find("rss", "\"19999\""));
    }

    [Fact]
    public void The_new_name_of_a_term_makes_everything_forgotten_and_what_was_being_read_is_not_remembered()
    {
        var begun = memory.Generation;
        Remember("rss", "\"abc\"");

        memory.OnCommitted(new CommittedChanges(2, [], RenamedTerms: true, [], []));
        memory.Remember("rss", "\"late\"", Made(), begun);

        Assert.Null(memory.Find("rss", "\"abc\""));
        Assert.Null(memory.Find("rss", "\"late\""));
    }

    [Fact]
    public void Other_changes_leave_it_alone()
    {
        Remember("rss", "\"abc\"");
        memory.OnCommitted(new CommittedChanges(2, [], RenamedTerms: false, [], []));
        Assert.NotNull(memory.Find("rss", "\"abc\""));
    }

    private FeedSnapshot Remember(string feed, string tag)
    {
        var snapshot = Made();
        memory.Remember(feed, tag, snapshot, memory.Generation);
        return snapshot;
    }

    private static FeedSnapshot Made() => new(1, new ulong[] { 1, 2, 3 }.ToFrozenSet());
}
