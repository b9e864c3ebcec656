using System.Text;
using FeedApi.Model;
using FeedApi.Model.Text;
using FeedApi.Rendering.Links;

namespace FeedApi.Rendering.Shortcodes;

/// <summary>
/// Replaces the shortcodes of one body by their HTML; leaves out, and reports, those that only the site's theme defines.
/// </summary>
/// <remarks>Their inner text stays. One instance per body.</remarks>
internal sealed class ShortcodeExpansion(
    Post post, IReadOnlyList<ShortcodeTag> tags, KnownShortcodes known, InternalLinks links, List<Problem> problems)
{
    private const int MaxProblems = 16;

    private readonly StringBuilder text = new(post.Body.Length);
    private readonly HashSet<string> reported = new(StringComparer.Ordinal);
    private int at;

    /// <summary>The body without shortcodes.</summary>
    public string Expand()
    {
        for (var i = 0; i < tags.Count; i++)
        {
            var tag = tags[i];
            text.Append(post.Body, at, tag.Start - at);
            at = tag.End;
            if (tag.Kind == ShortcodeTagKind.Escaped) text.Append(tag.Text);
            else if (tag.Kind == ShortcodeTagKind.Opening && Opening(tag, i) is { } last) i = last;
        }

        return text.Append(post.Body, at, post.Body.Length - at).ToString();
    }

    // Index of the last tag handled, when the text inside was handled too; else null.
    private int? Opening(ShortcodeTag tag, int index)
    {
        if (tag.Partner is { } partner && !tag.IsZola && tag.Name is "highlight" or "comment")
        {
            at = tags[partner].End;
            if (tag.Name == "highlight") Append(tag, KnownShortcodes.CodeOf(ShortcodeArguments.Of(tag), CodeBetween(index, partner)));
            return partner;
        }

        var arguments = ShortcodeArguments.Of(tag);
        if (tag.Name is "ref" or "relref" && !tag.IsZola)
            text.Append(links.Resolve(arguments.Find("path", 0) ?? "", post.BodyLine + LinesBefore(tag)) ?? "");
        else if (known.HtmlOf(tag.Name, arguments) is { } html) Append(tag, html);
        else Report(tag);
        return null;
    }

    // An HTML block needs a blank line after it, so that Markdown resumes there.
    private void Append(ShortcodeTag tag, string html)
    {
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

    private void Report(ShortcodeTag tag)
    {
        if (reported.Count >= MaxProblems || !reported.Add(tag.Name)) return;
        var action = tag.Partner is null ? "It is left out." : "It is left out; the text inside it stays.";
        problems.Add(new Problem(
            ProblemCodes.Shortcode,
            ProblemSeverity.Warning,
            post.Path,
            post.BodyLine + LinesBefore(tag),
            null,
            $"The shortcode {MessageText.Shorten(tag.Name)} is not known here.",
            action));
    }

    private int LinesBefore(ShortcodeTag tag) => post.Body.AsSpan(0, tag.Start).Count('\n');
}
