using System.Text;
using AngleSharp.Dom;
using FeedApi.Model.Text;

namespace FeedApi.Rendering.Html;

/// <summary>
/// Removes the line breaks between Chinese or Japanese characters, which readers would show as spaces: <c>厚\n德</c> is one word.
/// </summary>
/// <remarks>CSS Text 4, "segment break transformation", which few programs that show feeds know. Code keeps its lines.</remarks>
internal sealed class CjkLineBreaks
{
    // Longer tags are taken for inline ones.
    private const int TagChars = 128;

    private readonly List<Gap> gaps = [];
    private Rune? last;

    /// <summary>False when a text certainly has no such line break: a look at its ends of lines is cheaper than one at the tree.</summary>
    public static bool MayBeIn(ReadOnlySpan<char> html)
    {
        // Each run of white space is looked at once.
        for (var at = 0; html[at..].IndexOf('\n') is var next and >= 0;)
        {
            var before = html[..(at + next)].TrimEnd();
            var after = html[(at + next)..].TrimStart();
            if (MayEndWithCjk(before) && MayStartWithCjk(after)) return true;
            at = html.Length - after.Length;
        }

        return false;
    }

    /// <summary>Removes the line breaks below an element.</summary>
    public static void Remove(IElement body) => new CjkLineBreaks().Visit(body);

    private static bool MayEndWithCjk(ReadOnlySpan<char> html)
    {
        if (html is not [.., '>']) return html is [.., var c] && MayBeCjk(c);
        var tag = html[^Math.Min(html.Length, TagChars)..];
        return IsInline(tag[(tag.LastIndexOf('<') + 1)..]);
    }

    private static bool MayStartWithCjk(ReadOnlySpan<char> html) =>
        html is ['<', ..] ? IsInline(html[1..]) : html is [var c, ..] && MayBeCjk(c);

    private static bool MayBeCjk(char c) => c is '&' or ';' || CjkText.IsCjk(c) || CjkText.IsShared(c) || char.IsSurrogate(c);

    private static bool IsInline(ReadOnlySpan<char> tag)
    {
        tag = tag.TrimStart('/');
        var end = tag.IndexOfAny(" \t\n/>");
        return end > 0 && IsInline(HtmlVocabulary.Intern(tag[..end]));
    }

    private static bool IsInline(string name) =>
        !HtmlVocabulary.Blocks.Contains(name) && !HtmlVocabulary.Void.Contains(name) && name != "code";

    private void Visit(INode parent)
    {
        foreach (var node in parent.ChildNodes)
        {
            if (node is IText text) VisitText(text);
            else if (node is IElement element) VisitElement(element);
        }
    }

    private void VisitElement(IElement element)
    {
        var isInline = IsInline(element.LocalName);
        if (!isInline) Forget();
        if (element.LocalName is not ("pre" or "code")) Visit(element);
        if (!isInline) Forget();
    }

    private void Forget()
    {
        last = null;
        gaps.Clear();
    }

    private void VisitText(IText node)
    {
        var data = node.Data;
        var kept = new StringBuilder(data.Length);
        for (var at = 0; at < data.Length;)
        {
            var rest = data.AsSpan(at);
            if (IsSpace(data[at]))
            {
                var end = rest.IndexOfAnyExcept(" \t\n\r\f");
                var space = end < 0 ? rest : rest[..end];
                gaps.Add(new Gap(node, kept.Length, space.Length, space.Contains('\n')));
                kept.Append(space);
                at += space.Length;
                continue;
            }

            _ = Rune.DecodeFromUtf16(rest, out var rune, out var length);
            if (gaps.Count > 0) Close(rune, node, kept);
            kept.Append(rest[..length]);
            last = rune;
            at += length;
        }

        if (kept.Length < data.Length) node.Data = kept.ToString();
    }

    // White space may lie in several texts: behind a word, between elements and before a word.
    private void Close(Rune next, IText node, StringBuilder kept)
    {
        if (last is { } before && CjkText.IsJoined(before, next) && gaps.Exists(gap => gap.HasBreak))
        {
            foreach (var gap in gaps)
            {
                if (ReferenceEquals(gap.Node, node)) kept.Remove(gap.Start, gap.Length);
                else gap.Node.Data = gap.Node.Data.Remove(gap.Start, gap.Length);
            }
        }

        gaps.Clear();
    }

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\n' or '\r' or '\f';

    private readonly record struct Gap(IText Node, int Start, int Length, bool HasBreak);
}
