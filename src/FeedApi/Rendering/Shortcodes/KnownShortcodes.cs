using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace FeedApi.Rendering.Shortcodes;

/// <summary>
/// The HTML of the shortcodes built into Hugo and Zola, for one post: images, code, and links in place of embedded content.
/// </summary>
/// <param name="markdown">Renders a caption.</param>
internal sealed partial class KnownShortcodes(Func<string, string> markdown)
{
    // Longer captions, and those above the maximum, are shown as written: each is a rendering of its own.
    private const int CaptionChars = 1_000;
    private const int MaxCaptions = 200;

    private int captions;

    /// <summary>The HTML of a shortcode without inner text; null when the shortcode is unknown or lacks an argument.</summary>
    public string? HtmlOf(string name, ShortcodeArguments arguments) => name switch
    {
        "figure" or "image" or "img" => Figure(arguments),
        "youtube" => LinkTo("www.youtube.com/watch?v=", arguments.Find("id", 0), arguments),
        "vimeo" => LinkTo("vimeo.com/", arguments.Find("id", 0), arguments),
        "streamable" => LinkTo("streamable.com/", arguments.Find("id", 0), arguments),
        "instagram" => LinkTo("www.instagram.com/p/", arguments.Find("id", 0), arguments),
        "gist" => Gist(arguments),
        "x" or "tweet" or "twitter" or "x_simple" or "tweet_simple" or "twitter_simple" => Tweet(arguments),
        _ => null,
    };

    /// <summary>The HTML of the code in <c>highlight</c>.</summary>
    public static string CodeOf(ShortcodeArguments arguments, string code)
    {
        var language = arguments.Find("lang", 0);
        var isName = language is not null
            && language.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '+' or '#');
        var text = code.StartsWith('\n') ? code[1..] : code;
        return $"<pre><code{(isName ? $" class=\"language-{language}\"" : "")}>{WebUtility.HtmlEncode(text)}</code></pre>";
    }

    /// <summary>What stands for a picture of a text (<c>qr</c>): the text, as a link when it is an address.</summary>
    public static string TextOfCode(string text) =>
        text.StartsWith("https://", StringComparison.Ordinal) || text.StartsWith("http://", StringComparison.Ordinal)
            ? $"<a{Attribute("href", text)}>{Text(text[(text.IndexOf('/') + 2)..])}</a>"
            : Text(text);

    private string? Figure(ShortcodeArguments arguments)
    {
        if (arguments.Find("src", 0) is not { } source) return null;
        var html = new StringBuilder("<figure>");
        var link = arguments.Named("link");
        if (link is not null) html.Append("<a").Append(Attribute("href", link)).Append('>');
        html.Append("<img")
            .Append(Attribute("src", source))
            .Append(Attribute("alt", arguments.Named("alt") ?? PlainText(arguments.Named("caption"))));
        foreach (var name in (string[])["width", "height"])
        {
            if (arguments.Named(name) is { } value) html.Append(Attribute(name, value));
        }

        html.Append('>').Append(link is null ? "" : "</a>");
        AppendCaption(html, arguments);
        return html.Append("</figure>").ToString();
    }

    private void AppendCaption(StringBuilder html, ShortcodeArguments arguments)
    {
        var (title, caption, credit) = (arguments.Named("title"), arguments.Named("caption"), arguments.Named("attr"));
        if (title is null && caption is null && credit is null) return;
        html.Append("<figcaption>");
        if (title is not null) html.Append("<h4>").Append(Text(title)).Append("</h4>");
        if (caption is not null || credit is not null)
        {
            var link = credit is null ? null : arguments.Named("attrlink");
            html.Append("<p>").Append(Rendered(caption)).Append(link is null ? "" : $"\n<a{Attribute("href", link)}>")
                .Append(Rendered(credit)).Append(link is null ? "" : "</a>").Append("</p>");
        }

        html.Append("</figcaption>");
    }

    // A lone paragraph is part of the caption's.
    private string Rendered(string? caption)
    {
        if (caption is null) return "";
        if (caption.Length > CaptionChars || captions++ >= MaxCaptions) return Text(caption);
        const string open = "<p>", close = "</p>";
        var html = OneLine(markdown(caption));
        var isLone = html.StartsWith(open, StringComparison.Ordinal)
            && html.IndexOf(close, StringComparison.Ordinal) == html.Length - close.Length;
        return isLone ? html[open.Length..^close.Length] : html;
    }

    private string PlainText(string? caption) => WebUtility.HtmlDecode(Tags().Replace(Rendered(caption), ""));

    private static string? Gist(ShortcodeArguments arguments)
    {
        if (arguments.Named("url") is { } url)
            return url.StartsWith("https://", StringComparison.Ordinal) ? LinkTo("", url["https://".Length..], arguments) : null;
        return arguments.Find("user", 0) is { } user && arguments.Find("id", 1) is { } id
            ? LinkTo("gist.github.com/", $"{user}/{id}", arguments)
            : null;
    }

    private static string? Tweet(ShortcodeArguments arguments)
    {
        if (arguments.Named("id") is { } id) return LinkTo($"x.com/{arguments.Named("user") ?? "i"}/status/", id, arguments);
        return arguments.Find("user", 1) is { } second
            ? LinkTo($"x.com/{arguments.Find("user", 0)}/status/", second, arguments)
            : LinkTo("x.com/i/status/", arguments.Find("id", 0), arguments);
    }

    // Shown without its scheme: a lone link that shows its whole address is where an article first appeared.
    private static string? LinkTo(string place, string? thing, ShortcodeArguments arguments) => thing is null ? null
        : $"<a{Attribute("href", $"https://{place}{thing}")}>"
            + $"{Text(arguments.Named("title") ?? (place + thing).Replace("www.", "", StringComparison.Ordinal))}</a>";

    private static string Attribute(string name, string value) => $" {name}=\"{Text(value)}\"";

    // A blank line would end the HTML block in Markdown.
    private static string Text(string text) => OneLine(WebUtility.HtmlEncode(text));

    [GeneratedRegex("<[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Tags();

    private static string OneLine(string text) => text.Replace('\n', ' ').Trim();
}
