using FeedApi.Reliability.Saves;

namespace FeedApi.Reliability.Disks;

/// <summary>A Jekyll site in a temporary folder, and a ledger of what its posts say. It goes when it is disposed.</summary>
internal sealed class LedgerSite : IDisposable
{
    private readonly Dictionary<int, int> versions = [];
    private readonly Dictionary<int, string> places = [];

    /// <summary>Makes the site.</summary>
    /// <param name="name">Of the program, for the folder.</param>
    /// <param name="posts">How many posts, in four folders.</param>
    public LedgerSite(string name, int posts)
    {
        Root = Directory.CreateTempSubdirectory($"feedapi-{name}-").FullName;
        // Whoever runs the server may enter.
        if (!OperatingSystem.IsWindows())
        {
            const UnixFileMode owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
            File.SetUnixFileMode(Root, owner | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        }

        Directory.CreateDirectory(Data);
        foreach (var folder in Folders) Directory.CreateDirectory(Path.Combine(Content, folder));
        File.WriteAllText(Path.Combine(Content, "_config.yml"), $"title: {Title}\nurl: https://ledger.example\n");
        Directory.CreateDirectory(Path.GetDirectoryName(PublicFile)!);
        File.WriteAllText(PublicFile, new string('x', 100_000));
        for (var number = 0; number < posts; number++) Save(number, Folders[number % Folders.Count]);
    }

    /// <summary>The title in the settings: one without them is another.</summary>
    public const string Title = "Ledger";

    /// <summary>The folders of the posts.</summary>
    public static IReadOnlyList<string> Folders { get; } = ["_posts", "_posts/a", "_posts/a/deep", "news/_posts"];

    /// <summary>Everything is below it.</summary>
    public string Root { get; }

    /// <summary>The content folder.</summary>
    public string Content => Path.Combine(Root, "content");

    /// <summary>The data folder.</summary>
    public string Data => Path.Combine(Root, "data");

    /// <summary>A file that is served as it is, at <c>/files/note.txt</c>.</summary>
    public string PublicFile => Path.Combine(Content, "files", "note.txt");

    /// <summary>The numbers of the posts.</summary>
    public IReadOnlyCollection<int> Numbers => versions.Keys;

    /// <summary>The title of each post by its id, as a server must show them.</summary>
    public Dictionary<string, string> Expected => versions.ToDictionary(
        each => SavedPost.IdOf(each.Key), each => SavedPost.TitleOf(each.Key, each.Value), StringComparer.Ordinal);

    /// <summary>The files of posts, by full path.</summary>
    public IEnumerable<string> Files => versions.Keys.Select(PathOf);

    /// <summary>The full path of a post.</summary>
    public string PathOf(int number) => Path.Combine(Content, places[number], SavedPost.IdOf(number) + ".md");

    /// <summary>Saves the next version of a post by a rename.</summary>
    public void Save(int number, string? folder = null)
    {
        versions[number] = versions.GetValueOrDefault(number) + 1;
        if (folder is not null) places[number] = folder;
        var path = PathOf(number);
        File.WriteAllText(path + ".tmp", SavedPost.TextOf(number, versions[number]));
        File.Move(path + ".tmp", path, overwrite: true);
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Root, recursive: true);
}
