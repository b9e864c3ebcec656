using FeedApi.Benchmarks.Corpora;

namespace FeedApi.Benchmarks.Builds;

/// <summary>A generated site that is kept from run to run, in a folder of its own, with whatever is measured of it.</summary>
/// <param name="root">Has a folder for each size.</param>
/// <param name="posts">How many posts the site has.</param>
internal sealed class GeneratedSite(string root, int posts)
{
    /// <summary>The folder of the site, its indexes and its measurements.</summary>
    public string Folder { get; } = Path.Combine(Path.GetFullPath(root), $"{posts}");

    /// <summary>The content folder.</summary>
    public string Content => Path.Combine(Folder, "content");

    /// <summary>How many posts it has, when no trial has added any.</summary>
    public int Posts => posts;

    private string PostsFolder => Path.Combine(Content, "_posts");

    /// <summary>Writes what is not there yet, and removes what an ended run has left.</summary>
    public void Prepare()
    {
        if (!Directory.Exists(Content)) Write();
        // Posts that a trial adds are newer than all others, and named after it.
        foreach (var added in Directory.EnumerateFiles(PostsFolder, "*-new-*")) File.Delete(added);
    }

    /// <summary>Reads all posts, so that the system has them in memory alike for whoever is measured next.</summary>
    public void ReadAll() => Parallel.ForEach(Directory.EnumerateFiles(PostsFolder), file => File.ReadAllBytes(file));

    // A folder that has its name is complete.
    private void Write()
    {
        var unfinished = Content + ".unfinished";
        if (Directory.Exists(unfinished)) Directory.Delete(unfinished, recursive: true);
        new Corpus().WriteTo(unfinished, posts);
        Directory.Move(unfinished, Content);
    }
}
