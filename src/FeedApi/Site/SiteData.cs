using System.Text.RegularExpressions;
using FeedApi.Model;
using FeedApi.Model.Text;
using FeedApi.Site.Files;
using FeedApi.Site.Nodes;
using nietras.SeparatedValues;

namespace FeedApi.Site;

/// <summary>One file of <c>_data</c>.</summary>
/// <param name="Path">Its path, relative to the content folder.</param>
/// <param name="Keys">The names of its folders and its own name, as keys.</param>
/// <param name="Node">Its content; null when it is empty or cannot be read.</param>
/// <param name="Fault">Why it cannot be read, in one sentence; otherwise null.</param>
internal sealed record SiteDataFile(string Path, IReadOnlyList<string> Keys, ConfigNode? Node, string? Fault);

/// <summary>Reads the data files of a Jekyll site: YAML, JSON, CSV and TSV.</summary>
/// <remarks>Jekyll, "Data Files".</remarks>
internal static partial class SiteData
{
    /// <summary>Reads all data files, in ordinal order of their paths.</summary>
    public static IEnumerable<SiteDataFile> Read(SiteConfig site)
    {
        var folder = site.FolderOf("data_dir", "_data");
        foreach (var path in SiteFolderFiles.List(site.ContentFolder, folder))
        {
            var parts = path[(folder.Length + 1)..].Split('/');
            var extension = Path.GetExtension(path).ToLowerInvariant();
            if (extension is not (".yml" or ".yaml" or ".json" or ".csv" or ".tsv") || parts.Any(part => part.StartsWith('.'))) continue;
            parts[^1] = Path.GetFileNameWithoutExtension(parts[^1]);
            yield return Read(site, path, extension, [.. parts.Select(KeyOf)]);
        }
    }

    private static SiteDataFile Read(SiteConfig site, string path, string extension, string[] keys)
    {
        var text = SiteFile.ReadText(site.ContentFolder, path, YamlLimits.Site.Chars);
        if (text is null) return new(path, keys, null, $"{path} cannot be read: it is too large, no text, or a link out of the folder.");
        try
        {
            return new(path, keys, NodeOf(text, extension), null);
        }
        catch (YamlFault fault)
        {
            return new(path, keys, null, $"{path}:{fault.Line}:{fault.Column}: {MessageText.Shorten(fault.Message)}");
        }
        catch (Exception failure) when (failure is InvalidDataException or ArgumentException)
        {
            return new(path, keys, null, $"{path}: {MessageText.Shorten(failure.Message)}");
        }
    }

    private static ConfigNode? NodeOf(string text, string extension) => extension switch
    {
        // The reader expects an object, but a data file may be a list.
        ".json" => JsonNodeReader.Read($"{{\"data\":{text}}}", YamlLimits.Site).Map.Find("data"),
        ".csv" => Table(text, ','),
        ".tsv" => Table(text, '\t'),
        _ => YamlNodeReader.Read(text, YamlLimits.Site, 0, out _),
    };

    // As in Ruby's CSV a blank line is a row whose cells are all nil; one in place of the names leaves rows without any.
    private static ConfigList Table(string text, char separator)
    {
        using var reader = Sep.New(separator)
            .Reader(options => options with { HasHeader = false, Unescape = true, DisableColCountCheck = true }).FromText(text);
        var lines = reader.Enumerate(row => row[0..row.ColCount].ToStringsArray()).ToArray();
        string[] names = lines is [[""], ..] or [] ? [] : lines[0];
        return new([.. lines.Skip(1).Select(cells => Row(names, cells))], 1, 1);
    }

    private static ConfigMap Row(string[] names, string[] cells) =>
        new([.. names.Select((name, column) => new ConfigEntry(name, Cell(cells, column), 1, 1))], 1, 1);

    // An empty cell is nil, as in Ruby's CSV: an empty plain scalar is unset.
    private static ConfigScalar Cell(string[] cells, int column)
    {
        var text = column < cells.Length ? cells[column] : "";
        return new(text, IsPlain: text.Length == 0, IsQuoted: text.Length > 0, 1, 1, 1);
    }

    // Jekyll removes everything but letters, digits, spaces, _ and -, and replaces spaces with _.
    private static string KeyOf(string name) => Spaces().Replace(NotInKeys().Replace(name, ""), "_");

    [GeneratedRegex(@"[^A-Za-z0-9_\s\-]+")]
    private static partial Regex NotInKeys();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
