using FeedApi.Model.Text;

namespace FeedApi.Import;

/// <summary>Writes imported posts into a folder, beside what is there and never over it.</summary>
/// <param name="folder">The folder of the posts.</param>
/// <param name="text">How a post is written.</param>
internal sealed class ImportedPostFiles(string folder, PostFileText text)
{
    /// <summary>Writes a post.</summary>
    /// <returns>The name of its file, and false when the same post is there already.</returns>
    public (string Name, bool IsNew) Write(ImportedPost post)
    {
        var (name, ending, content) = (PostFileText.NameOf(post), PostFileText.EndingOf(post), text.Of(post));
        for (var number = 1; ; number++)
        {
            var file = number == 1 ? name + ending : $"{name}-{number}{ending}";
            var path = Path.Combine(folder, file);
            if (File.Exists(path))
            {
                // Imported before, and perhaps edited since.
                if (File.ReadAllText(path) == content || IsOf(post, path)) return (file, false);
                continue;
            }

            File.WriteAllText(path + ".new", content);
            File.Move(path + ".new", path);
            return (file, true);
        }
    }

    private static bool IsOf(ImportedPost post, string path) =>
        post.Guid is { } guid && File.ReadLines(path).Skip(1).TakeWhile(line => line != "---").Contains($"guid: {QuotedText.Of(guid)}");
}
