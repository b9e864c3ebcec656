
namespace FeedApi.Kramdown.Parsing;

/// <summary>The start of an extension: <c>{::name attributes}</c>.</summary>
/// <param name="Name">The name.</param>
/// <param name="Attributes">As written.</param>
/// <param name="IsClosed">True when it has no body: <c>{::name /}</c>.</param>
/// <param name="End">The position after it.</param>
internal sealed record ExtensionTag(string Name, string Attributes, bool IsClosed, int End)
{
    /// <summary>Parses the start at a position; null when there is none.</summary>
    public static ExtensionTag? Read(string text, int start)
    {
        if (!Characters.IsAt(text, start, "{::")) return null;
        var name = start + 3;
        while (name < text.Length && Characters.IsWord(text[name])) name++;
        if (name == start + 3 || name >= text.Length) return null;
        if (text[name] == '}') return new ExtensionTag(text[(start + 3)..name], "", false, name + 1);
        if (Characters.IsAt(text, name, "/}")) return new ExtensionTag(text[(start + 3)..name], "", true, name + 2);
        if (!Characters.IsSpace(text[name]) || AttributeListReader.EndOfBraces(text, name) is not { } close) return null;
        var isClosed = text[close - 1] == '/';
        return new ExtensionTag(text[(start + 3)..name], text[(name + 1)..(isClosed ? close - 1 : close)], isClosed, close + 1);
    }

    /// <summary>The position after <c>{:/name}</c> or <c>{:/}</c>; null when neither is there.</summary>
    public static int? EndOfStop(string text, int at, string name)
    {
        if (!Characters.IsAt(text, at, "{:/")) return null;
        if (Characters.IsAt(text, at + 3, "}")) return at + 4;
        return Characters.IsAt(text, at + 3, name) && Characters.IsAt(text, at + 3 + name.Length, "}") ? at + 4 + name.Length : null;
    }

    /// <summary>The HTML of a comment or raw text; null when it has none.</summary>
    public string? HtmlOf(string? body)
    {
        if (body is null) return null;
        if (Name == "comment") return $"<!-- {body} -->";
        var type = Read().Find("type");
        return string.IsNullOrEmpty(type) || type.Contains("html", StringComparison.Ordinal) ? body : null;
    }

    /// <summary>The options, changed by those that this extension sets.</summary>
    public KramdownOptions ApplyTo(KramdownOptions options)
    {
        var list = Read();
        return options with
        {
            ParseBlockHtml = list.Find("parse_block_html") is { } block ? block == "true" : options.ParseBlockHtml,
            ParseSpanHtml = list.Find("parse_span_html") is { } span ? span == "true" : options.ParseSpanHtml,
            AutoIds = list.Find("auto_ids") is { } ids ? ids == "true" : options.AutoIds,
        };
    }

    private AttributeList Read()
    {
        var list = new AttributeList();
        AttributeListReader.Read(Attributes, list);
        return list;
    }
}
