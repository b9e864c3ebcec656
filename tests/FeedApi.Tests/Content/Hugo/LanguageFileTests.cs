using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Content.Hugo;

/// <summary>Languages that a file each describes (<c>config/_default/languages.fr.toml</c>), and their tags.</summary>
public sealed class LanguageFileTests
{
    [Theory]
    [InlineData("languages.fr.toml", "contentDir = 'content/fr'\ntitle = 'Marées'\n")]
    [InlineData("languages.fr.yaml", "contentDir: content/fr\ntitle: Marées\n")]
    [InlineData("languages.fr.json", "{\"contentDir\": \"content/fr\", \"title\": \"Marées\"}\n")]
    [InlineData("languages.pt-BR.toml", "contentDir = 'content/fr'\ntitle = 'Marées'\n")]
    public async Task A_language_is_described_by_a_file_of_its_own(string file, string text)
    {
        await using var site = await StartAsync(("languages.en.toml", "contentDir = 'content/en'\n"), (file, text));

        var key = file.Split('.')[1];
        Assert.Equal(["en /a/", $"{key} /{key.ToLowerInvariant()}/a/"], await AddressesAsync(site));
        var feed = (await site.XmlAsync($"/{key.ToLowerInvariant()}/index.xml")).Element("channel")!;
        Assert.Equal("Marées", feed.Element("title")!.Value);
    }

    [Fact]
    public async Task A_language_may_stand_in_the_table_and_another_in_its_file()
    {
        await using var site = await StartAsync(
            ("languages.toml", "[en]\ncontentDir = 'content/en'\n"), ("languages.fr.toml", "contentDir = 'content/fr'\n"));

        Assert.Equal(["en /a/", "fr /fr/a/"], await AddressesAsync(site));
    }

    [Theory]
    [InlineData("locale = 'fr-Latn-CA'\n", "fr-Latn-CA")]
    [InlineData("languageCode = 'fr-CH'\n", "fr-CH")]
    [InlineData("languageCode = 'fr_CH'\nlocale = 'fr-CA'\n", "fr-CH")]
    [InlineData("locale = 'no tag'\n", "fr")]
    [InlineData("", "fr")]
    public async Task The_tag_is_the_language_code_else_the_locale_else_the_key(string keys, string tag)
    {
        await using var site = await StartAsync(
            ("languages.en.toml", "contentDir = 'content/en'\n"), ("languages.fr.toml", "contentDir = 'content/fr'\n" + keys));

        Assert.Equal(["en /a/", $"{tag} /fr/a/"], await AddressesAsync(site));
    }

    private static async Task<TestSite> StartAsync(params (string Name, string Text)[] files)
    {
        var site = new TestSite { Arguments = [] };
        site.Content.With("config/_default/hugo.toml", "baseURL = 'https://tides.example/'\ntitle = 'Tides'\n")
            .With("content/en/a.md", "---\ntitle: A\ndate: 2024-01-02\n---\nOne.\n")
            .With("content/fr/a.md", "---\ntitle: B\ndate: 2024-01-03\n---\nUn.\n");
        foreach (var (name, text) in files) site.Content.With("config/_default/" + name, text);
        await site.StartAsync();
        return site;
    }

    private static async Task<string[]> AddressesAsync(TestSite site) =>
        [.. (await site.JsonAsync("/api/v1/articles"))["data"]!.AsArray()
            .Select(article => $"{article!["language"]} {new Uri((string)article["url"]!).AbsolutePath}").Order(StringComparer.Ordinal)];
}
