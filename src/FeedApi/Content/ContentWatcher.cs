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
    private Timer? polling;
    private int overflowed;

    /// <summary>Paths relative to the content folder; an empty one means: look at everything.</summary>
    public ChannelReader<string> Hints => hints.Reader;

    /// <summary>Begins to watch; where the system has no watches left, polls instead.</summary>
    public void Start()
    {
        try
        {
            watcher = new FileSystemWatcher(site.ContentFolder)
            {
                IncludeSubdirectories = true,
                NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
            };
            watcher.Created += (_, changed) => Hint(changed.FullPath);
            watcher.Changed += (_, changed) => Hint(changed.FullPath);
            watcher.Deleted += (_, changed) => Hint(changed.FullPath);
            watcher.Renamed += OnRenamed;
            watcher.Error += OnError;
            watcher.EnableRaisingEvents = true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            StartPolling(failure);
        }
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
        Hint(renamed.OldFullPath);
        Hint(renamed.FullPath);
    }

    private void OnError(object sender, ErrorEventArgs error)
    {
        logger.LogWarning("The watcher missed changes ({Reason}); the folder is compared as a whole", error.GetException().Message);
        HintAll();
    }

    private void Hint(string fullPath)
    {
        var path = Path.GetRelativePath(site.ContentFolder, fullPath).Replace(Path.DirectorySeparatorChar, '/');
        if (files.IsPostPath(path)) Write(path);
        else if (Path.GetExtension(path).Length == 0) HintAll(); // Most likely a folder: what came or went with it has no events of its own.
        else if (path.StartsWith("_data/", StringComparison.Ordinal) || path is "_config.yml") logger.LogWarning("{Path} changed; restart to apply it", path);
    }

    private void Write(string path)
    {
        if (!hints.Writer.TryWrite(path)) Interlocked.Exchange(ref overflowed, 1);
        else if (Interlocked.Exchange(ref overflowed, 0) == 1) HintAll();
    }

    private void HintAll()
    {
        if (!hints.Writer.TryWrite("")) Interlocked.Exchange(ref overflowed, 1);
    }
}
