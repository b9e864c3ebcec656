namespace FeedApi.Queries;

/// <summary>Matches articles in any of the sections, or when excluding, in none of them.</summary>
/// <param name="Sections">
/// Keys of sections (<see cref="FeedApi.Model.Article.Section"/>), ordinal order; one that ends in <see cref="Below"/> stands for the
/// section and all sections below it.
/// </param>
/// <param name="IsExcluded">True: articles in any of the sections are excluded.</param>
internal sealed record SectionFilter(IReadOnlyList<string> Sections, bool IsExcluded = false)
{
    /// <summary>The end of a value that also selects the sections below.</summary>
    public const string Below = "/*";

    /// <summary>The value of the parameter, not yet encoded.</summary>
    public string Value => string.Join(',', Sections.Select(section => IsExcluded ? "-" + section : section));
}
