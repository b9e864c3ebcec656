using FeedApi.Model.Text;
using Xunit;

namespace FeedApi.Tests.Model.Text;

public sealed class LogTextTests
{
    [Theory]
    [InlineData("a.md", "a.md")]
    [InlineData("新闻 é 👩‍💻", "新闻 é 👩‍💻")]
    [InlineData("a\u001b[31mb", "a\\u001b[31mb")]
    [InlineData("a\u009b31mb", "a\\u009b31mb")]
    [InlineData("a\r\nb\tc", "a\\u000d\\u000ab\\u0009c")]
    [InlineData("\u202egnp.exe\u2069", "\\u202egnp.exe\\u2069")]
    [InlineData("a\u2028b\u2029c", "a\\u2028b\\u2029c")]
    [InlineData("\ufeffa\u200bb", "\\ufeffa\\u200bb")]
    public void What_acts_on_a_terminal_is_written_as_its_code(string text, string escaped) => Assert.Equal(escaped, LogText.Escape(text));

    [Fact]
    public void A_stack_trace_keeps_its_lines() => Assert.Equal("a\n\tb\\u001b", LogText.Escape("a\n\tb\u001b", keepsLines: true));
}
