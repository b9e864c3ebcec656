using FeedApi.Kramdown;
using FeedApi.Site;
using FeedApi.Tests.Content;
using Xunit;

namespace FeedApi.Tests.Site;

public sealed class KramdownSettingsReaderTests : IDisposable
{
    private readonly ContentFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Jekyll_sites_read_githubs_dialect_unless_they_say_otherwise()
    {
        Assert.Equal(KramdownOptions.Jekyll, Read("title: x"));
        Assert.True(
            Read("kramdown: {input: GFM}") is { Input: KramdownInput.Gfm, GfmQuirks: KramdownGfmQuirks.ParagraphEnd, HardWrap: false });
        Assert.True(
            Read("kramdown: {input: kramdown, auto_id_stripping: true}") is { Input: KramdownInput.Kramdown, AutoIdStripping: true });
        Assert.NotNull(Read("markdown: kramdown\nkramdown:\n  syntax_highlighter_opts: {default_lang: plaintext}"));
    }

    [Theory]
    [InlineData("markdown: CommonMarkGhPages")]
    [InlineData("feedapi: {jekyll: false}")]
    public void Other_sites_have_no_kramdown(string config) => Assert.Null(Read(config));

    [Fact]
    public void Every_key_is_read()
    {
        var options = Read("""
            kramdown:
              hard_wrap: true
              auto_ids: false
              auto_id_prefix: x-
              toc_levels: 2..3
              footnote_nr: 7
              footnote_backlink: ''
              smart_quotes: apos,apos,8222,ldquo
              typographic_symbols: {hellip: ...}
              parse_block_html: true
              parse_span_html: false
              gfm_quirks: [no_auto_typographic]
            """)!;

        Assert.True(options is { HardWrap: true, AutoIds: false, AutoIdPrefix: "x-", FirstFootnoteNumber: 7, FootnoteBacklink: false });
        Assert.True(options is { ParseBlockHtml: true, ParseSpanHtml: false, GfmQuirks: KramdownGfmQuirks.NoAutoTypographic });
        Assert.Equal([2, 3], options.TocLevels);
        Assert.Equal(new QuotationMarks("'", "'", "„", "“"), options.SmartQuotes);
        Assert.Equal("...", options.TypographicSymbols["hellip"]);
    }

    [Theory]
    [InlineData("toc_levels: 1,2,4", new[] { 1, 2, 4 })]
    [InlineData("toc_levels: [3]", new[] { 3 })]
    public void Levels_may_be_listed(string setting, int[] levels) => Assert.Equal(levels, Read($"kramdown:\n  {setting}")!.TocLevels);

    [Theory]
    [InlineData("smart_quotes: apos,apos", "kramdown.smart_quotes")]
    [InlineData("smart_quotes: apos,apos,quot,nosuch", "kramdown.smart_quotes")]
    [InlineData("toc_levels: 1..9", "kramdown.toc_levels")]
    [InlineData("hard_wrap: perhaps", "kramdown.hard_wrap")]
    public void A_wrong_value_is_named(string setting, string key) =>
        Assert.Contains(key, Assert.Throws<SiteConfigException>(() => Read($"kramdown:\n  {setting}")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("hard_wrap: true")]
    [InlineData("toc_levels: 2..3")]
    [InlineData("typographic_symbols: {mdash: '--'}")]
    [InlineData("smart_quotes: apos,apos,quot,quot")]
    public void Every_setting_counts_in_the_fingerprint(string setting)
    {
        var before = folder.With("_config.yml", "title: x").Site().Fingerprint;
        Assert.NotEqual(before, folder.With("_config.yml", $"title: x\nkramdown:\n  {setting}").Site().Fingerprint);
    }

    private KramdownOptions? Read(string config) => folder.With("_config.yml", config).Site().Kramdown;
}
