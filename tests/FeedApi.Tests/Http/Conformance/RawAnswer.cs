using System.Text;

namespace FeedApi.Tests.Http.Conformance;

/// <summary>An answer as it came over the wire.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Fields">The fields in their order, as written.</param>
/// <param name="Body">The bytes of the body, without the framing of chunks.</param>
public sealed record RawAnswer(int Status, IReadOnlyList<(string Name, string Value)> Fields, byte[] Body)
{
    // Of the connection and the moment, not of the representation.
    private static readonly string[] Passing = ["Date", "Connection", "Transfer-Encoding"];

    /// <summary>The body as UTF-8.</summary>
    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>A field's value, several joined; null when it is not there.</summary>
    public string? this[string name] => Values(name) is [_, ..] values ? string.Join(", ", values) : null;

    /// <summary>The field with its members in small letters.</summary>
    public string[] Members(string name) =>
        [.. (this[name] ?? "")
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(each => each.ToLowerInvariant())];

    /// <summary>The fields that say something of the representation, but for some.</summary>
    public SortedDictionary<string, string> FieldsBut(params string[] left) => new(
        Fields.Where(field => !Passing.Concat(left).Contains(field.Name, StringComparer.OrdinalIgnoreCase))
            .GroupBy(field => field.Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(
                field => field.Key, field => string.Join(", ", field.Select(each => each.Value)), StringComparer.OrdinalIgnoreCase),
        StringComparer.OrdinalIgnoreCase);

    private string[] Values(string name) =>
        [.. Fields.Where(field => string.Equals(field.Name, name, StringComparison.OrdinalIgnoreCase)).Select(field => field.Value)];
}
