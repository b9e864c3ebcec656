using System.Text.Json;
using FeedApi.Tests.Docs;
using Xunit;

namespace FeedApi.Tests.Content.Hugo;

/// <summary>A small site and what Hugo publishes of it.</summary>
/// <param name="Name">What it is about.</param>
/// <param name="Files">Its files.</param>
/// <param name="Posts">Hugo's regular pages, by address.</param>
/// <param name="Feeds">The items of every feed that lists posts, by the path below the site's address.</param>
/// <param name="Pages">The paths of pages that list posts, without the home page.</param>
public sealed record HugoFixture(
    string Name,
    IReadOnlyDictionary<string, string> Files,
    IReadOnlyList<HugoPost> Posts,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Feeds,
    IReadOnlyList<string> Pages)
{
    /// <summary>The fixtures of sections and languages, recorded with Hugo 0.111.3.</summary>
    public static IReadOnlyList<HugoFixture> All { get; } = JsonSerializer.Deserialize<Recorded>(
        Repository.Read("tests/FeedApi.Tests/Content/Hugo/sections-and-languages.json"), JsonSerializerOptions.Web)!.Sites;

    /// <summary>The names, one test each.</summary>
    public static TheoryData<string> Names => [.. All.Select(fixture => fixture.Name)];

    /// <summary>The fixture of a name.</summary>
    public static HugoFixture Of(string name) => All.Single(fixture => fixture.Name == name);

    /// <summary>Writes its files.</summary>
    public void Write(ContentFolder content)
    {
        foreach (var (path, text) in Files) content.WithExactly(path, text);
    }

    private sealed record Recorded(string Hugo, IReadOnlyList<HugoFixture> Sites);
}

/// <summary>A post as Hugo publishes it.</summary>
/// <param name="Lang">The language, as a tag of FeedApi's.</param>
/// <param name="Url">Its address, decoded.</param>
/// <param name="Translations">The addresses of its translations, decoded, in ordinal order.</param>
public sealed record HugoPost(string Lang, string Url, IReadOnlyList<string> Translations);
