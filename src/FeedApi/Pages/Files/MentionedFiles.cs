using FeedApi.Site;
using FeedApi.Site.Files;

namespace FeedApi.Pages.Files;

/// <summary>The files that texts outside of the index mention: of drafts that are no posts yet, or of pages.</summary>
/// <remarks>
/// The texts are looked at again when they are asked for, at most once a second and for at most a twentieth of the time, and read when
/// their size or time has changed. Thread-safe.
/// </remarks>
/// <param name="site">The site.</param>
/// <param name="list">Lists the paths of the texts, relative to the content folder.</param>
/// <param name="time">The clock.</param>
internal sealed class MentionedFiles(SiteConfig site, Func<IEnumerable<string>> list, TimeProvider time)
{
    /// <summary>Maximum number of texts; further ones are not read.</summary>
    private const int MaxTexts = 5_000;

    private const int MaxBytes = 1024 * 1024;
    private const int ShareOfTime = 20;

    private static readonly TimeSpan MinAge = TimeSpan.FromSeconds(1);

    private readonly FileMentions mentions = new(site);
    private readonly Lock gate = new();
    private readonly Dictionary<string, (FileState State, IReadOnlySet<string> Keys)> known = new(StringComparer.Ordinal);
    private long nextAt;
    private bool isRead;

    /// <summary>True when a text mentions a file.</summary>
    /// <param name="key">The key of the file (<see cref="FileKeys"/>).</param>
    public bool Contain(string key)
    {
        lock (gate)
        {
            var now = time.GetTimestamp();
            if (!isRead || now >= nextAt) Refresh(now);
            return known.Values.Any(text => text.Keys.Contains(key));
        }
    }

    private void Refresh(long begun)
    {
        HashSet<string> present = new(StringComparer.Ordinal);
        foreach (var path in list().Take(MaxTexts))
        {
            var state = SiteFile.Look(site.ContentFolder, path);
            if (state.Kind != FileKind.Regular || !present.Add(path)) continue;
            if (known.TryGetValue(path, out var former) && former.State == state) continue;
            var text = SiteFile.ReadText(site.ContentFolder, path, MaxBytes);
            known[path] = (state, text is null ? new HashSet<string>() : mentions.In(text, path));
        }

        foreach (var gone in known.Keys.Where(path => !present.Contains(path)).ToArray()) known.Remove(gone);
        isRead = true;
        var now = time.GetTimestamp();
        var rest = Math.Max((now - begun) * ShareOfTime, (long)(MinAge.TotalSeconds * time.TimestampFrequency));
        nextAt = now + rest;
    }
}
