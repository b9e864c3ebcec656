namespace FeedApi.Queries;

/// <summary>Matches articles by a declared key of their front matter: those with any of the values, or when excluding, with none.</summary>
/// <param name="Field">The key.</param>
/// <param name="Values">The values in canonical order.</param>
/// <param name="IsExcluded">True: articles with any of the values are excluded.</param>
internal sealed record FieldFilter(string Field, IReadOnlyList<FieldRange> Values, bool IsExcluded = false)
{
    /// <summary>What the names of the parameters begin with.</summary>
    public const string Prefix = "meta.";

    /// <summary>The parameter.</summary>
    public string Parameter => Prefix + Field;

    /// <summary>The value of the parameter, not yet encoded.</summary>
    public string Value => string.Join(',', Values.Select(value => IsExcluded ? "-" + value.Written : value.Written));
}

/// <summary>A value of a field, or a range of numbers or instants.</summary>
/// <param name="Written">In canonical form: <c>10..20</c>.</param>
/// <param name="Text">The text, in lower case; null for numbers and instants.</param>
/// <param name="From">The least number or Unix second, inclusive; null: no bound.</param>
/// <param name="To">The bound above; null: none.</param>
/// <param name="IsToExcluded">True when <paramref name="To"/> itself is not in the range: the end of a day.</param>
internal sealed record FieldRange(string Written, string? Text, double? From, double? To, bool IsToExcluded = false);
