using System.Text.Json;

namespace FeedApi.Benchmarks.Fidelity.Hugo;

/// <summary>What Hugo itself makes of one page: a line of what <c>site_pages.html</c> writes.</summary>
/// <param name="Path">The full path of the file.</param>
/// <param name="Url">The path of its page, percent-encoded.</param>
/// <param name="Base">The path of the site's address.</param>
/// <param name="Title">As Hugo has it.</param>
/// <param name="Date">The first instant of the calendar when there is none.</param>
/// <param name="Languages">The key of its language, and the language code of the site.</param>
/// <param name="Terms">Its values of each taxonomy: a list, a text, or null.</param>
/// <param name="Html">The body.</param>
internal sealed record HugoPage(
    string Path,
    string Url,
    string Base,
    string Title,
    DateTimeOffset Date,
    string[] Languages,
    IReadOnlyDictionary<string, JsonElement> Terms,
    string Html)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>Reads one line; null when it is none.</summary>
    public static HugoPage? Read(string line) =>
        line.StartsWith("{\"", StringComparison.Ordinal) ? JsonSerializer.Deserialize<HugoPage>(line, Options) : null;

    /// <summary>The page as a post.</summary>
    /// <param name="path">Relative to the site.</param>
    /// <param name="taxonomies">The site's own names of categories and tags, mapped to these.</param>
    /// <param name="isWhole">False when a part of the body is missing.</param>
    public ExpectedPost AsPost(string path, IReadOnlyDictionary<string, string> taxonomies, bool isWhole) => new()
    {
        Path = path,
        Url = PathBelowBase(),
        Title = Title,
        Date = Date.Year > 1 ? Date : null,
        Categories = NamesOf("categories", taxonomies),
        Tags = NamesOf("tags", taxonomies),
        Languages = [.. Languages.Where(language => language.Length > 0)],
        Html = isWhole ? Html : null,
    };

    private string PathBelowBase()
    {
        var root = Base.TrimEnd('/');
        var below = Url.StartsWith(root + "/", StringComparison.Ordinal) ? Url[root.Length..] : Url;
        return Uri.UnescapeDataString(below);
    }

    private IReadOnlyList<string> NamesOf(string kind, IReadOnlyDictionary<string, string> taxonomies)
    {
        var name = taxonomies.FirstOrDefault(pair => pair.Value == kind).Key ?? kind;
        if (!Terms.TryGetValue(name, out var value)) return [];
        return value.ValueKind switch
        {
            JsonValueKind.Array => [.. value.EnumerateArray().Select(TextOf).Where(text => text.Length > 0)],
            JsonValueKind.Null => [],
            _ => TextOf(value) is { Length: > 0 } text ? [text] : [],
        };
    }

    private static string TextOf(JsonElement value) =>
        (value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText()).Trim();
}
