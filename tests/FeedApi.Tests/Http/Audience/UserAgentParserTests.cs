using FeedApi.Http.Audience;
using Xunit;

namespace FeedApi.Tests.Http.Audience;

public sealed class UserAgentParserTests
{
    [Theory]
    [InlineData("Feedly/1.0 (+http://www.feedly.com/fetcher.html; 142 subscribers; like FeedFetcher-Google)", "Feedly", "1.0", 142, null)]
    [InlineData("FeedlyBot/1.0 (http://feedly.com)", "Feedly", "1.0", null, null)]
    [InlineData("Feedly/1.0 (+http://www.feedly.com/fetcher.html; 1 subscribers; )", "Feedly", "1.0", 1, null)]
    [InlineData(
        "Mozilla/5.0 (compatible; inoreader.com-like FeedFetcher-Google/1.0; 8 subscribers; +http://www.inoreader.com/feed-fetcher)",
        "Inoreader",
        "1.0",
        8,
        null)]
    [InlineData("Inoreader/1.0 (+http://www.inoreader.com/feed-fetcher; 27 subscribers; )", "Inoreader", "1.0", 27, null)]
    [InlineData(
        "NewsBlur Feed Fetcher - 35 subscribers - http://www.newsblur.com/site/1234/a-feed (Mozilla/5.0 (Macintosh; "
            + "Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/14.0 Safari/605.1.15)",
        "NewsBlur",
        null,
        35,
        null)]
    [InlineData("NewsBlur Page Fetcher - 35 subscribers - http://www.newsblur.com/site/1234/a-feed", "NewsBlur", null, 35, null)]
    [InlineData("Mozilla/5.0 (compatible; theoldreader.com; 19 subscribers; feed-id=4f0e1a2b3c)", "The Old Reader", null, 19, "4f0e1a2b3c")]
    [InlineData("Feedbin feed-id:1234567 - 12 subscribers", "Feedbin", null, 12, "1234567")]
    [InlineData("Feedbin - 12 subscribers", "Feedbin", null, 12, null)]
    [InlineData("Mozilla/5.0 (compatible; BazQux/2.4; +https://bazqux.com/fetcher; 6 subscribers)", "BazQux", "2.4", 6, null)]
    [InlineData("Feedspot/1.0 (+https://www.feedspot.com/fs/fetcher; like FeedFetcher-Google)", "Feedspot", "1.0", null, null)]
    [InlineData("FeedFetcher-Google; (+http://www.google.com/feedfetcher.html)", "Google", null, null, null)]
    [InlineData("FreshRSS/1.24.3 (Linux; https://freshrss.org)", "FreshRSS", "1.24.3", null, null)]
    [InlineData("Mozilla/5.0 (compatible; Miniflux/2.2.5; +https://miniflux.app)", "Miniflux", "2.2.5", null, null)]
    [InlineData("Tiny Tiny RSS/21.05 (Unsupported) (http://tt-rss.org/)", "Tiny Tiny RSS", "21.05", null, null)]
    [InlineData("CommaFeed/5.6.1 (https://github.com/Athou/commafeed)", "CommaFeed", "5.6.1", null, null)]
    [InlineData("NetNewsWire (RSS Reader; https://netnewswire.com/)", "NetNewsWire", null, null, null)]
    [InlineData("Reeder/5.4 CFNetwork/1485 Darwin/23.1.0", "Reeder", "5.4", null, null)]
    [InlineData("Liferea/1.15.8 (Linux; https://lzone.de/liferea/) AppleWebKit (KHTML, like Gecko)", "Liferea", "1.15.8", null, null)]
    [InlineData("newsboat/2.36.0 (Linux 6.5.0; x86_64)", "newsboat", "2.36.0", null, null)]
    [InlineData("Akregator/5.24.5; syndication", "Akregator", "5.24.5", null, null)]
    [InlineData("UniversalFeedParser/5.2.1 +https://code.google.com/p/feedparser/", "feedparser", "5.2.1", null, null)]
    [InlineData("Slackbot 1.0 (+https://api.slack.com/robots)", "Slackbot", "1.0", null, null)]
    [InlineData("Nextcloud-News/25.0.0", "Nextcloud-News", "25.0.0", null, null)]
    [InlineData("Overcast/1.0 Podcast Sync (123 subscribers; feed-id=456; +http://overcast.fm/)", "Overcast", "1.0", 123, "456")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Thunderbird/128.5.0", "Thunderbird", "128.5.0", null, null)]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0", "Firefox", "132.0", null, null)]
    [InlineData(
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0",
        "Edge",
        "131.0.0.0",
        null,
        null)]
    [InlineData("Go-http-client/1.1", "Go-http-client", "1.1", null, null)]
    [InlineData("curl/8.11.0", "curl", "8.11.0", null, null)]
    public void Readers_as_they_are(string field, string name, string? version, int? subscribers, string? feedId) =>
        Assert.Equal(new UserAgent(name, version, subscribers, feedId), UserAgentParser.Parse(field));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    public void A_missing_field(string? field) => Assert.Equal("none", UserAgentParser.Parse(field).Name);

    [Theory]
    [InlineData("/")]
    [InlineData("(")]
    [InlineData("/1.0")]
    [InlineData("(compatible;)")]
    [InlineData("Mozilla/5.0 (compatible;")]
    [InlineData(" - 12 subscribers")]
    [InlineData("subscribers")]
    [InlineData("x; 99999999999999999999 subscribers")]
    [InlineData("x; -5 subscribers")]
    [InlineData("feed-id=")]
    [InlineData("名\u0001\u007f\r\n")]
    public void A_strange_field_has_a_name_too(string field)
    {
        var agent = UserAgentParser.Parse(field);

        Assert.NotEmpty(agent.Name);
        Assert.All(agent.Name, letter => Assert.InRange(letter, ' ', '~'));
        Assert.True(agent.Subscribers is null or >= 0);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Whatever_is_sent_is_read_and_stays_short(int seed)
    {
        var random = new Random(seed);
        const string Letters = "aB9/;()+ -=:,.subscriber feed-id Mozilla\t\"\\é名";
        for (var i = 0; i < 20_000; i++)
        {
            var agent = UserAgentParser.Parse(string.Concat(
                Enumerable.Range(0, random.Next(0, 700)).Select(_ => Letters[random.Next(Letters.Length)])));
            Assert.InRange(agent.Name.Length, 1, 40);
            Assert.True(agent.Version is null or { Length: > 0 and <= 24 });
        }
    }
}
