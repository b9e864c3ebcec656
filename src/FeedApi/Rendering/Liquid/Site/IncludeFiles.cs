using System.Collections.Concurrent;
using FeedApi.Model;
using FeedApi.Model.Text;
using FeedApi.Rendering.Liquid.Parsing;
using FeedApi.Site;
using FeedApi.Site.Files;

namespace FeedApi.Rendering.Liquid.Site;

/// <summary>Finds included files and caches them parsed until they change. Thread-safe.</summary>
internal sealed class IncludeFiles(SiteConfig site)
{
    private const int ParsedCharsPerStep = 4;

    private readonly ConcurrentDictionary<string, Entry> parsed = new(StringComparer.Ordinal);

    /// <summary>The folder of <c>include</c>, relative to the content folder.</summary>
    public string Folder { get; } = site.FolderOf("includes_dir", "_includes");

    /// <exception cref="LiquidException">The file is missing, outside the content folder, too large, or cannot be parsed.</exception>
    public LiquidTemplate Get(string path, LiquidContext context)
    {
        context.SpendFiles(1, 0);
        if (parsed.TryGetValue(path, out var entry) && SiteFile.IsUnchanged(site.ContentFolder, path, entry.State)) return entry.Result();
        var state = LookAt(path);
        if (state.Kind == FileKind.Unreadable) return Parsed(path, state, site.Includes[path]).Result();
        if (state.Kind != FileKind.Regular) throw Fault($"The file {MessageText.Shorten(path)} is not in the content folder.");
        if (parsed.Count >= LiquidLimits.CachedIncludes) parsed.Clear();
        return (parsed[path] = Read(path, state, context)).Result();
    }

    private Entry Read(string path, FileState state, LiquidContext context)
    {
        if (TextOf(path, ref state) is not { } text)
            return new(state, null, Fault($"The file {MessageText.Shorten(path)} cannot be read, or is too large."));
        context.Spend(text.Length / ParsedCharsPerStep);
        var entry = Parsed(path, state, text);
        // One that was broken since the settings were read keeps its last good version, of which the settings' problem tells.
        return entry.Fault is not null && site.Includes.TryGetValue(path, out var good) ? Parsed(path, state, good) : entry;
    }

    // One that cannot be read keeps its last good version too.
    private FileState LookAt(string path)
    {
        try
        {
            return SiteFile.Look(site.ContentFolder, path);
        }
        catch (UnreadableException failure) when (site.Includes.ContainsKey(path))
        {
            return FileState.Of(failure.Error);
        }
    }

    private string? TextOf(string path, ref FileState state)
    {
        try
        {
            return SiteFile.ReadText(site.ContentFolder, path, LiquidLimits.IncludeBytes);
        }
        catch (UnreadableException failure) when (site.Includes.ContainsKey(path))
        {
            state = FileState.Of(failure.Error);
            return site.Includes[path];
        }
    }

    private static Entry Parsed(string path, FileState state, string text)
    {
        try
        {
            return new(state, LiquidParser.Parse(text), null);
        }
        catch (LiquidSyntaxException fault)
        {
            return new(state, null, new LiquidException(fault.Code, $"{path}:{fault.Line}: {fault.Message}"));
        }
    }

    private static LiquidException Fault(string message) => new(ProblemCodes.LiquidInclude, message);

    // A file that cannot be parsed is not parsed again until it changes.
    private readonly record struct Entry(FileState State, LiquidTemplate? Template, LiquidException? Fault)
    {
        public LiquidTemplate Result() => Template ?? throw new LiquidException(Fault!.Code, Fault.Message);
    }
}
