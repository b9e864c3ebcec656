using System.Threading.Channels;

namespace FeedApi.Content;

/// <summary>Says which files may have changed. Only a hint: a full comparison finds whatever it misses.</summary>
public sealed class ContentWatcher(SiteConfig site, PostFiles files, ILogger<ContentWatcher> logger) : IDisposable
{
    // More hints than this and one full look is cheaper than as many single ones.
    private const int MostHints = 10_000;

    private readonly Channel<string> hints = Channel.CreateBounded<string>(
        new BoundedChannelOptions(MostHints) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });
    private FileSystemWatcher? watcher;
    private string? watchedFolder;
    private Timer? polling;
    private int overflowed;

    /// <summary>Paths relative to the content folder; an empty one means: look at everything.</summary>
    public ChannelReader<string> Hints => hints.Reader;

    /// <summary>True once after hints were lost, because there were too many of them: look at everything.</summary>
    public bool TakeOverflow() => Interlocked.Exchange(ref overflowed, 0) == 1;

    /// <summary>Begins to watch; where the system has no watches left, polls instead.</summary>
    public void Start()
    {
        try
        {
            watchedFolder = RegularFile.IdentityOf(site.ContentFolder);
            watcher = new FileSystemWatcher(site.ContentFolder)
            {
                IncludeSubdirectories = true,
                NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
            };
            watcher.Created += (_, changed) => HintNew(changed.FullPath);
            watcher.Changed += (_, changed) => Hint(changed.FullPath);
            watcher.Deleted += (_, changed) => HintGone(changed.FullPath);
            watcher.Renamed += OnRenamed;
            watcher.Error += OnError;
            watcher.EnableRaisingEvents = true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            StartPolling(failure);
        }
    }

    /// <summary>Watches the folder that now has the name, when the one that was watched was replaced by another.</summary>
    public void Renew()
    {
        if (watcher is null || RegularFile.IdentityOf(site.ContentFolder) == watchedFolder) return;
        logger.LogWarning("The content folder was replaced by another one, which is watched from now on");
        watcher.Dispose();
        Start();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        watcher?.Dispose();
        polling?.Dispose();
    }

    private void StartPolling(Exception failure)
    {
        var every = TimeSpan.FromSeconds(2);
        logger.LogWarning("The content folder cannot be watched ({Reason}); it is compared every {Seconds} s instead", failure.Message, every.TotalSeconds);
        watcher?.Dispose();
        watcher = null;
        polling = new Timer(_ => HintAll(), null, every, every);
    }

    private void OnRenamed(object sender, RenamedEventArgs renamed)
    {
        HintGone(renamed.OldFullPath);
        HintNew(renamed.FullPath);
    }

    private void OnError(object sender, ErrorEventArgs error)
    {
        logger.LogWarning("The watcher missed changes ({Reason}); the folder is compared as a whole", error.GetException().Message);
        HintAll();
    }

    // With the post of a bundle the files around it cease to be posts.
    private void HintNew(string fullPath)
    {
        if (PostPath.BundleOf(RelativePathOf(fullPath)) is not null) HintAll();
        Hint(fullPath);
    }

    private void Hint(string fullPath)
    {
        var path = RelativePathOf(fullPath);
        if (PostPath.IsHidden(path)) return;
        if (PostPath.IsOfSite(path)) logger.LogWarning("{Path} changed; restart to apply it", path);
        if (IsElsewhere(path)) return;
        if (files.IsPostPath(path)) Write(path);
        // What came with a folder has no events of its own.
        else if (Directory.Exists(fullPath)) HintAll();
    }

    // Hugo and Zola build their site beside the content.
    private bool IsElsewhere(string path) =>
        site.Hugo is { ContentFolder: var content } && path != content && !path.StartsWith(content + "/", StringComparison.Ordinal);

    // What is gone may have been a folder, whatever its name looks like.
    private void HintGone(string fullPath)
    {
        var path = RelativePathOf(fullPath);
        if (PostPath.IsHidden(path) || IsElsewhere(path)) return;
        if (files.IsPostPath(path)) Write(path);
        if (!files.IsPostPath(path) || PostPath.BundleOf(path) is not null) HintAll();
    }

    private string RelativePathOf(string fullPath) => Path.GetRelativePath(site.ContentFolder, fullPath).Replace(Path.DirectorySeparatorChar, '/');

    private void Write(string path)
    {
        if (!hints.Writer.TryWrite(path)) Interlocked.Exchange(ref overflowed, 1);
    }

    private void HintAll()
    {
        if (!hints.Writer.TryWrite("")) Interlocked.Exchange(ref overflowed, 1);
    }
}
