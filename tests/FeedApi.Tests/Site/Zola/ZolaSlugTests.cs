using System.Globalization;
using FeedApi.Site.Zola;
using Xunit;

namespace FeedApi.Tests.Site.Zola;

public sealed class ZolaSlugTests
{
    /// <summary>Names with what Zola's crate slug 0.1.6, built with deunicode 1.6.2, makes of them.</summary>
    public static TheoryData<string, string> Names()
    {
        var names = new TheoryData<string, string>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Site", "Zola", "slugs.tsv")))
            names.Add(line.Split('\t')[0], line.Split('\t')[1]);
        return names;
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_name_is_transliterated_as_zola_does_it(string name, string slug) =>
        Assert.Equal(slug, ZolaSlug.Of(name, SlugifyMode.On));

    [Theory]
    [InlineData("潮汐 a/b: c? ", "潮汐 ab c", "潮汐 a/b: c? ")]
    [InlineData("v1.0. .", "v1.0", "v1.0. .")]
    [InlineData("a#b (c)", "a#b (c)", "a#b (c)")]
    public void Safe_removes_what_no_file_may_have_and_off_nothing(string name, string safe, string off)
    {
        Assert.Equal(safe, ZolaSlug.Of(name, SlugifyMode.Safe));
        Assert.Equal(off, ZolaSlug.Of(name, SlugifyMode.Off));
    }

    [Theory]
    [InlineData(SlugifyMode.On, "da-chao-an-hour")]
    [InlineData(SlugifyMode.Safe, "大潮:_an__hour")]
    [InlineData(SlugifyMode.Off, "大潮:_an__hour")]
    internal void Headings_keep_all_but_spaces_unless_transliterated(SlugifyMode mode, string id) =>
        Assert.Equal(id, ZolaSlug.OfHeading("大潮: an \thour", mode));

    [Theory]
    [InlineData("posts/2024-03-04_low.md", "low", "2024-03-04")]
    [InlineData("posts/2024-03-04 - low tide.md", " low tide", "2024-03-04")]
    [InlineData("posts/2024-03-04T10:20:30Z-low.md", "low", "2024-03-04")]
    [InlineData("posts/2024-03-04T10:20:30.5+08:00_low.md", "low", "2024-03-04")]
    [InlineData("posts/2024-03-04/index.md", "2024-03-04", "2024-03-04")]
    [InlineData("posts/2024-03-04low.md", "2024-03-04low", "2024-03-04")]
    [InlineData("posts/2024-3-4-low.md", "2024-3-4-low", null)]
    [InlineData("posts/2024-02-30-low.md", "low", null)]
    [InlineData("posts/low-2024-03-04.md", "low-2024-03-04", null)]
    public void A_date_and_a_separator_precede_the_slug_in_a_name(string path, string slug, string? day)
    {
        var name = ZolaFileName.Of(path, keepsDates: false);

        Assert.Equal((slug, day), (name.Slug, name.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        Assert.DoesNotContain(':', name.Stem);
    }
}
