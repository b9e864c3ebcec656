using FeedApi.Model.Text;

namespace FeedApi.Queries;

/// <summary>Rejects unknown query parameters: otherwise a misspelt filter would be ignored, and everything returned.</summary>
internal static class StrictParameters
{
    /// <summary>The fault of the first unknown parameter; null when all are known.</summary>
    public static ParameterFault? FaultIn(IQueryCollection query, IReadOnlyCollection<string> allowed)
    {
        foreach (var name in query.Keys)
        {
            if (allowed.Contains(name, StringComparer.Ordinal)) continue;
            var list = allowed.Count == 0 ? "this address takes none" : "allowed are " + string.Join(", ", allowed);
            // The collection ignores case, but parameter names are case-sensitive.
            bool IsMeant(string parameter) => !query.ContainsKey(parameter) || parameter.Equals(name, StringComparison.OrdinalIgnoreCase);
            var hint = Spelling.Hint(name, allowed.Where(IsMeant));
            var nearest = Spelling.Nearest(name, allowed.Where(IsMeant));
            return new ParameterFault(name, $"There is no parameter {MessageText.Shorten(name)}; {list}{hint}.", nearest);
        }

        return null;
    }
}
