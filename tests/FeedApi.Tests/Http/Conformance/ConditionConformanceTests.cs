using Xunit;

namespace FeedApi.Tests.Http.Conformance;

/// <summary>H3, H4, H5, H7, H8: conditional requests at every kind of address, in the order of RFC 9110, section 13.2.2.</summary>
public sealed class ConditionConformanceTests(ConformanceSite site) : IClassFixture<ConformanceSite>
{
    private const string Past = "Thu, 01 Jan 1970 00:00:00 GMT";
    private const string Future = "Fri, 01 Jan 2044 00:00:00 GMT";

    // {tag} is the ETag, {hash} the same without quotes, {date} the Last-Modified. Fields are parted by |.
    public static readonly (string Fields, int Status)[] Table =
    [
        ("If-None-Match: {tag}", 304),
        ("If-None-Match: W/{tag}", 304),
        ("If-None-Match: *", 304),
        ("If-None-Match: \"x\", {tag}", 304),
        ("If-None-Match: \"x\" ,W/\"y\",W/{tag},", 304),
        ("If-None-Match: \"x\"|If-None-Match: {tag}", 304),
        ("if-none-match:{tag}", 304),
        ("If-None-Match: \"{hash}-gzip\"", 304),
        ("If-None-Match: W/\"{hash}-gzip\"", 304),
        ("If-None-Match: \"x\"", 200),
        ("If-None-Match: \"\"", 200),
        ("If-None-Match:", 200),
        ("If-None-Match: garbage", 200),
        ("If-None-Match: \"{hash}0\"", 200),
        ("If-None-Match: \"x\"|If-Modified-Since: " + Future, 200),
        ("If-None-Match: {tag}|If-Modified-Since: " + Past, 304),
        ("If-None-Match: garbage|If-Modified-Since: " + Future, 200),
        ("If-Modified-Since: {date}", 304),
        ("If-Modified-Since: " + Future, 304),
        ("If-Modified-Since: " + Past, 200),
        ("If-Modified-Since: Friday, 01-Jan-44 00:00:00 GMT", 304),
        ("If-Modified-Since: Fri Jan  1 00:00:00 2044", 304),
        ("If-Modified-Since: Thu Jan  1 00:00:00 1970", 200),
        ("If-Modified-Since: garbage", 200),
        ("If-Modified-Since: 0", 200),
        ("If-Modified-Since:", 200),
        ("If-Modified-Since: 2044-01-01T00:00:00Z", 200),
        ("If-Modified-Since: Fri, 32 Jan 2044 00:00:00 GMT", 200),
        ("If-Modified-Since: Fri, 01 Jan 2044 00:00:00 +0000", 200),
        ("If-Modified-Since: " + Future + "|If-Modified-Since: " + Future, 200),
        ("If-Match: {tag}", 200),
        ("If-Match: *", 200),
        ("If-Match: \"x\", {tag}", 200),
        ("If-Match: \"x\"", 412),
        ("If-Match: W/{tag}", 412),
        ("If-Match: garbage", 412),
        ("If-Unmodified-Since: {date}", 200),
        ("If-Unmodified-Since: " + Future, 200),
        ("If-Unmodified-Since: " + Past, 412),
        ("If-Unmodified-Since: garbage", 200),
        ("If-Match: {tag}|If-Unmodified-Since: " + Past, 200),
        ("If-Match: \"x\"|If-None-Match: {tag}", 412),
        ("If-Match: {tag}|If-None-Match: {tag}", 304),
        ("If-Match: {tag}|If-None-Match: \"x\"|If-Modified-Since: " + Future, 200),
        ("If-Unmodified-Since: " + Past + "|If-None-Match: {tag}", 412),
        ("If-Unmodified-Since: {date}|If-Modified-Since: {date}", 304),
        ("If-Range: {tag}", 200),
    ];

    [Theory]
    [MemberData(nameof(ConformanceSite.Everything), MemberType = typeof(ConformanceSite))]
    public async Task H3_H4_H5_H7_conditions_are_weighed_in_their_order(string target)
    {
        var plain = await site.GetAsync(target);
        var wrong = new List<string>();
        foreach (var (fields, status) in Table)
        {
            var answer = await site.GetAsync(target, Filled(fields, plain));
            if (answer.Status != status) wrong.Add($"{fields} gave {answer.Status} in place of {status}");
        }

        Assert.Empty(wrong);
    }

    [Theory]
    [MemberData(nameof(ConformanceSite.Everything), MemberType = typeof(ConformanceSite))]
    public async Task H7_conditions_do_the_same_for_HEAD(string target)
    {
        var plain = await site.GetAsync(target);
        foreach (var (fields, status) in Table.Where((_, index) => index % 4 == 0))
        {
            var answer = await site.SendAsync("HEAD", target, Filled(fields, plain));
            Assert.Equal((fields, status, 0), (fields, answer.Status, answer.Body.Length));
        }
    }

    [Theory]
    [MemberData(nameof(ConformanceSite.Errors), MemberType = typeof(ConformanceSite))]
    public async Task H7_conditions_are_ignored_where_the_plain_answer_is_an_error(string target, int status)
    {
        foreach (var field in (string[])[
            "If-None-Match: *", "If-Match: \"x\"", "If-Match: *", "If-Modified-Since: " + Future, "If-Unmodified-Since: " + Past
        ])
        {
            Assert.Equal((field, status), (field, (await site.GetAsync(target, field)).Status));
        }
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task H7_a_method_that_is_not_there_is_told_before_any_condition(string method) =>
        Assert.Equal(405, (await site.SendAsync(method, "/feed.rss", "If-None-Match: *", "Content-Length: 0")).Status);

    [Theory]
    [MemberData(nameof(ConformanceSite.Everything), MemberType = typeof(ConformanceSite))]
    public async Task H8_not_modified_has_the_fields_that_it_must_have_and_says_nothing_else_than_the_whole(string target)
    {
        string[] needed = ["Content-Location", "ETag", "Vary", "Cache-Control", "Expires", "Last-Modified"];
        string[] ofBody = ["Content-Type", "Content-Length", "Content-Encoding"];
        string[] kept = ["Link", "Surrogate-Key", "Cache-Tag", "X-Content-Type-Options", "Referrer-Policy"];
        var isFile = target is ConformanceSite.Picture or ConformanceSite.Audio;
        foreach (var coding in (string[])["identity", "gzip", "br"])
        {
            var whole = await site.GetAsync(target, "Accept-Encoding: " + coding);
            var unchanged = await site.GetAsync(target, "Accept-Encoding: " + coding, "If-None-Match: " + whole["ETag"]);

            Assert.Equal((304, 0), (unchanged.Status, unchanged.Body.Length));
            Assert.NotNull(unchanged["Date"]);
            Assert.All(needed, name => Assert.Equal((name, whole[name]), (name, unchanged[name])));
            Assert.Empty(unchanged.FieldsBut(ofBody).Except(whole.FieldsBut(ofBody)));
            Assert.All(ofBody, name => Assert.Null(unchanged[name]));
            if (whole["Content-Type"]!.StartsWith("text/html", StringComparison.Ordinal))
                Assert.Equal(whole.FieldsBut(ofBody), unchanged.FieldsBut(ofBody));
            else if (!isFile)
                Assert.All([.. kept, "Content-Security-Policy", "Cross-Origin-Resource-Policy"], name => Assert.Null(unchanged[name]));
        }
    }

    [Theory]
    [MemberData(nameof(ConformanceSite.Documents), MemberType = typeof(ConformanceSite))]
    public async Task H3_the_tag_of_any_coding_is_known_and_answered_with_itself(string target)
    {
        foreach (var coding in (string[])["gzip", "br"])
        {
            var tag = (await site.GetAsync(target, "Accept-Encoding: " + coding))["ETag"];
            var answer = await site.GetAsync(target, "If-None-Match: " + tag);
            Assert.Equal((304, tag), (answer.Status, answer["ETag"]));
        }
    }

    private static string[] Filled(string fields, RawAnswer plain) => fields
        .Replace("{tag}", plain["ETag"], StringComparison.Ordinal)
        .Replace("{hash}", plain["ETag"]!.Trim('"'), StringComparison.Ordinal)
        .Replace("{date}", plain["Last-Modified"], StringComparison.Ordinal)
        .Split('|');
}
