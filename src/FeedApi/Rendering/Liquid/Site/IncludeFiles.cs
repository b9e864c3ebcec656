using System.Collections.Concurrent;
using FeedApi.Model;
using FeedApi.Model.Text;
using FeedApi.Rendering.Liquid.Parsing;
using FeedApi.Rendering.Liquid.Tags;
using FeedApi.Site;
using FeedApi.Site.Files;

namespace FeedApi.Rendering.Liquid.Site;

/// <summary>Finds included files and keeps them parsed, until they change. Thread-safe.</summary>
internal sealed class IncludeFiles(SiteConfig site)
{
    private const int ParsedCharsPerStep = 4;

    private readonly ConcurrentDictionary<string, Entry> parsed = new(StringComparer.Ordinal);

    /// <summary>The folder of <c>include</c>, relative to the content folder.</summary>
    public string Folder { get; } = site.FolderOf("includes_dir", "_includes");

    /// <summary>The parsed file.</summary>
    /// <param name="path">Relative to the content folder.</param>
    /// <param name="context">Pays for the look at the file, and for reading it.</param>
    /// <exception cref="LiquidException">It is not there, not inside the content folder, too large, or cannot be parsed.</exception>
    public LiquidBody Get(string path, LiquidContext context)
    {
        context.Spend(LiquidLimits.FileSteps);
        if (!parsed.TryGetValue(path, out var entry) || !SiteFile.IsUnchanged(site.ContentFolder, path, entry.State)) entry = Read(path, context);
        return entry.Body ?? throw new LiquidException(entry.FaultCode, entry.Fault);
    }

    private Entry Read(string path, LiquidContext context)
    {
        var state = SiteFile.Look(site.ContentFolder, path);
        if (state.Kind != FileKind.Regular) throw new LiquidException(ProblemCodes.LiquidInclude, $"The file {MessageText.Shorten(path)} is not in the content folder.");
        var entry = Parse(path, state, context);
        if (parsed.Count >= LiquidLimits.CachedFiles) parsed.Clear();
        return parsed[path] = entry;
    }

    private Entry Parse(string path, FileState state, LiquidContext context)
    {
        if (SiteFile.ReadText(site.ContentFolder, path, LiquidLimits.IncludeBytes) is not { } text)
        {
            var message = $"The file {MessageText.Shorten(path)} cannot be read, or is larger than {LiquidLimits.IncludeBytes} bytes.";
            return new Entry(state, null, ProblemCodes.LiquidInclude, message);
        }

        context.Spend(text.Length / ParsedCharsPerStep);
        try
        {
            return new Entry(state, LiquidParser.Parse(text));
        }
        catch (LiquidSyntaxException fault)
        {
            return new Entry(state, null, fault.Code, $"{path}:{fault.Line}: {fault.Message}");
        }
    }

    // A file that cannot be parsed is not parsed again, until it changes.
    private readonly record struct Entry(FileState State, LiquidBody? Body, string FaultCode = "", string Fault = "");
}
