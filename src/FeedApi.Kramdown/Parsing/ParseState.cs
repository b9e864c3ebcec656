using Markdig.Syntax;

namespace FeedApi.Kramdown.Parsing;

/// <summary>The state shared by all parts of one document while it is parsed.</summary>
internal sealed class ParseState(KramdownOptions options)
{
    /// <summary>The options, which the document can change with <c>{::options}</c>.</summary>
    public KramdownOptions Options { get; set; } = options;

    /// <summary>The cost of parsing so far.</summary>
    public ParseBudget Budget { get; } = new(options.Limits);

    /// <summary>Link definitions by normalised id.</summary>
    public Dictionary<string, LinkDefinition> Links { get; } = new(StringComparer.Ordinal);

    /// <summary>Attribute lists by name: <c>{:name: .class}</c>.</summary>
    public Dictionary<string, AttributeList> NamedAttributes { get; } = new(StringComparer.Ordinal);

    /// <summary>Footnotes by name.</summary>
    public Dictionary<string, FootnoteDefinition> Footnotes { get; } = new(StringComparer.Ordinal);

    /// <summary>Footnotes whose name a later one took.</summary>
    public List<(string Name, FootnoteDefinition Definition)> ReplacedFootnotes { get; } = [];

    /// <summary>Full texts by abbreviation.</summary>
    public Dictionary<string, string> Abbreviations { get; } = new(StringComparer.Ordinal);

    /// <summary>Defines a footnote; of several with one name kramdown takes the last.</summary>
    public void Define(string name, FootnoteDefinition footnote)
    {
        if (Footnotes.TryGetValue(name, out var former)) ReplacedFootnotes.Add((name, former));
        Footnotes[name] = footnote;
    }

    /// <summary>The normalised form of link ids, for comparison.</summary>
    public static string NormaliseId(string id)
    {
        var hasRuns = id.AsSpan().IndexOfAnyExceptInRange('!', '\uffff') >= 0;
#pragma warning disable CA1308 // Only compared with ids that are normalised likewise.
        return (hasRuns ? WithSingleSpaces(id) : id).ToLowerInvariant();
#pragma warning restore CA1308
    }

    private static string WithSingleSpaces(string id)
    {
        var text = new System.Text.StringBuilder(id.Length);
        for (var i = 0; i < id.Length; i++)
        {
            if (!Characters.IsSpace(id[i])) text.Append(id[i]);
            else if (i == 0 || !Characters.IsSpace(id[i - 1])) text.Append(' ');
        }

        return text.ToString();
    }
}

/// <summary>A link definition.</summary>
/// <param name="Url">As written.</param>
/// <param name="Title">As written; or null.</param>
/// <param name="Block">The block with the attributes that follow the definition.</param>
internal sealed record LinkDefinition(string Url, string? Title, Block Block);

/// <summary>A footnote: its content, and later its number.</summary>
/// <param name="Content">The blocks.</param>
internal sealed record FootnoteDefinition(ContainerBlock Content)
{
    /// <summary>The footnote in the tree; null until it is referred to.</summary>
    public Markdig.Extensions.Footnotes.Footnote? Footnote { get; set; }
}
