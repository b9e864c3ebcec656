using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FeedApi.Commands.Export.Trees;

/// <summary>Everything that an export has: <c>manifest.json</c>.</summary>
internal sealed record Manifest
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "manifest.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

    /// <summary>The public address that stands in the files, without a slash at its end.</summary>
    public required string Site { get; init; }

    /// <summary>The program, its options and the settings of the site: when they are others, every file is made anew.</summary>
    public required string MadeBy { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>The last change of the index that it has.</summary>
    public required long Sequence { get; init; }

    /// <summary>The revision of the index that it has.</summary>
    public required long Revision { get; init; }

    /// <summary>In what the static site differs from the server.</summary>
    public required IReadOnlyList<string> Exceptions { get; init; }

    /// <summary>
    /// Static addresses that stand in the files where the server writes others, by those; both absolute. They are parts of lists and feeds
    /// that the server selects by a query.
    /// </summary>
    public required IReadOnlyDictionary<string, string> Links { get; init; }

    /// <summary>Slugs and names of all terms, by their surrogate keys.</summary>
    public required IReadOnlyDictionary<string, string> Terms { get; init; }

    /// <summary>Ids of the articles that were on top of feeds because of a correction.</summary>
    public required IReadOnlyList<string> Lifted { get; init; }

    /// <summary>Addresses that have no place among files.</summary>
    public required IReadOnlyList<Refusal> Refused { get; init; }

    /// <summary>Every address, in ordinal order.</summary>
    public required IReadOnlyList<ExportEntry> Entries { get; init; }

    /// <summary>Reads the manifest of a tree; null when there is none, or it cannot be understood.</summary>
    public static async Task<Manifest?> ReadAsync(string tree, CancellationToken cancellationToken)
    {
        var path = System.IO.Path.Combine(tree, FileName);
        if (!File.Exists(path)) return null;
        try
        {
            await using var stream = File.OpenRead(path);
            return await JsonSerializer.DeserializeAsync<Manifest>(stream, Json, cancellationToken);
        }
        catch (JsonException)
        {
            // Of a later version: the export is made anew.
            return null;
        }
    }

    /// <summary>Writes the manifest to a stream.</summary>
    public Task WriteAsync(Stream output, CancellationToken cancellationToken) =>
        JsonSerializer.SerializeAsync(output, this, Json, cancellationToken);
}

/// <summary>An address that has no place among files.</summary>
/// <param name="Path">The address.</param>
/// <param name="Reason">Why, a part of a sentence.</param>
/// <param name="Key">The surrogate key of what it shows; null for none.</param>
internal sealed record Refusal(string Path, string Reason, string? Key);
