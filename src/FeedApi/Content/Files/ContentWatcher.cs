using System.Threading.Channels;
using FeedApi.Site;
using FeedApi.Site.Files;

namespace FeedApi.Content.Files;

/// <summary>Reports files that may have changed. It may miss some: a full scan finds those.</summary>
internal sealed class ContentWatcher(
    SiteConfig site, PostFiles files, SiteFileChanges settings, ILogger<ContentWatcher> logger) : IDisposable
{
    // Beyond this number one full scan is cheaper than checking each file.
    private const int MaxQueuedChanges = 10_000;

    private readonly Channel<FileChange> changes = Channel.CreateBounded<FileChange>(
        new BoundedChannelOptions(MaxQueuedChanges) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });
    private readonly Lock gate = new();
    private FileSystemWatcher? watcher;
    private string? watchedFolder;
    private int overflowed;
    private bool isRemote;
    private bool isDisposed;
    private bool isRecovering;
    private volatile string? fault;

    /// <summary>Files that may have changed, in the order in which the operating system reports them.</summary>
    public ChannelReader<FileChange> Changes => changes.Reader;

    /// <summary>True when some changes are not reported: only frequent full scans find them.</summary>
    public bool IsIncomplete => isRemote || fault is not null;

    /// <summary>Why the system does not watch the folder, which <see cref="TryRecover"/> may mend; null when it does.</summary>
    public string? Fault => fault;

    /// <summary>
    /// True when the fault is a folder that may not be read, which may stay so: everything else is watched, and each attempt takes time.
    /// </summary>
    public bool IsFaultOfPermissions { get; private set; }

    /// <summary>True once after changes were dropped because the queue was full: a full scan is needed.</summary>
    public bool TakeOverflow() => Interlocked.Exchange(ref overflowed, 0) == 1;

    /// <summary>Starts watching, as far as the operating system allows it.</summary>
    public void Start()
    {
        lock (gate)
        {
            isRemote = false;
            if (RemoteFolder.FormatOf(site.ContentFolder) is { } format)
            {
                isRemote = true;
                LogIncomplete($"{format} does not report every change");
            }

            fault = null;
            Watch();
        }
    }

    /// <summary>Watches the new folder when another one has replaced the watched one. Does nothing while the folder is missing.</summary>
    public void Renew()
    {
        lock (gate)
        {
            if (watcher is null || isDisposed || RegularFile.IdentityOf(site.ContentFolder) is not { } identity) return;
            if (identity == watchedFolder) return;
            logger.LogWarning(ContentEvents.FolderReplaced, "The content folder was replaced by another one, which is watched from now on");
            watcher.Dispose();
            Start();
        }
    }

    /// <summary>Watches the folder again after the system could not.</summary>
    /// <returns>True when every change is reported from now on; what happened before is not known.</returns>
    public bool TryRecover()
    {
        lock (gate)
        {
            if (fault is null || isDisposed) return false;
            var before = fault;
            watcher?.Dispose();
            watcher = null;
            fault = null;
            isRecovering = true;
            Watch();
            isRecovering = false;
            if (fault is null) logger.LogInformation(ContentEvents.WatchRestored, "Changes of the content folder are watched again");
            else fault = before;
            return fault is null;
        }
    }

    /// <summary>Reports that a scan of the whole folder is needed, and settings must be read again.</summary>
    public void ReportEverything()
    {
        settings.Report(SiteFileChanges.Everything);
        Write(FileChange.Everything);
    }

    /// <summary>Makes whoever waits for changes look at the clock again.</summary>
    public void Wake() => Write(FileChange.Nothing);

    /// <summary>Asks that a post be read at once, although it has not changed.</summary>
    /// <param name="path">Relative to the content folder.</param>
    /// <returns>Completes when the result is published; possibly never, when other settings are put into effect meanwhile.</returns>
    public Task RequestAsync(string path)
    {
        var request = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Write(new FileChange(path, Request: request));
        return request.Task;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (gate)
        {
            isDisposed = true;
            watcher?.Dispose();
        }
    }

    private void Watch()
    {
        try
        {
            watchedFolder = RegularFile.IdentityOf(site.ContentFolder);
            watcher = new FileSystemWatcher(site.ContentFolder)
            {
                IncludeSubdirectories = true,
                // Attributes: of permissions, which may make readable what was not.
                NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size
                    | NotifyFilters.Attributes,
            };
            watcher.Created += (_, change) => ReportCreated(change.FullPath);
            watcher.Changed += (_, change) => ReportChanged(change.FullPath);
            watcher.Deleted += (_, change) => ReportDeleted(change.FullPath);
            watcher.Renamed += OnRenamed;
            watcher.Error += OnError;
            watcher.EnableRaisingEvents = true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            watcher?.Dispose();
            watcher = null;
            ReportIncomplete(failure);
        }
    }

    private void ReportIncomplete(Exception failure)
    {
        if (fault is not null) return;
        fault = failure.Message;
        IsFaultOfPermissions = failure is UnauthorizedAccessException;
        // Tried again every second: it is logged when it begins and when it ends.
        if (!isRecovering) LogIncomplete(failure.Message);
    }

    private void LogIncomplete(string reason) => logger.LogWarning(
        ContentEvents.WatchIncomplete,
        "Not every change of the content folder can be watched ({Reason}); the folder is scanned every few seconds as well", reason);

    private void OnRenamed(object sender, RenamedEventArgs renamed)
    {
        var (from, to) = (RelativePathOf(renamed.OldFullPath), RelativePathOf(renamed.FullPath));
        if (IsSinglePost(from) && IsSinglePost(to))
        {
            Write(new FileChange(to, IsRenamed: true, MovedFrom: from));
            return;
        }

        ReportDeleted(renamed.OldFullPath);
        ReportCreated(renamed.FullPath, isRenamed: true);
    }

    private bool IsSinglePost(string path) =>
        !PostPath.IsHidden(path) && !IsElsewhere(path) && files.IsPostPath(path) && site.BundleOf(path) is null;

    // After an overflow of the system's queue one scan is enough; a folder that cannot be watched is scanned often from now on.
    private void OnError(object sender, ErrorEventArgs error)
    {
        var failure = error.GetException();
        if (failure is InternalBufferOverflowException)
            logger.LogWarning(
                ContentEvents.ChangesMissed, "The watcher missed changes ({Reason}); the whole folder is scanned", failure.Message);
        else ReportIncomplete(failure);
        Write(FileChange.Everything);
    }

    // When the post of a bundle appears, the files beside it are no longer posts.
    private void ReportCreated(string fullPath, bool isRenamed = false)
    {
        if (site.BundleOf(RelativePathOf(fullPath)) is not null) Write(FileChange.Everything);
        ReportChanged(fullPath, isRenamed);
    }

    private void ReportChanged(string fullPath, bool isRenamed = false)
    {
        var path = RelativePathOf(fullPath);
        if (PostPath.IsHidden(path)) return;
        ReportSettings(path);
        var isElsewhere = IsElsewhere(path);
        if (!isElsewhere && files.IsPostPath(path)) Write(new FileChange(path, isRenamed));
        // Files moved in with their folder raise no events of their own.
        else if (RegularFile.Look(fullPath, followsLinks: true).Kind is not (FileKind.Folder or FileKind.Unreadable))
            Write(new FileChange(path, IsOther: true));
        else if (!isElsewhere) Write(FileChange.Everything);
    }

    private void ReportSettings(string path)
    {
        if (!SiteFiles.Include(path, site)) return;
        logger.LogInformation(ContentEvents.SettingsChanged, "{Path} changed; it is read when it is complete", path);
        settings.Report(path);
    }

    // Hugo and Zola build their site beside the content.
    private bool IsElsewhere(string path) =>
        site.Hugo is { } hugo && (hugo.Languages?.Folders ?? [hugo.ContentFolder])
            .All(content => path != content && !path.StartsWith(content + "/", StringComparison.Ordinal));

    // The deleted path may have been a folder, whatever its name. When the post of a bundle is deleted, its files are deleted too
    // or become posts.
    private void ReportDeleted(string fullPath)
    {
        var path = RelativePathOf(fullPath);
        if (PostPath.IsHidden(path)) return;
        ReportSettings(path);
        if (IsElsewhere(path)) return;
        if (files.IsPostPath(path)) Write(new FileChange(path));
        if (site.BundleOf(path) is not null) Write(FileChange.Everything);
        else Write(new FileChange(path, MayBeFolder: true));
    }

    private string RelativePathOf(string fullPath) =>
        Path.GetRelativePath(site.ContentFolder, fullPath).Replace(Path.DirectorySeparatorChar, '/');

    private void Write(FileChange change)
    {
        if (!changes.Writer.TryWrite(change)) Interlocked.Exchange(ref overflowed, 1);
    }
}
