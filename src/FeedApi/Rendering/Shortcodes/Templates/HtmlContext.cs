namespace FeedApi.Rendering.Shortcodes.Templates;

/// <summary>Where in HTML a value stands.</summary>
internal enum HtmlPlace
{
    /// <summary>Between tags.</summary>
    Text,

    /// <summary>In a tag, where an attribute may stand.</summary>
    Tag,

    /// <summary>In a quoted value of an attribute.</summary>
    Quoted,

    /// <summary>In a value of an attribute without quotes.</summary>
    Unquoted,

    /// <summary>In a comment, a script or a style sheet, where nothing is written.</summary>
    Nowhere,
}

/// <summary>Follows the text of a template, so that it is known where in HTML a value will stand.</summary>
/// <remarks>Go, html/template, "Contexts": values do not change the place.</remarks>
internal sealed class HtmlContext
{
    private const int MaxName = 64;

    private static readonly string[] Hidden = ["script", "style"];

    private string name = "";
    private string attribute = "";
    private bool isNameOpen;
    private bool isValueNext;
    private bool isAttributeClosed;
    private char quote;
    private string? end;

    /// <summary>The place after the text so far.</summary>
    public HtmlPlace Place { get; private set; }

    /// <summary>The attribute whose value is being written, in lower case.</summary>
    public string Attribute => attribute;

    /// <summary>True when the template has written nothing of that value itself.</summary>
    public bool IsAtStart { get; private set; }

    /// <summary>True when it has written a question mark or a hash in it: what follows is part of a query.</summary>
    public bool IsInQuery { get; private set; }

    /// <summary>Notes that a value was written: in a tag, after the equals sign, it begins a value without quotes.</summary>
    public void BeginValue()
    {
        if (Place == HtmlPlace.Tag && isValueNext) Begin(HtmlPlace.Unquoted, '\0');
    }

    /// <summary>Follows a piece of the template.</summary>
    public void Advance(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (end is not null) i = AfterHidden(text, i);
            else if (Place == HtmlPlace.Text) i = InText(text, i);
            else if (Place == HtmlPlace.Tag) InTag(text[i]);
            else InValue(text[i]);
        }
    }

    // The index of the last char that was followed.
    private int AfterHidden(string text, int at)
    {
        var found = text.IndexOf(end!, at, StringComparison.OrdinalIgnoreCase);
        if (found < 0) return text.Length;
        var last = found + end!.Length - 1;
        end = null;
        Place = HtmlPlace.Text;
        // The end tag of a script is a tag like any other.
        return text.AsSpan(found).StartsWith("</") ? InText(text, found) : last;
    }

    private int InText(string text, int at)
    {
        if (text[at] != '<') return at;
        if (text.AsSpan(at).StartsWith("<!--"))
        {
            (end, Place) = ("-->", HtmlPlace.Nowhere);
            return at + 3;
        }

        var isTag = at + 1 < text.Length && (char.IsAsciiLetter(text[at + 1]) || text[at + 1] == '/');
        if (!isTag) return at;
        (Place, name, attribute, isNameOpen, isValueNext) = (HtmlPlace.Tag, "", "", true, false);
        return at;
    }

    private void InTag(char letter)
    {
        if (letter == '>') EndTag();
        else if (isNameOpen && !char.IsWhiteSpace(letter) && (letter != '/' || name.Length == 0)) name = Longer(name, letter);
        else if (isValueNext && letter is '"' or '\'') Begin(HtmlPlace.Quoted, letter);
        else if (isValueNext && !char.IsWhiteSpace(letter)) Begin(HtmlPlace.Unquoted, '\0', letter);
        else if (letter == '=' && attribute.Length > 0) isValueNext = true;
        else InName(letter);
    }

    private void InName(char letter)
    {
        isNameOpen = false;
        if (char.IsWhiteSpace(letter) || letter == '/')
        {
            isAttributeClosed = true;
            return;
        }

        if (isAttributeClosed) attribute = "";
        isAttributeClosed = false;
        attribute = Longer(attribute, letter);
    }

    // No name that matters is long.
    private static string Longer(string name, char letter) => name.Length < MaxName ? name + char.ToLowerInvariant(letter) : name;

    private void InValue(char letter)
    {
        var isEnd = Place == HtmlPlace.Quoted ? letter == quote : char.IsWhiteSpace(letter) || letter == '>';
        if (!isEnd)
        {
            IsAtStart &= char.IsWhiteSpace(letter);
            IsInQuery |= letter is '?' or '#';
            return;
        }

        (Place, attribute, isValueNext) = (HtmlPlace.Tag, "", false);
        if (letter == '>') EndTag();
    }

    private void Begin(HtmlPlace place, char by, char? first = null) =>
        (Place, quote, isValueNext, IsAtStart, IsInQuery) = (place, by, false, first is null, first is '?' or '#');

    private void EndTag()
    {
        Place = HtmlPlace.Text;
        if (!Hidden.Contains(name)) return;
        (end, Place) = ($"</{name}", HtmlPlace.Nowhere);
    }
}
