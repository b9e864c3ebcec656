using FeedApi.Model;
using FeedApi.Model.Text;

namespace FeedApi.Site;

/// <summary>Reads <c>_data/categories.yml</c> and <c>_data/authors.yml</c>.</summary>
internal static class DataFiles
{
    /// <summary>The categories by <see cref="Slug.KeyOf"/> of their key; empty when there is no file.</summary>
    /// <exception cref="SiteConfigException">The file cannot be read or has a wrong value.</exception>
    public static IReadOnlyDictionary<string, CategoryEntry> Categories(string contentFolder)
    {
        Dictionary<string, CategoryEntry> categories = new(StringComparer.Ordinal);
        var file = SiteYaml.Load(contentFolder, "_data/categories.yml", "_data/categories.yaml");
        foreach (var entry in file.Entries) categories[Slug.KeyOf(entry.Key)] = CategoryOf(file, entry);
        return categories;
    }

    /// <summary>The authors by key as written, ignoring case; empty when there is no file.</summary>
    /// <exception cref="SiteConfigException">The file cannot be read or has a wrong value.</exception>
    public static IReadOnlyDictionary<string, PostAuthor> Authors(string contentFolder)
    {
        Dictionary<string, PostAuthor> authors = new(StringComparer.OrdinalIgnoreCase);
        var file = SiteYaml.Load(contentFolder, "_data/authors.yml", "_data/authors.yaml");
        foreach (var entry in file.Entries) authors[entry.Key] = AuthorOf(file, entry);
        return authors;
    }

    /// <summary>Reads the mapping of an author.</summary>
    /// <exception cref="SiteConfigException">A value is wrong.</exception>
    public static PostAuthor AuthorOf(SiteYaml author, string key)
    {
        var urlKey = author.Find("url") is null ? "uri" : "url";
        var url = author.Text(urlKey);
        if (url is not null && !HttpAddress.IsValid(url)) throw author.Wrong(urlKey, "an absolute http or https address");
        var name = author.Text("name") ?? key;
        return new PostAuthor(name, author.Text("slug") ?? (key.Length > 0 ? key : name), url, author.Text("email"));
    }

    private static CategoryEntry CategoryOf(SiteYaml file, ConfigEntry entry)
    {
        var slug = Slug.From(entry.Key);
        if (entry.Value is ConfigScalar) return new CategoryEntry(slug, file.Text(entry.Key), null, null);
        var category = file.Section(entry.Key)!;
        return new CategoryEntry(slug, category.Text("name"), category.Text("description"), category.Text("image"));
    }

    private static PostAuthor AuthorOf(SiteYaml file, ConfigEntry entry) =>
        entry.Value is ConfigScalar
            ? new PostAuthor(file.Text(entry.Key) ?? entry.Key, entry.Key)
            : AuthorOf(file.Section(entry.Key)!, entry.Key);
}
