using System.Text.Json.Serialization;

namespace FeedApi.Commands.Export.Trees;

/// <summary>One address of an exported site, as the manifest lists it.</summary>
internal sealed record ExportEntry
{
    /// <summary>The address: percent-encoded, below the public address of the site, beginning with a slash.</summary>
    public required string Path { get; init; }

    /// <summary>The file below the folder of the site, with <c>/</c> as separator.</summary>
    public required string File { get; init; }

    /// <summary>Media type with charset, as the server sends it.</summary>
    public required string Type { get; init; }

    /// <summary>Bytes of the file.</summary>
    public required long Bytes { get; init; }

    /// <summary>SHA-256 of the file in hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The server's address of the same, when it has a query; otherwise null.</summary>
    public string? Source { get; init; }

    /// <summary>The Cache-Control field that the server sends; null for a redirect.</summary>
    public string? Cache { get; init; }

    /// <summary>
    /// The surrogate key of what the file shows (<see cref="Http.Documents.SurrogateKeys"/>); null for what nothing purges.
    /// </summary>
    public string? Key { get; init; }

    /// <summary>What the file was made of, where that is cheaper to compare than the file: another one means another file.</summary>
    public string? Made { get; init; }

    /// <summary>The status with which the server redirects; null for what is no redirect.</summary>
    public int? Status { get; init; }

    /// <summary>Absolute address to which the server redirects; null for what is no redirect.</summary>
    public string? Location { get; init; }

    /// <summary>True when the file takes the place of a redirect.</summary>
    [JsonIgnore]
    public bool IsRedirect => Status is not null;
}
