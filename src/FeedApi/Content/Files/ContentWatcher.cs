using System.Threading.Channels;
using FeedApi.Site;
using FeedApi.Site.Files;

namespace FeedApi.Content.Files;

/// <summary>Says which files may have changed. Only a hint: a full comparison finds whatever it misses.</summary>
public sealed class ContentWatcher(SiteConfig site, PostFiles files, ILogger<ContentWatcher> logger) : IDisposable
{
    // More hints than this and one full look is cheaper than as many single ones.
    private const int MaxHints = 10_000;

    private readonly Channel<FileChange> hints = Channel.CreateBounded<FileChange>(
        new BoundedChannelOptions(MaxHints) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });
    private FileSystemWatcher? watcher;
    private string? watchedFolder;
    private int overflowed;
    private volatile bool isIncomplete;

    /// <summary>What may have changed.</summary>
    public ChannelReader<FileChange> Hints => hints.Reader;

    /// <summary>True when some changes give no hint: only frequent looks at everything find them.</summary>
    public bool IsIncomplete => isIncomplete;

    /// <summary>True once after hints were lost, because there were too many of them: look at everything.</summary>
    public bool TakeOverflow() => Interlocked.Exchange(ref overflowed, 0) == 1;

    /// <summary>Begins to watch, as far as the system lets it.</summary>
    public void Start()
    {
        isIncomplete = false;
        if (RemoteFolder.FormatOf(site.ContentFolder) is { } format) Miss($"{format} does not tell of every change");
        Watch();
    }

    /// <summary>Watches the folder that now has the name, when the one that was watched was replaced by another.</summary>
    public void Renew()
    {
        if (watcher is null || RegularFile.IdentityOf(site.ContentFolder) == watchedFolder) return;
        logger.LogWarning(ContentEvents.FolderReplaced, "The content folder was replaced by another one, which is watched from now on");
        watcher.Dispose();
        Start();
    }

    /// <inheritdoc/>
    public void Dispose() => watcher?.Dispose();

    private void Watch()
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
            watcher?.Dispose();
            watcher = null;
            Miss(failure.Message);
        }
    }

    private void Miss(string reason)
    {
        if (isIncomplete) return;
        isIncomplete = true;
        logger.LogWarning(
            ContentEvents.WatchIncomplete,
            "Not every change of the content folder can be watched ({Reason}); the folder is compared every few seconds as well", reason);
    }

    private void OnRenamed(object sender, RenamedEventArgs renamed)
    {
        var (from, to) = (RelativePathOf(renamed.OldFullPath), RelativePathOf(renamed.FullPath));
        if (IsSinglePost(from) && IsSinglePost(to))
        {
            Write(new FileChange(to, IsWhole: true, MovedFrom: from));
            return;
        }

        HintGone(renamed.OldFullPath);
        HintNew(renamed.FullPath, isWhole: true);
    }

    private bool IsSinglePost(string path) => !PostPath.IsHidden(path) && !IsElsewhere(path) && files.IsPostPath(path) && PostPath.BundleOf(path) is null;

    // Too many changes for the queue are found by one look; a folder that cannot be watched is missed from now on.
    private void OnError(object sender, ErrorEventArgs error)
    {
        var failure = error.GetException();
        if (failure is InternalBufferOverflowException)
            logger.LogWarning(ContentEvents.ChangesMissed, "The watcher missed changes ({Reason}); the folder is compared as a whole", failure.Message);
        else Miss(failure.Message);
        Write(FileChange.Everything);
    }

    // With the post of a bundle the files around it cease to be posts.
    private void HintNew(string fullPath, bool isWhole = false)
    {
        if (PostPath.BundleOf(RelativePathOf(fullPath)) is not null) Write(FileChange.Everything);
        Hint(fullPath, isWhole);
    }

    private void Hint(string fullPath, bool isWhole = false)
    {
        var path = RelativePathOf(fullPath);
        if (PostPath.IsHidden(path)) return;
        if (PostPath.IsOfSite(path)) logger.LogWarning(ContentEvents.SettingsChanged, "{Path} changed; restart to apply it", path);
        if (IsElsewhere(path)) return;
        if (files.IsPostPath(path)) Write(new FileChange(path, isWhole));
        // What came with a folder has no events of its own.
        else if (Directory.Exists(fullPath)) Write(FileChange.Everything);
    }

    // Hugo and Zola build their site beside the content.
    private bool IsElsewhere(string path) =>
        site.Hugo is { ContentFolder: var content } && path != content && !path.StartsWith(content + "/", StringComparison.Ordinal);

    // What is gone may have been a folder, whatever its name looks like; with the post of a bundle its files go or become posts.
    private void HintGone(string fullPath)
    {
        var path = RelativePathOf(fullPath);
        if (PostPath.IsHidden(path) || IsElsewhere(path)) return;
        if (files.IsPostPath(path)) Write(new FileChange(path));
        if (PostPath.BundleOf(path) is not null) Write(FileChange.Everything);
        else Write(new FileChange(path, IsFolderPerhaps: true));
    }

    private string RelativePathOf(string fullPath) => Path.GetRelativePath(site.ContentFolder, fullPath).Replace(Path.DirectorySeparatorChar, '/');

    private void Write(FileChange hint)
    {
        if (!hints.Writer.TryWrite(hint)) Interlocked.Exchange(ref overflowed, 1);
    }
}
