using FeedApi.Model.Text;

namespace FeedApi.Queries;

/// <summary>Refuses parameters that an address does not have: a misspelt filter would otherwise answer with everything.</summary>
internal static class StrictParameters
{
    /// <summary>What is wrong with the first unknown parameter; null when all are known.</summary>
    public static ParameterFault? FaultIn(IQueryCollection query, IReadOnlyCollection<string> allowed)
    {
        foreach (var name in query.Keys)
        {
            if (allowed.Contains(name, StringComparer.Ordinal)) continue;
            var list = allowed.Count == 0 ? "this address takes none" : "allowed are " + string.Join(", ", allowed);
            // The query ignores case, the address does not.
            bool IsMeant(string parameter) => !query.ContainsKey(parameter) || parameter.Equals(name, StringComparison.OrdinalIgnoreCase);
            var hint = Spelling.Hint(name, allowed.Where(IsMeant));
            var nearest = Spelling.Nearest(name, allowed.Where(IsMeant));
            return new ParameterFault(name, $"There is no parameter {MessageText.Shorten(name)}; {list}{hint}.", nearest);
        }

        return null;
    }
}
