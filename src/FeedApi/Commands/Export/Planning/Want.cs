using FeedApi.Commands.Export.Trees;

namespace FeedApi.Commands.Export.Planning;

/// <summary>An address that the static site is to have.</summary>
/// <param name="Path">The address: percent-encoded, beginning with a slash.</param>
/// <param name="File">The file below the folder of the site.</param>
/// <param name="Source">The server's address of the same.</param>
internal sealed record Want(string Path, string File, string Source)
{
    /// <summary>The surrogate key of what it shows; null for what nothing purges.</summary>
    public string? Key { get; init; }

    /// <summary>What it is made of (<see cref="ExportEntry.Made"/>).</summary>
    public string? Made { get; init; }

    /// <summary>True: an earlier file of the same <see cref="Made"/> is as good.</summary>
    public bool MayStay { get; init; }

    /// <summary>The list that it is a part of; null for none.</summary>
    public StaticList? List { get; init; }

    /// <summary>True: the server may have nothing there.</summary>
    public bool IsOptional { get; init; }

    /// <summary>True for a file of the site, which is sent as it is.</summary>
    public bool IsFile { get; init; }

    /// <summary>The redirect that is there in place of a document; null for none.</summary>
    public (int Status, string Location)? Redirect { get; init; }
}
