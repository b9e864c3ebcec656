namespace FeedApi.Reliability.Shortcut;

/// <summary>What the generated HTML is made of: ordinary things, and those that parsers, sanitisers and addresses stumble over.</summary>
internal static class Snippets
{
    /// <summary>Ordinary text.</summary>
    public static readonly string[] Words =
    [
        "tide", "Spring tide", "潮汐", "春潮，水位上升3.14%。", "a", " ", "  ", "\n", "\n  ", " x ", "100", ".", "…", "🌊", "it's", "say \"hi\"",
        "a>b", "&amp;", "&lt;p&gt;", "&gt;", "&quot;", "&nbsp;", "\u00a0", "&#39;", "&#160;", "&#8217;", "&mdash;", "&hellip;",
        "&copy;", "https://example.net/a/1", "http://example.org/news/x.pdf", "www.example.com", "https://例子.测试/路", "&amp;amp;", "\t",
        "\u3000", "1\n2", "潮\n汐", "//host", "a:b", "mailto:a@example.org", "{{x}}", "`x`", "é", "e\u0301", "\u200b",
    ];

    /// <summary>Text that is not.</summary>
    public static readonly string[] OddWords =
    [
        "&", "&amp", "&;", "&#;", "&#0;", "&#x41;", "&#128;", "&#55296;", "&#65534;", "&notit;", "&lt", "&Amp;", "&AMP;", "&apos;",
        "&#13;", "&#10;", "\r\n", "\r", "\0", "\f", "\u0001", "\ufeff", "\u0085", "\u2028", "\ud83d", "\udc00", "\uffff", "<", "< p",
        "<3", "</", "</>", "<!", "<!-- x -->", "<!--more-->", "<!-- More -->", "<!--excerpt-->", "<!---->", "<!-->", "<![CDATA[x]]>",
        "<?php x ?>", "]]>", "--!>", "<!doctype html>", "&#x3c;", "&#60;", "&#38;", "&#34;", "&#x26;#60;", "&#1114112;", "&nbsp",
        "&para;x", "&noti;", "data:image", "data-src",
    ];

    /// <summary>Elements that ordinary posts have.</summary>
    public static readonly string[] Tags =
    [
        "p", "a", "b", "strong", "em", "i", "u", "s", "code", "small", "strike", "del", "ins", "sub", "sup", "span", "q", "cite",
        "abbr", "kbd", "div", "blockquote", "ul", "ol", "li", "dl", "dt", "dd", "h1", "h2", "h3", "h6", "pre", "table", "thead",
        "tbody", "tfoot", "tr", "td", "th", "center", "figure", "figcaption", "section", "article", "header", "footer", "aside", "br",
        "hr", "img", "mark", "var", "samp",
    ];

    /// <summary>Elements that they do not have, or seldom.</summary>
    public static readonly string[] OddTags =
    [
        "font", "tt", "big", "nobr", "script", "style", "iframe", "video", "object", "svg", "math", "form", "input", "select",
        "textarea", "template", "title", "body", "html", "head", "frameset", "caption", "col", "colgroup", "marquee", "nav", "main",
        "address", "ruby", "rt", "details", "summary", "dir", "menu", "listing", "xmp", "plaintext", "noscript", "button", "applet",
        "base", "link", "meta", "wbr", "image", "hgroup", "P", "Div", "IMG", "x-y", "o:p", "foo", "isindex", "picture", "source", "p1",
        "h7", "bdi", "time", "data", "label",
    ];

    /// <summary>Names of attributes.</summary>
    public static readonly string[] Names =
    [
        "href", "src", "alt", "title", "width", "height", "id", "class", "style", "rel", "target", "onclick", "align", "border", "name",
        "colspan", "rowspan", "lang", "dir", "start", "value", "type", "cite", "srcset", "poster", "scope", "datetime", "loading",
        "decoding", "data-x", "data-src", "color", "is", "slot", "xmlns", "open", "form", "display", "hidden", "download", "itemprop",
        "aria-label", "loop",
    ];

    /// <summary>Values of attributes.</summary>
    public static readonly string[] Values =
    [
        "", "1", "0", "550", "100%", "-1", "center", "left", "a b", "潮汐", " ", "x", "a&amp;b", "&quot;", "&lt;b&gt;", "it's", "a=b",
        "&amp;#58;", "&amp;{x}", "{x}", "language-c#", "a language-python b", "language-", "text-align: center", "text-align:right;",
        "TEXT-ALIGN: left ;", "text-align: Center", "color:red", "fn:1", "fnref:1", "tide", "c-tide", "&nbsp;", "\u00a0", "a\u3000b",
        "_blank", "nofollow", "🌊", "`", "javascript:x", "&#39;", "a>b", "a<b", "\n", "a\tb", "&", "&lt", "expression(x)", "\ud83d",
        "content", "🌊 ‮",
    ];

    /// <summary>Addresses.</summary>
    public static readonly string[] Addresses =
    [
        "https://example.net/a/1", "https://example.net/", "http://example.org/news/tide", "https://example.org/news/2022/tide.html",
        "https://EXAMPLE.org/x", "/news/x.pdf", "/x.pdf", "x.png", "./x.png", "../x.png?a=1&amp;b=2", "images/a b.png", "images/潮.png",
        "#tide", "#", "#top", "x#y", "https://example.net/#a", "https://example.org/news/2022/tide.html#tide", "tide.html#x", "?a=b",
        "?a=b:c", "?#x", "//example.net/x", "//", "mailto:a@example.org", "tel:1", "javascript:x", "JAVASCRIPT:x",
        "data:image/png;base64,iVBORw0KGgo=", "data:text/html,x", "ftp://example.net/x", "https:example.net", "https:/x", "https://",
        "http://[::1]/x", "https://[x]/", "https://例子.测试/", "https://example.net:8443/x", "https://a@b@c/", "https://u:p@example.net/x",
        "@/posts/x.md", "@", "\\x", "/\\x", "x\\y", " x", "x ", "", " ", "https://example.net/a&#58;b", "a&#58;b", "a&amp;#58;b", "x:y",
        "a/b:c", "http://a.example.net/%E6%BD%AE", "https://example.net/%zz", "https://example.net/#c-fnref:1", "#fnref:1", "x#fnref:1",
        "https://example.net/?q=[x]", "https://example.net/a^b|c`{d}", "HTTP://x/", "https://example.net/x.pdf#p=1", "1",
        "https://example.net/a..b/../c", "http://1.1/", "http://0x7f.1/", "https://exa_mple.net/", "https://-x/", "files/x.zip",
        "/news/files/x.zip#a", "https://example.org/news/files/y.zip", "http://example.net/a'b", "https://xn--/", "https://ß.net/", "%",
        "https://example.net/‮x", "https://example.net/\u00adx", "http://a.example.net/_derived/x.svg", "/_derived/x",
        "https://example.net/a;b,c",
    ];
}
