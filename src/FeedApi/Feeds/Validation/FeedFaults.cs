using System.Globalization;
using System.Xml.Linq;
using FeedApi.Model.Text;

namespace FeedApi.Feeds.Validation;

/// <summary>Collects the faults of one document.</summary>
/// <param name="markup">Looks at the HTML of items.</param>
internal sealed class FeedFaults(FeedMarkup markup)
{
    // One mistake is often in every item.
    private const int MaxFaults = 100;

    private readonly List<FeedFault> found = [];

    /// <summary>The faults, in the order in which they were found; at most a hundred.</summary>
    public IReadOnlyList<FeedFault> Found => found;

    /// <summary>Adds a fault.</summary>
    public void Add(string rule, string place, string message)
    {
        if (found.Count < MaxFaults) found.Add(new FeedFault(rule, place, message));
    }

    /// <summary>Adds the faults of the HTML of an element.</summary>
    public void AddMarkup(XElement place)
    {
        foreach (var (rule, message) in markup.FaultsIn(place.Value)) Add(rule, PathOf(place), message);
    }

    /// <summary>Adds the faults of the HTML at a place of a JSON Feed.</summary>
    public void AddMarkup(string place, string html)
    {
        foreach (var (rule, message) in markup.FaultsIn(html)) Add(rule, place, message);
    }

    /// <summary>Adds a fault unless a condition holds.</summary>
    public void Unless(bool holds, string rule, XElement place, string message)
    {
        if (!holds) Add(rule, PathOf(place), message);
    }

    /// <summary>A value as it is quoted in a message.</summary>
    public static string Quote(string value) => $"\"{MessageText.Shorten(value)}\"";

    // Numbered among its namesakes where there are several.
    private static string PathOf(XElement element)
    {
        var name = element.Name.LocalName;
        if (element.Parent is not { } parent) return name;
        var namesakes = parent.Elements(element.Name).ToList();
        var number = namesakes.Count > 1
            ? string.Create(CultureInfo.InvariantCulture, $"[{namesakes.IndexOf(element) + 1}]")
            : "";
        return parent.Parent is null ? name + number : $"{PathOf(parent)}/{name}{number}";
    }
}
