using FeedApi.Model.Text;

namespace FeedApi.Import;

/// <summary>Writes imported posts into a folder, beside what is there and never over it.</summary>
/// <param name="folder">The folder of the posts, which is made with the first one.</param>
/// <param name="text">How a post is written.</param>
internal sealed class ImportedPostFiles(string folder, PostFileText text)
{
    private const string GuidKey = "guid: ";

    private readonly Dictionary<string, int> numbers = new(StringComparer.OrdinalIgnoreCase);
    private Dictionary<string, string>? byGuid;

    /// <summary>Writes a post.</summary>
    /// <returns>The name of its file, and false when the same post is there already, edited or not.</returns>
    public (string Name, bool IsNew) Write(ImportedPost post)
    {
        byGuid ??= ReadGuids();
        var guid = post.Guid is null ? null : QuotedText.Of(post.Guid);
        if (guid is not null && byGuid.TryGetValue(guid, out var known)) return (known, false);
        var (name, ending, content) = (PostFileText.NameOf(post), PostFileText.EndingOf(post), text.Of(post));
        for (var number = numbers.GetValueOrDefault(name, 1); ; number++)
        {
            numbers[name] = number;
            var file = number == 1 ? name + ending : $"{name}-{number}{ending}";
            var path = Path.Combine(folder, file);
            if (!File.Exists(path))
            {
                Directory.CreateDirectory(folder);
                WriteNew(path, content);
                if (guid is not null) byGuid[guid] = file;
                return (file, true);
            }

            if (guid is null && File.ReadAllText(path) == content) return (file, false);
        }
    }

    private static void WriteNew(string path, string content)
    {
        try
        {
            File.WriteAllText(path + ".new", content);
            File.Move(path + ".new", path);
        }
        catch (IOException)
        {
            File.Delete(path + ".new");
            throw;
        }
    }

    // A post is known by its id, whatever its file and its title are called now.
    private Dictionary<string, string> ReadGuids()
    {
        Dictionary<string, string> found = new(StringComparer.Ordinal);
        if (!Directory.Exists(folder)) return found;
        foreach (var path in Directory.EnumerateFiles(folder))
        {
            var line = File.ReadLines(path).Skip(1).TakeWhile(each => each != "---")
                .FirstOrDefault(each => each.StartsWith(GuidKey, StringComparison.Ordinal));
            if (line is not null) found[line[GuidKey.Length..].Trim()] = Path.GetFileName(path);
        }

        return found;
    }
}
