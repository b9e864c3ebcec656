using System.Globalization;
using FeedApi.Reliability.Saves;

namespace FeedApi.Reliability.Syncs;

/// <summary>Operations on the posts of a folder, each of which a client that keeps a copy has to be told of, or must not notice.</summary>
/// <param name="folder">The folder of posts.</param>
/// <param name="history">Is told of every state before the folder has it.</param>
internal sealed class PostOperations(string folder, PostHistory history)
{
    /// <summary>How many categories the posts are in.</summary>
    public const int Categories = 4;

    private const int OwnIdEvery = 4;

    private static readonly string[] Folders = ["a", "b"];

    // How often each is chosen.
    private static readonly string[] Kinds =
    [
        .. Enumerable.Repeat("add", 12), .. Enumerable.Repeat("edit", 37), .. Enumerable.Repeat("move", 8),
        .. Enumerable.Repeat("rename", 5), .. Enumerable.Repeat("rename to another id", 5), .. Enumerable.Repeat("delete", 8),
        .. Enumerable.Repeat("unpublish", 8), .. Enumerable.Repeat("publish", 7), .. Enumerable.Repeat("correct", 6),
        .. Enumerable.Repeat("recategorise", 10),
    ];

    private readonly Dictionary<string, SyncedPost> posts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SyncedPost> deleted = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private int next;
    private long stamp;

    /// <summary>How many there were of each kind.</summary>
    public IEnumerable<KeyValuePair<string, int>> Counts => counts;

    /// <summary>The title of each article that is to be shown, by its id.</summary>
    public IReadOnlyDictionary<string, string> Shown =>
        posts.Values.Where(post => !post.IsHidden).ToDictionary(post => post.Id, post => post.Title, StringComparer.Ordinal);

    /// <summary>The slug of a category.</summary>
    public static string CategoryOf(int number) => string.Create(CultureInfo.InvariantCulture, $"c{number % Categories}");

    /// <summary>Writes the posts of the beginning.</summary>
    public void Fill(int count)
    {
        foreach (var each in Folders) Directory.CreateDirectory(Path.Combine(folder, each));
        while (next < count) Write(NewPost(next % OwnIdEvery == OwnIdEvery - 1));
    }

    /// <summary>Makes one operation.</summary>
    public void Operate(Random random)
    {
        var kind = Kinds[random.Next(Kinds.Length)];
        var post = OneOf(random, each => each.IsHidden == (kind == "publish"));
        if (post is null) (kind, post) = ("edit", OneOf(random, _ => true)!);
        if (kind.StartsWith("rename", StringComparison.Ordinal)) kind = post.HasOwnId ? "rename" : "rename to another id";
        counts[kind] = counts.GetValueOrDefault(kind) + 1;
        switch (kind)
        {
            case "add":
                Add(random);
                break;
            case "move":
                Move(post, post with { File = Path.Combine(OtherFolderOf(post), Path.GetFileName(post.File)) });
                break;
            case "rename":
                Move(post, post with { File = FileOf(post.File[..1], SavedPost.IdOf(next++)) });
                break;
            case "rename to another id":
                var name = SavedPost.IdOf(next);
                Move(post, post with { Id = name, Number = next++, File = FileOf(post.File[..1], name) });
                break;
            case "delete":
                Delete(post);
                break;
            case "unpublish" or "publish":
                Write(post with { IsHidden = !post.IsHidden });
                break;
            case "correct":
                Write(post with { Corrections = post.Corrections + 1 });
                break;
            case "recategorise":
                Write(post with { Category = CategoryOf(post.Category[1] - '0' + random.Next(1, Categories)) });
                break;
            default:
                Write(post);
                break;
        }
    }

    // The first post of each category stays, so that there always is one.
    private SyncedPost? OneOf(Random random, Func<SyncedPost, bool> isWanted)
    {
        var wanted = posts.Values.Where(post => post.Number >= Categories && isWanted(post)).ToList();
        return wanted.Count == 0 ? null : wanted[random.Next(wanted.Count)];
    }

    // A new one, or one that was deleted before.
    private void Add(Random random)
    {
        if (deleted.Count == 0 || random.Next(2) == 0)
        {
            Write(NewPost(random.Next(OwnIdEvery) == 0));
            return;
        }

        var former = deleted.Values.ElementAt(random.Next(deleted.Count));
        deleted.Remove(former.Id);
        Write(former with { IsHidden = false });
    }

    private SyncedPost NewPost(bool hasOwnId)
    {
        var (number, name) = (next, SavedPost.IdOf(next++));
        var id = hasOwnId ? string.Create(CultureInfo.InvariantCulture, $"own-{number:00000}") : name;
        return new SyncedPost(id, number, FileOf(Folders[number % Folders.Length], name), CategoryOf(number), Stamp: 0, HasOwnId: hasOwnId);
    }

    private void Write(SyncedPost post)
    {
        post = posts[post.Id] = post with { Stamp = ++stamp };
        history.Note(post.Id, post.Stamp, !post.IsHidden);
        var path = Path.Combine(folder, post.File);
        File.WriteAllText(path + ".tmp", post.Text());
        File.Move(path + ".tmp", path, overwrite: true);
    }

    // The content stays as it is, and so does the stamp.
    private void Move(SyncedPost from, SyncedPost to)
    {
        if (from.Id != to.Id)
        {
            posts.Remove(from.Id);
            deleted[from.Id] = from;
            history.Note(from.Id, ++stamp, isShown: false);
            history.Note(to.Id, to.Stamp, !to.IsHidden);
        }

        posts[to.Id] = to;
        File.Move(Path.Combine(folder, from.File), Path.Combine(folder, to.File));
    }

    private void Delete(SyncedPost post)
    {
        posts.Remove(post.Id);
        deleted[post.Id] = post;
        history.Note(post.Id, ++stamp, isShown: false);
        File.Delete(Path.Combine(folder, post.File));
    }

    private static string OtherFolderOf(SyncedPost post) => Folders.First(each => each != post.File[..1]);

    private static string FileOf(string folder, string name) => Path.Combine(folder, name + ".md");
}
