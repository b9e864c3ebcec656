using System.Collections.Concurrent;
using FeedApi.Content;
using FeedApi.Rendering.Liquid.Parsing;
using FeedApi.Rendering.Liquid.Tags;

namespace FeedApi.Rendering.Liquid.Site;

/// <summary>Finds included files and keeps them parsed, until they change. Thread-safe.</summary>
internal sealed class IncludeFiles(SiteConfig site)
{
    private const int ParsedCharsPerStep = 4;

    private readonly ConcurrentDictionary<string, Entry> parsed = new(StringComparer.Ordinal);

    /// <summary>The folder of <c>include</c>, relative to the content folder.</summary>
    public string Folder { get; } = site.FolderOf("includes_dir", "_includes");

    /// <param name="path">Relative to the content folder.</param>
    /// <param name="context">Pays for the look at the file, and for reading it.</param>
    /// <exception cref="LiquidException">It is not there, not inside the content folder, too large, or cannot be parsed.</exception>
    public LiquidTemplate Get(string path, LiquidContext context)
    {
        context.SpendFiles(1, 0);
        if (!parsed.TryGetValue(path, out var entry) || !SiteFile.IsUnchanged(site.ContentFolder, path, entry.State)) entry = Read(path, context);
        return entry.Template ?? throw new LiquidException(entry.FaultCode, entry.Fault);
    }

    private Entry Read(string path, LiquidContext context)
    {
        var state = SiteFile.Look(site.ContentFolder, path);
        if (state.Kind != FileKind.Regular)
            throw new LiquidException(ProblemCodes.LiquidInclude, $"The file {FieldReader.Shorten(path)} is not in the content folder.");
        if (parsed.Count >= LiquidLimits.CachedIncludes) parsed.Clear();
        return parsed[path] = Parse(path, state, context);
    }

    private Entry Parse(string path, FileState state, LiquidContext context)
    {
        if (SiteFile.ReadText(site.ContentFolder, path, LiquidLimits.IncludeBytes) is not { } text)
        {
            var fault = $"The file {FieldReader.Shorten(path)} cannot be read, or is larger than {LiquidLimits.IncludeBytes} bytes.";
            return new Entry(state, null, ProblemCodes.LiquidInclude, fault);
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
    private readonly record struct Entry(FileState State, LiquidTemplate? Template, string FaultCode = "", string Fault = "");
}
