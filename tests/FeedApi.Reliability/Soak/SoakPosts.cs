using FeedApi.Benchmarks.Corpora;

namespace FeedApi.Reliability.Soak;

/// <summary>
/// A folder of posts that changes at a hundred times the pace of a site that gets a batch of new posts every five minutes.
/// </summary>
/// <remarks>A batch has new posts, edits and deletions, posts that are broken, and mends of those that were.</remarks>
internal sealed class SoakPosts(string folder, int seed)
{
    private static readonly TimeSpan BatchEvery = TimeSpan.FromSeconds(3);

    private readonly Corpus corpus = new(seed);
    private readonly Random random = new(seed);
    private readonly List<int> whole = [];
    private readonly List<int> broken = [];
    private int next = -1;
    private int version;

    /// <summary>Files that were written or deleted.</summary>
    public int Updates { get; private set; }

    /// <summary>Of them those that were broken on purpose.</summary>
    public int Breaks { get; private set; }

    /// <summary>Posts that must be served in the end.</summary>
    public int Count => whole.Count + broken.Count;

    /// <summary>Writes the first posts.</summary>
    public void Fill(int posts)
    {
        corpus.WriteTo(folder, posts);
        whole.AddRange(Enumerable.Range(0, posts));
    }

    /// <summary>Writes a batch every three seconds until it is told to end.</summary>
    public async Task RunAsync(SoakPause pause, CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            await pause.WaitAsync();
            WriteBatch();
            await Task.Delay(BatchEvery, end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Mends every broken post.</summary>
    public void MendAll()
    {
        while (broken.Count > 0) Mend();
    }

    private void WriteBatch()
    {
        for (var i = 0; i < 3; i++)
        {
            whole.Add(next);
            Write(next--, isWhole: true);
        }

        Edit();
        if (random.Next(2) == 0) Delete();
        if (random.Next(3) == 0) Break(isNew: random.Next(2) == 0);
        if (broken.Count > 5) Mend();
    }

    private void Edit() => Write(whole[random.Next(whole.Count)], isWhole: true);

    private void Delete()
    {
        var place = random.Next(whole.Count);
        File.Delete(PathOf(whole[place]));
        whole.RemoveAt(place);
        Updates++;
    }

    private void Break(bool isNew)
    {
        var place = random.Next(whole.Count);
        var number = isNew ? next-- : whole[place];
        if (!isNew) whole.RemoveAt(place);
        broken.Add(number);
        Breaks++;
        Write(number, isWhole: false);
    }

    private void Mend()
    {
        var place = random.Next(broken.Count);
        var number = broken[place];
        broken.RemoveAt(place);
        whole.Add(number);
        Write(number, isWhole: true);
    }

    // Renamed into place, or written there, as the tools of authors do.
    private void Write(int number, bool isWhole)
    {
        var text = corpus.TextOf(number) + $"\nVersion {++version}.\n";
        if (!isWhole) text = text.Replace("title: \"", "title: \"\"[{", StringComparison.Ordinal);
        var path = PathOf(number);
        var isRenamed = random.Next(2) == 0;
        File.WriteAllText(isRenamed ? path + ".tmp" : path, text);
        if (isRenamed) File.Move(path + ".tmp", path, overwrite: true);
        Updates++;
    }

    private string PathOf(int number) => Path.Combine(folder, Corpus.PathOf(number));
}
