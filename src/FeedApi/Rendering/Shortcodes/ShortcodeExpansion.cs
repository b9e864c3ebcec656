using System.Text;
using FeedApi.Model;
using FeedApi.Model.Text;
using FeedApi.Rendering.Links;
using FeedApi.Rendering.Shortcodes.Templates;

namespace FeedApi.Rendering.Shortcodes;

/// <summary>
/// Replaces the shortcodes of one body by their HTML; leaves out, and reports, those that are not known or need more than is known here.
/// </summary>
/// <remarks>Their inner text stays. One instance per body.</remarks>
internal sealed class ShortcodeExpansion(
    Post post,
    IReadOnlyList<ShortcodeTag> tags,
    KnownShortcodes known,
    ShortcodeRendering rendering,
    InternalLinks links,
    List<Problem> problems)
{
    private const int MaxProblems = 16;

    // Pairs whose text is rendered on its own; expanding them is recursive.
    private const int MaxDepth = 32;

    private readonly HashSet<string> reported = new(StringComparer.Ordinal);
    private StringBuilder text = new();
    private int at;
    private int ordinal;
    private int depth;

    /// <summary>The body without shortcodes.</summary>
    public string Expand() => Between(0, tags.Count, 0, post.Body.Length);

    // The body from one index to another, with the tags there expanded.
    private string Between(int firstTag, int endTag, int from, int to)
    {
        var outer = (text, ordinal);
        (text, ordinal, at) = (new StringBuilder(to - from), 0, from);
        for (var i = firstTag; i < endTag; i++)
        {
            var tag = tags[i];
            text.Append(post.Body, at, tag.Start - at);
            at = tag.End;
            if (tag.Kind == ShortcodeTagKind.Escaped) text.Append(tag.Text);
            else if (tag.Kind == ShortcodeTagKind.Opening && Opening(tag, i, endTag) is { } last) i = last;
        }

        var expanded = text.Append(post.Body, at, to - at).ToString();
        (text, ordinal) = outer;
        return expanded;
    }

    // Index of the last tag handled, when the text inside was handled too; else null.
    private int? Opening(ShortcodeTag tag, int index, int endTag)
    {
        ordinal++;
        int? partner = tag.Partner < endTag ? tag.Partner : null;
        var arguments = ShortcodeArguments.Of(tag);
        if (tag.IsZola) Single(tag, arguments);
        else if (rendering.TemplateOf(tag.Name) is { } template) return FromTemplate(template, tag, index, partner, arguments);
        else if (partner is { } last && tag.Name is "highlight" or "comment" or "details" or "qr") return Pair(tag, index, last, arguments);
        else if (tag.Name is "ref" or "relref")
            text.Append(links.Resolve(arguments.Find("path", 0) ?? "", post.LineAt(tag.Start)) ?? "");
        else if (tag.Name == "param" && rendering.ParameterOf(arguments) is { } parameter) Put(tag, parameter);
        else if (tag.Name == "qr") PutCode(tag, arguments, arguments.Named("text") ?? "");
        else Single(tag, arguments);
        return null;
    }

    private void Single(ShortcodeTag tag, ShortcodeArguments arguments)
    {
        if (known.HtmlOf(tag.Name, arguments) is { } html) Append(tag, html);
        else Report(tag, "is not known here");
    }

    private int Pair(ShortcodeTag tag, int index, int partner, ShortcodeArguments arguments)
    {
        var code = tag.Name == "highlight" ? CodeBetween(index, partner) : "";
        var inner = tag.Name is "details" or "qr" ? InnerOf(tag, index, partner) : null;
        at = tags[partner].End;
        if (tag.Name == "highlight") Append(tag, KnownShortcodes.CodeOf(arguments, code));
        else if (tag.Name == "qr") PutCode(tag, arguments, inner ?? "");
        else if (inner is not null && rendering.DetailsOf(arguments, inner) is { } html) Put(tag, html);
        else text.Append(inner);
        return partner;
    }

    private int? FromTemplate(ShortcodeTemplate template, ShortcodeTag tag, int index, int? partner, ShortcodeArguments arguments)
    {
        var number = ordinal - 1;
        var inner = partner is { } last ? InnerOf(tag, index, last) : "";
        if (inner is null) return null;
        at = partner is { } closing ? tags[closing].End : tag.End;
        try
        {
            Put(tag, rendering.Render(template, tag.Name, number, arguments, inner));
        }
        catch (TemplateException failure)
        {
            Report(tag, failure.Message);
            if (known.HtmlOf(tag.Name, arguments) is { } html) Append(tag, html);
            else text.Append(inner);
        }

        return partner;
    }

    // Null, with a problem, below too many others.
    private string? InnerOf(ShortcodeTag tag, int index, int partner)
    {
        if (depth == MaxDepth)
        {
            Report(tag, "is inside of too many others");
            return null;
        }

        depth++;
        var inner = Between(index + 1, partner, tag.End, tags[partner].Start);
        depth--;
        return inner;
    }

    // Markdown sees what {{% %}} writes, and of what {{< >}} writes only that something stands there.
    private void Put(ShortcodeTag tag, string html) => text.Append(rendering.Place(html, isMarkdown: post.Body[tag.Start + 2] == '%'));

    private void PutCode(ShortcodeTag tag, ShortcodeArguments arguments, string inner)
    {
        Put(tag, KnownShortcodes.TextOfCode((arguments.Named("text") ?? inner).Trim()));
        Report(tag, "draws a picture of a text", "The text is shown instead.");
    }

    // An HTML block needs a blank line after it, so that Markdown resumes there.
    private void Append(ShortcodeTag tag, string html)
    {
        if (rendering.LeavesOutRawHtml)
        {
            Put(tag, html);
            return;
        }

        text.Append(html);
        var isFirst = post.Body.AsSpan(0, tag.Start).TrimEnd(" \t") is [] or [.., '\n'];
        if (isFirst && html[1] != 'a' && post.Body.AsSpan(at).TrimStart(" \t") is ['\n', ..]) text.Append('\n');
    }

    // Tags inside code are shown as written.
    private string CodeBetween(int first, int last)
    {
        var code = new StringBuilder();
        var from = tags[first].End;
        for (var i = first + 1; i < last; i++)
        {
            if (tags[i].Kind != ShortcodeTagKind.Escaped) continue;
            code.Append(post.Body, from, tags[i].Start - from).Append(tags[i].Text);
            from = tags[i].End;
        }

        return code.Append(post.Body, from, tags[last].Start - from).ToString();
    }

    private void Report(ShortcodeTag tag, string fault, string? action = null)
    {
        if (reported.Count >= MaxProblems || !reported.Add(tag.Name)) return;
        problems.Add(new Problem(
            ProblemCodes.Shortcode,
            ProblemSeverity.Warning,
            post.Path,
            post.LineAt(tag.Start),
            null,
            $"The shortcode {MessageText.Shorten(tag.Name)} {MessageText.Shorten(fault)}.",
            action ?? (tag.Partner is null ? "It is left out." : "It is left out; the text inside it stays.")));
    }
}
