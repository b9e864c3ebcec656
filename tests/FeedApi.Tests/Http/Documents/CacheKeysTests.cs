using FeedApi.Http.Documents;
using Xunit;

namespace FeedApi.Tests.Http.Documents;

public sealed class CacheKeysTests
{
    [Fact]
    public void Names_are_parted_by_spaces_and_by_commas() =>
        Assert.Equal(
            [("Surrogate-Key", "Category:news article:a"), ("Cache-Tag", "Category:news,article:a")],
            FieldsOf("Category:news", "article:a"));

    [Fact]
    public void What_is_not_ASCII_and_what_parts_names_is_percent_encoded() =>
        Assert.Equal("Tag:%E6%B5%B7%20a%2Cb", FieldsOf("Tag:海 a,b")[0].Value);

    [Fact]
    public void A_document_that_shows_nothing_that_changes_has_no_field() => Assert.Empty(FieldsOf());

    [Fact]
    public void What_is_too_much_to_name_goes_by_the_name_that_every_change_touches()
    {
        Assert.Equal("articles", FieldsOf([.. Enumerable.Range(0, 500).Select(number => $"Tag:{number}")])[0].Value);
        Assert.Equal("articles", FieldsOf("Tag:" + new string('海', 50))[0].Value);
    }

    private static (string Name, string Value)[] FieldsOf(params string[] tags) =>
        [.. CacheKeys.Of(tags).Select(field => (field.Key, field.Value.ToString()))];
}
