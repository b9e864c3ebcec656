using System.Globalization;
using FeedApi.Model;
using FeedApi.Model.Text;

namespace FeedApi.Rendering.Embeds;

/// <summary>Collects what a body loses on its way to readers: one problem for each kind, however often it occurs.</summary>
/// <param name="source">The text of which the HTML is made: says which end tags its author wrote; null when it is the HTML.</param>
internal sealed class BodyReport(string? source = null)
{
    private const int MaxNamed = 6;

    private readonly Dictionary<(string Code, string Fault), Entry> entries = [];

    /// <summary>The text of which the HTML is made; null when it is the HTML itself.</summary>
    public string? Source => source;

    /// <summary>Adds one occurrence.</summary>
    /// <param name="code">Of <see cref="ProblemCodes"/>.</param>
    /// <param name="fault">The kind, as the beginning of a sentence, for example "A &lt;video&gt; has no source".</param>
    /// <param name="what">The words, title or address of this one; null or empty when it has none.</param>
    /// <param name="action">What was done, in one sentence.</param>
    public void Add(string code, string fault, string? what, string action)
    {
        if (!entries.TryGetValue((code, fault), out var entry)) entries.Add((code, fault), entry = new Entry());
        entry.Count++;
        entry.Actions.Add(action);
        if (!string.IsNullOrWhiteSpace(what) && entry.Names.Count < MaxNamed) entry.Names.Add(MessageText.Shorten(XmlText.Clean(what)));
    }

    /// <summary>The problems, in the order of their first occurrence.</summary>
    public IEnumerable<Problem> ProblemsOf(Post post) => entries.Select(each => new Problem(
        each.Key.Code, ProblemSeverity.Warning, post.Path, LineOf(post, each.Key.Fault, each.Value), null,
        MessageOf(each.Key.Fault, each.Value), string.Join(' ', each.Value.Actions)));

    private static string MessageOf(string fault, Entry entry)
    {
        var names = entry.Names.Count == 0 ? "" : ": " + string.Join(", ", entry.Names);
        var count = entry.Count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" ({entry.Count} in all)");
        return fault + names + count + ".";
    }

    // The first line with the tag that the fault names, or with the words of its first occurrence.
    private static int LineOf(Post post, string fault, Entry entry)
    {
        var start = fault.IndexOf('<', StringComparison.Ordinal);
        var end = fault.IndexOf('>', StringComparison.Ordinal);
        var sign = start >= 0 && end > start ? fault[start..end] : entry.Names.FirstOrDefault();
        var at = sign is null ? -1 : post.Body.IndexOf(sign, StringComparison.OrdinalIgnoreCase);
        return post.LineAt(Math.Max(0, at));
    }

    private sealed class Entry
    {
        public int Count { get; set; }

        public HashSet<string> Names { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Actions { get; } = new(StringComparer.Ordinal);
    }
}
