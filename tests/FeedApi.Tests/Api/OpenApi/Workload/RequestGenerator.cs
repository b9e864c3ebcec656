using System.Globalization;
using System.Text.Json.Nodes;

namespace FeedApi.Tests.Api.OpenApi.Workload;

/// <summary>Makes requests of the description of the API: valid ones, at the bounds, and beyond them.</summary>
/// <param name="description">The description.</param>
/// <param name="known">Values that the site knows, by the name of the parameter.</param>
/// <param name="random">Chooses; seeded.</param>
internal sealed class RequestGenerator(JsonNode description, IReadOnlyDictionary<string, string[]> known, Random random)
{
    private static readonly string[] Wrong = ["", "nonsense", "-1", "0", "1e9", "'", "\"", "%00", "中文", "a,b,-c", "../..", "[]", "null"];

    private readonly (string Path, JsonNode Operation)[] operations =
    [
        .. description["paths"]!.AsObject().Where(path => path.Value!["get"] is { } get && (string)get["tags"]![0]! != "Operations")
            .Where(path => path.Key != "/api/v1/events").Select(path => (path.Key, path.Value!["get"]!)),
    ];

    /// <summary>The next request: the path as described, its address, and whether it asks conditionally.</summary>
    public (string Path, string Address, bool IsConditional) Next()
    {
        var (path, operation) = operations[random.Next(operations.Length)];
        var address = path;
        List<string> query = [];
        foreach (var parameter in operation["parameters"]?.AsArray() ?? [])
        {
            var name = (string)parameter!["name"]!;
            var place = (string)parameter["in"]!;
            if (place == "path")
                address = address.Replace($"{{{name}}}", Uri.EscapeDataString(PathValueOf(path, name)), StringComparison.Ordinal);
            else if (place == "query" && name is not ("min-revision" or "wait") && random.Next(6) == 0)
                query.Add($"{name}={Uri.EscapeDataString(ValueOf(name, parameter["schema"]!))}");
        }

        if (random.Next(40) == 0) query.Add($"unknwon{random.Next(9)}=1");
        return (path, query.Count == 0 ? address : $"{address}?{string.Join('&', query)}", random.Next(5) == 0);
    }

    private string PathValueOf(string path, string name)
    {
        if (random.Next(5) == 0) return Pick(["nothing", "中文", "A-B", "x.y", "deleted"]);
        return name == "slug" ? Pick(known[path.Split('/').First(part => part is "categories" or "tags" or "authors")]) : Pick(known[name]);
    }

    private string ValueOf(string name, JsonNode schema)
    {
        if (random.Next(6) == 0) return Pick(Wrong);
        if (known.TryGetValue(name, out var values) && random.Next(8) != 0) return Pick(values);
        if ((string?)schema["$ref"] is { } reference)
            schema = description["components"]!["schemas"]![reference[(reference.LastIndexOf('/') + 1)..]]!;
        if (schema["items"] is { } items) return string.Join(',', Enumerable.Range(0, random.Next(1, 4)).Select(_ => ValueOf(name, items)));
        if (schema["enum"] is JsonArray choices) return (string)choices[random.Next(choices.Count)]!;
        if ((string?)schema["type"] != "integer") return Pick(Wrong);
        var (least, most) = (BoundOf(schema, "minimum"), BoundOf(schema, "maximum"));
        return Pick([least, most, least - 1, most + 1, (least + most) / 2]).ToString(CultureInfo.InvariantCulture);
    }

    private static long BoundOf(JsonNode schema, string name) => schema[name] is { } bound ? (long)bound : 0;

    private T Pick<T>(T[] values) => values[random.Next(values.Length)];
}
