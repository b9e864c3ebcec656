namespace FeedApi.Catalog.Similar;

/// <summary>A token of a text that is compared.</summary>
/// <param name="Hash">Its hash; equal in every process.</param>
/// <param name="Kind">What it is.</param>
internal readonly record struct SketchToken(ulong Hash, SketchTokenKind Kind)
{
    /// <summary>True for numbers of all kinds.</summary>
    public bool IsNumber => Kind >= SketchTokenKind.Time;
}
