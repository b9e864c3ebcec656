using System.Text;

namespace FeedApi.Reliability.Shortcut;

/// <summary>HTML like that of posts, generated: mostly plain, and now and then not, at every kind of place.</summary>
internal sealed class GeneratedHtml
{
    private const int MaxDepth = 5;

    private static readonly string[] Containers = ["blockquote", "div", "section", "figure", "figcaption", "center", "aside", "nav"];
    private static readonly string[] Programs = ["", "var a=1;", "a>b", "&amp;", "\n", "'</b>'", "潮\n汐"];

    private static readonly string[] Leftovers =
        ["<p></p>", "</p>", "<p> </p>", "<p>&nbsp;</p>", "<p><br /></p>", "<!--more-->", "<!-- excerpt -->"];

    private static readonly string[] LoneAddresses =
        ["https://example.net/a/1", "https://example.net/?a=1&amp;b=2", "www.example.net"];

    private static readonly string[] PlainNames =
    [
        "title", "width", "class", "style", "rel", "target", "onclick", "align", "border", "name", "lang", "value", "type", "data-x",
        "start",
    ];

    private static readonly string[] PlainValues =
    [
        "", "1", "550", "100%", "center", "a b", "潮汐", "a&amp;b", "&quot;x&quot;", "&lt;b&gt;", "it's", "language-c#",
        "text-align: left", "_",
    ];

    private readonly Random random;
    private readonly StringBuilder html = new();

    // Of a thousand places, so many are odd.
    private readonly int oddity;

    // Line breaks beside Chinese characters make HTML less plain.
    private readonly bool hasLineBreaks;
    private bool isInLink;

    private GeneratedHtml(Random random)
    {
        this.random = random;
        oddity = random.Next(4) == 0 ? random.Next(1, 120) : 0;
        hasLineBreaks = random.Next(5) == 0;
    }

    /// <summary>A body.</summary>
    public static string Of(Random random)
    {
        var generated = new GeneratedHtml(random);
        generated.Blocks(random.Next(1, 6), 0);
        return generated.html.ToString();
    }

    private bool IsOdd => random.Next(1000) < oddity;

    private bool Chance(int percent) => random.Next(100) < percent;

    private string Pick(string[] from) => from[random.Next(from.Length)];

    private void Blocks(int count, int depth)
    {
        for (var i = 0; i < count; i++)
        {
            html.Append(Pick(["", "", "\n", "\n", "\n\n", " ", "\n "]));
            Block(depth);
        }

        html.Append(Pick(["", "\n"]));
    }

    private void Block(int depth)
    {
        var kind = depth > MaxDepth ? 0 : random.Next(25);
        if (IsOdd) Element(Pick(Chance(50) ? Snippets.Tags : Snippets.OddTags), () => Anything(depth + 1));
        else if (kind < 8) Paragraph(depth);
        else if (kind < 10) Element(Pick(["h1", "h2", "h3", "h6"]), () => Inlines(depth + 1));
        else if (kind < 12) Element(Pick(["ul", "ol"]), () => Repeat("li", () => Anything(depth + 1)));
        else if (kind < 14) Table(depth);
        else if (kind < 16) Element(Pick(Containers), () => Anything(depth + 1));
        else if (kind == 16) Element("pre", () => Code(depth));
        else if (kind == 17) Empty("hr");
        else if (kind == 18) Element("dl", () => Repeat(Pick(["dt", "dd"]), () => Anything(depth + 1)));
        else if (kind == 19) Centred(depth);
        else if (kind == 21) Element(Pick(["script", "style"]), () => html.Append(Pick(Programs)));
        else if (kind == 20) html.Append(Pick(Leftovers));
        else Inlines(depth);
    }

    private void Paragraph(int depth) => Element("p", () =>
    {
        if (Chance(10)) Lone();
        else Inlines(depth + 1);
    });

    // A paragraph with nothing but an address.
    private void Lone()
    {
        var address = Pick(Chance(50) ? Snippets.Addresses : LoneAddresses);
        html.Append(Pick(["", "", " ", ". ", "x", "&nbsp;"]));
        if (Chance(30)) html.Append(address);
        else html.Append("<a href=\"").Append(address).Append("\">").Append(Chance(70) ? address : Pick(Snippets.Words)).Append("</a>");
        html.Append(Pick(["", "", " ", ".", "x", "<br>", "&nbsp;", "<!--more-->"]));
    }

    private void Centred(int depth)
    {
        html.Append(Pick(["<p>", "<p>", ""]));
        Element("center", () => Inlines(depth + 1));
        Inlines(depth + 1);
        html.Append(Pick(["</p>", "</p>", ""]));
    }

    private void Table(int depth) => Element("table", () =>
    {
        var groups = Pick(["thead tbody", "tbody", "tbody", "thead tbody tfoot", "tr", "caption tbody"]).Split(' ');
        foreach (var group in groups)
            Element(group, () => Repeat("tr", () => Repeat(Pick(["td", "td", "th"]), () => Anything(depth + 2))));
        html.Append(Pick(["", "\n", " "]));
    });

    private void Repeat(string name, Action content)
    {
        for (var count = random.Next(1, 4); count > 0; count--)
        {
            html.Append(Pick(["", "\n", "\n  "]));
            if (IsOdd) html.Append(Pick(Snippets.OddWords));
            Element(name, content);
        }

        html.Append(Pick(["", "\n"]));
    }

    private void Code(int depth)
    {
        html.Append(Pick(["", "\n", "\n\n", "  "]));
        if (Chance(60)) Element("code", () => Text());
        else Inlines(depth + 1);
    }

    private void Anything(int depth)
    {
        if (depth <= MaxDepth && Chance(35)) Blocks(random.Next(1, 3), depth);
        else Inlines(depth);
    }

    private void Inlines(int depth)
    {
        for (var count = random.Next(0, 4); count >= 0; count--) Inline(depth);
    }

    private void Inline(int depth)
    {
        var kind = depth > MaxDepth ? 0 : random.Next(20);
        if (IsOdd) Element(Pick(Chance(50) ? Snippets.Tags : Snippets.OddTags), () => Inlines(depth + 1));
        else if (kind < 10) Text();
        else if (kind < 12 && (oddity > 0 || !isInLink)) Link(depth);
        else if (kind < 14) Empty("img");
        else if (kind == 14) Empty("br");
        else if (kind == 15 && Chance(30)) Element("script", () => html.Append(Pick(["", "var a=1;", "a<b"])));
        else Element(Pick(["strong", "em", "b", "i", "code", "span", "del", "sup", "u", "s", "q"]), () => Inlines(depth + 1));
    }

    private void Link(int depth)
    {
        isInLink = true;
        Element("a", () => Inlines(depth + 1));
        isInLink = false;
    }

    private void Text()
    {
        for (var count = random.Next(1, 4); count > 0; count--) html.Append(Word());
    }

    private string Word()
    {
        var word = Pick(IsOdd ? Snippets.OddWords : Snippets.Words);
        return hasLineBreaks ? word : word.Replace('\n', ' ');
    }

    private void Element(string name, Action content)
    {
        StartTag(name, "");
        if (name is "br" or "hr" or "img" && !IsOdd) return;
        if (IsOdd) html.Append(Pick(Snippets.OddWords));
        content();
        if (IsOdd) return;
        html.Append("</").Append(IsOdd ? Pick(Snippets.Tags) : name).Append(IsOdd ? " >" : ">");
    }

    private void Empty(string name) => StartTag(name, Pick(["", " /", "/"]));

    private void StartTag(string name, string end)
    {
        html.Append('<').Append(name);
        if (name == "a" && Chance(95)) Attribute("href", Pick(Plainly(Snippets.Addresses)));
        if (name == "img") Attribute("src", Pick(Plainly(Snippets.Addresses)));
        if (name == "img" && Chance(70)) Attribute("alt", Pick(Snippets.Words).Replace('"', '_').Replace('>', '_').Replace('\n', ' '));
        if (name is "td" or "th" && Chance(40)) Attribute("style", Pick(["text-align: center", "text-align:right;", "color:red"]));
        if (name.StartsWith('h') && Chance(70)) Attribute("id", Pick(["a", "b", "tide", "潮汐", "x-1", "c", "d", "e-2", "&amp;"]));
        if (name == "code" && Chance(40)) Attribute("class", Pick(["language-c", "x language-py", "x"]));
        var more = Chance(15) || IsOdd ? random.Next(1, 4) : 0;
        var isTame = oddity == 0 && Chance(90);
        for (var i = 0; i < more; i++)
        {
            if (isTame) Attribute(PlainNames[(i * 7 + more * 3 + html.Length) % PlainNames.Length], Pick(PlainValues));
            else Attribute(Pick(Snippets.Names), Pick(Snippets.Values));
        }

        html.Append(IsOdd ? Pick(["/", " ", "\n", "\"", " /", "x", ""]) : end).Append(IsOdd ? Pick(["", ">", ">>"]) : ">");
    }

    // Without oddities most addresses are those of posts.
    private string[] Plainly(string[] addresses) => oddity == 0 && Chance(97)
        ? ["https://example.net/a/1", "images/x.png", "/news/x.pdf", "https://example.org/y?a=1&amp;b=2", "https://例子.测试/路"]
        : addresses;

    private void Attribute(string name, string value)
    {
        html.Append(IsOdd ? Pick(["", "\n", "  ", "/", "\t"]) : " ").Append(name);
        if (IsOdd) html.Append(Pick([" =", "= ", ""]));
        else html.Append('=');
        var quote = IsOdd ? Pick(["", "'", "`"]) : "\"";
        html.Append(quote).Append(value).Append(quote);
    }
}
