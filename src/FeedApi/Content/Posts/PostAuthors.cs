using FeedApi.Model;
using FeedApi.Model.Text;

namespace FeedApi.Content.Posts;

/// <summary>Reads authors: names, keys of <c>_data/authors.yml</c>, objects, or lists of these.</summary>
internal static class PostAuthors
{
    /// <summary>The authors under <c>author</c> and <c>authors</c>, in order, each once.</summary>
    public static IReadOnlyList<PostAuthor> Of(FieldReader fields, IReadOnlyDictionary<string, PostAuthor> known)
    {
        var (one, many) = (fields.Find("author"), fields.Find("authors"));
        if (one is null && many is null) return [];
        List<PostAuthor> authors = [];
        foreach (var entry in fields.Entries("author", one)) Add(authors, fields, "author", entry, known);
        foreach (var entry in fields.Entries("authors", many)) Add(authors, fields, "authors", entry, known);
        return authors;
    }

    /// <summary>One author; null when the node names none.</summary>
    public static PostAuthor? Read(FieldReader fields, string key, ConfigNode node, IReadOnlyDictionary<string, PostAuthor> known)
    {
        if (node is ConfigMap map) return ReadObject(new FieldReader(map, fields.Problems), key, node, known);
        if (fields.Line(key, node, FieldReader.NameChars) is not { } name) return null;
        return known.TryGetValue(name, out var author) ? author : new PostAuthor(name, name);
    }

    private static void Add(
        List<PostAuthor> authors, FieldReader fields, string key, ConfigNode entry, IReadOnlyDictionary<string, PostAuthor> known)
    {
        if (Read(fields, key, entry, known) is { } author && !authors.Contains(author)) authors.Add(author);
    }

    private static PostAuthor? ReadObject(FieldReader fields, string key, ConfigNode node, IReadOnlyDictionary<string, PostAuthor> known)
    {
        // Importers from WordPress write display_name and login.
        var login = fields.Line("login", FieldReader.NameChars);
        var slug = fields.Line("slug", FieldReader.NameChars) ?? login;
        var name = fields.Line("name", FieldReader.NameChars) ?? fields.Line("display_name", FieldReader.NameChars) ?? login;
        var listed = known.GetValueOrDefault(slug ?? name ?? "");
        if ((name ?? listed?.Name) is not { } shown)
        {
            fields.WrongKind(key, node, "a name, or an object with one");
            return null;
        }

        var url = fields.FindFirst("uri", "url");
        return new PostAuthor(
            shown,
            slug ?? listed?.Key ?? shown,
            fields.Line(url.Key, url.Value, HttpAddress.MaxChars) is var address && HttpAddress.IsValid(address) ? address : listed?.Url,
            fields.Line("email", FieldReader.NameChars) ?? listed?.Email);
    }
}
