using System.Text.Json;
using System.Text.RegularExpressions;
using FeedApi.Model.Text;
using FeedApi.Rendering.Liquid.Values;
using FeedApi.Site;
using FeedApi.Site.Files;
using FeedApi.Site.Nodes;
using Fluid.Values;
using nietras.SeparatedValues;

namespace FeedApi.Rendering.Liquid.Site;

/// <summary>Reads <c>_data</c> into the value of <c>site.data</c>: YAML, JSON, CSV and TSV, folders as mappings.</summary>
internal static partial class SiteDataValues
{
    private const int JsonDepth = 32;

    /// <summary>The value. A file that cannot be read is <see cref="UnknownValue"/>, so that only who asks for it hears of it.</summary>
    public static DictionaryValue Of(SiteConfig site)
    {
        var folder = site.FolderOf("data_dir", "_data");
        var root = new OrderedMap();
        foreach (var path in SiteFolderFiles.List(site.ContentFolder, folder))
        {
            var parts = path[(folder.Length + 1)..].Split('/');
            var extension = Path.GetExtension(path).ToLowerInvariant();
            if (extension is not (".yml" or ".yaml" or ".json" or ".csv" or ".tsv") || parts.Any(part => part.StartsWith('.'))) continue;
            var map = parts[..^1].Aggregate(root, Below);
            map.Set(KeyOf(Path.GetFileNameWithoutExtension(parts[^1])), Read(site, path, extension));
        }

        return new DictionaryValue(root);
    }

    private static OrderedMap Below(OrderedMap map, string folder)
    {
        var key = KeyOf(folder);
        if (map.TryGetValue(key, out var found) && RubyMap.Of(found) is OrderedMap known) return known;
        var made = new OrderedMap();
        map.Set(key, new DictionaryValue(made));
        return made;
    }

    private static FluidValue Read(SiteConfig site, string path, string extension)
    {
        if (SiteFile.ReadText(site.ContentFolder, path, YamlLimits.Site.Chars) is not { } text) return new UnknownValue($"{path} cannot be read.");
        try
        {
            return extension switch
            {
                ".json" => Json(text),
                ".csv" => Table(text, ','),
                ".tsv" => Table(text, '\t'),
                _ => YamlNodeReader.Read(text, YamlLimits.Site, 0, out _) is { } node ? YamlValues.Of(node, site.TimeZone) : BooleanValue.False,
            };
        }
        catch (YamlFault fault)
        {
            return new UnknownValue($"{path}:{fault.Line}:{fault.Column}: {MessageText.Shorten(fault.Message)}");
        }
        catch (Exception failure) when (failure is JsonException or InvalidDataException or ArgumentException)
        {
            return new UnknownValue($"{path}: {MessageText.Shorten(failure.Message)}");
        }
    }

    private static FluidValue Json(string text)
    {
        using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = JsonDepth, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        return Json(document.RootElement);
    }

    private static FluidValue Json(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => JsonMap(element),
        JsonValueKind.Array => new ArrayValue([.. element.EnumerateArray().Select(Json)]),
        JsonValueKind.String => new StringValue(element.GetString()),
        JsonValueKind.Number => JsonNumber(element),
        JsonValueKind.True => BooleanValue.True,
        JsonValueKind.False => BooleanValue.False,
        _ => NilValue.Instance,
    };

    private static FluidValue JsonNumber(JsonElement element)
    {
        if (!element.TryGetDecimal(out var number)) return new StringValue(element.GetRawText());
        var isWhole = element.GetRawText().AsSpan().IndexOfAny('.', 'e', 'E') < 0;
        return NumberValue.Create(isWhole ? number : RubyNumber.AsFloat(number));
    }

    private static DictionaryValue JsonMap(JsonElement element)
    {
        var map = new OrderedMap();
        foreach (var property in element.EnumerateObject()) map.Set(property.Name, Json(property.Value));
        return new DictionaryValue(map);
    }

    // A cell without anything is nil, as in Ruby's CSV.
    private static ArrayValue Table(string text, char separator)
    {
        List<FluidValue> rows = [];
        string[]? names = null;
        using var reader = Sep.New(separator).Reader(options => options with { HasHeader = false, Unescape = true, DisableColCountCheck = true }).FromText(text);
        foreach (var row in reader)
        {
            if (row.ColCount == 1 && row[0].Span.IsEmpty) continue;
            if (names is null)
            {
                names = row[0..row.ColCount].ToStringsArray();
                continue;
            }

            var map = new OrderedMap(names.Length);
            for (var i = 0; i < names.Length; i++)
            {
                var cell = i < row.ColCount ? row[i].Span : default;
                map.Set(names[i], cell.IsEmpty ? NilValue.Instance : new StringValue(cell.ToString()));
            }

            rows.Add(new DictionaryValue(map));
        }

        return new ArrayValue(rows);
    }

    // Jekyll drops what is no letter, digit, space, _ or -, and writes _ for spaces.
    private static string KeyOf(string name) => Spaces().Replace(NotInKeys().Replace(name, ""), "_");

    [GeneratedRegex(@"[^A-Za-z0-9_\s\-]+", RegexOptions.NonBacktracking)]
    private static partial Regex NotInKeys();

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Spaces();
}
