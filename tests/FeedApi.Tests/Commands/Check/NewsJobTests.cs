using System.Text;
using System.Text.Json.Nodes;
using FeedApi.Tests.Content;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Commands.Check;

/// <summary>
/// What an unattended job of a publisher really writes, one fault a file: <c>feedapi check</c> tells each of them and nothing else.
/// </summary>
public sealed class NewsJobTests : IDisposable
{
    private readonly ContentFolder content = new ContentFolder().With(
        "_config.yml",
        "url: https://news.example\ntitle: 每日财经\ntimezone: Asia/Shanghai\npermalink: /news/:year-:month-:day-:title.html\n");

    // Name of the file, its lines, and the codes that are told of it, each with its line.
    private static readonly (string Name, string[] Lines, string Told)[] Files =
    [
        ("2022-04-19-202204190001.md", Post("\"稳健增长\"", "2022-04-19 10:24:35 +0800", "jingjibao"), ""),
        (
            "2022-05-26-202205260001.md",
            Post("\"专家：\"双碳\"带来机会\"", "2022-05-26 20:23:01 +0800", "nengyuanbao"),
            "3 front-matter-repaired"
        ),
        ("-202205260002.md", Post("\"\"", " +0800", "kuaixun"), "4 no-date"),
        ("2022-05-27-202205270001.md", Post("\"开站\"", "2022-05-27 13:33:50", "zhannei"), "4 date-without-offset"),
        ("2022-05-27-202205270002.md", Post("\"午评\"", "2022-05-27 11:35:12 +0800", "caijing jingji APP"), ""),
        ("2022-05-27-202205270003.md", Post("\"晨会\"", "2022-05-27 07:58:00 +0800", "zhengquan(xianggang)"), ""),
        ("2022-05-27-202205270004.md", Post("\"早报\"", "2022-05-27 08:00:00 +0800", "TechDaily"), ""),
        ("2022-05-27-202205270005.md", Post("\"晚报\"", "2022-05-27 18:00:00 +0800", "Techdaily"), ""),
        ("2022-05-27-202205270006.md", ["---", "layout: post", "title: \"写到一半\"", "categ"], "1 front-matter-unclosed"),
        (
            "2022-05-27-202205270007.md",
            [.. Post("\"公告\"", "2022-05-27 12:10:00 +0800", "kuaixun"), "正文\u0001与\u000b控制字符"],
            "9 forbidden-characters"
        ),
        ("2035-01-01-203501010001.md", Post("\"定时发布\"", "2035-01-01 00:00:00 +0800", "zhannei"), ""),
    ];

    public void Dispose() => content.Dispose();

    [Fact]
    public async Task Each_fault_of_the_job_is_told_at_its_line_and_nothing_else_is()
    {
        foreach (var (name, lines, _) in Files) content.With($"_posts/{name}", string.Join('\n', lines) + "\n");
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var old = string.Join('\n', Post("旧编码", "2022-05-27 12:20:00 +0800", "kuaixun")) + "\n";
        content.With("_posts/2022-05-27-202205270008.md", Encoding.GetEncoding("GB18030").GetBytes(old));

        var run = await ProgramRun.OfAsync(["check", "--content", content.Path, "--format", "json"]);

        var told = JsonNode.Parse(run.Output)!["problems"]!.AsArray().Select(each => $"{each!["file"]}: {each["line"]} {each["code"]}");
        var expected = Files.Where(file => file.Told.Length > 0).Select(file => $"_posts/{file.Name}: {file.Told}")
            .Append("_posts/2022-05-27-202205270008.md: 3 encoding");
        Assert.Equal(expected.Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
    }

    private static string[] Post(string title, string date, string category) =>
        ["---", "layout: post", $"title: {title}", $"date: {date}", $"categories: {category}", "tags: 新闻", "---", "<p>正文。</p>"];
}
