using System.Buffers;
using FeedApi.Model;

namespace FeedApi.Rendering.Html;

/// <summary>Rejects HTML whose tree would take too long to build, judged by its tags alone. Runs before AngleSharp.</summary>
/// <remarks>A parser walks its stack of open elements at every tag, and reopens unclosed formatting elements in every block.</remarks>
internal ref struct HtmlGuard(ReadOnlySpan<char> html)
{
    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\n\r\f/>");
    private readonly ReadOnlySpan<char> html = html;
    private readonly List<string> open = [];
    private int openFormatting;
    private int tagEnd;
    private int textStart;
    private long elements;
    private long steps;

    /// <summary>Checks a text against the limits.</summary>
    /// <exception cref="RenderingException">The text exceeds a limit.</exception>
    public static void Check(string html) => new HtmlGuard(html).Scan();

    private void Scan()
    {
        var at = 0;
        while (at < html.Length && html[at..].IndexOf('<') is var next and >= 0)
        {
            at += next + 1;
            var isClosing = at < html.Length && html[at] == '/';
            var nameStart = isClosing ? at + 1 : at;
            if (nameStart >= html.Length || !char.IsAsciiLetter(html[nameStart]))
            {
                ChargeText(at);
                Check();
                continue;
            }

            var nameEnd = nameStart + NameLength(html[nameStart..]);
            var name = HtmlVocabulary.Intern(html[nameStart..nameEnd]);
            // A paragraph directly after another tag may leave an empty paragraph behind, which is removed.
            if (name == "p" && at - 1 - tagEnd <= 1) steps += elements / 4;
            at = tagEnd = EndOfTag(nameEnd);
            if (!isClosing) Open(name);
            if (isClosing && !Close(name)) ChargeText(at);
            else textStart = at;
            Check();
        }
    }

    // For each < that begins no tag, and each end tag that closes nothing, AngleSharp copies the text before it.
    private void ChargeText(int at) => steps += (at - textStart) / 32;

    private readonly void Check()
    {
        if (elements <= RenderingLimits.HtmlElements && steps <= RenderingLimits.HtmlSteps) return;
        throw Refusal("The HTML has too many or too deeply nested tags.");
    }

    private static int NameLength(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny(NameEnds);
        return end < 0 ? text.Length : end;
    }

    private int EndOfTag(int from)
    {
        var attributes = 0;
        var i = from;
        while (i < html.Length && html[i] != '>')
        {
            var c = html[i];
            if (c is ' ' or '\t' or '\n' or '\r' or '\f' or '/')
            {
                if (i + 1 < html.Length && html[i + 1] is not (' ' or '\t' or '\n' or '\r' or '\f' or '/' or '>')) attributes++;
            }
            else if (c is '"' or '\'' && html[i - 1] == '=')
            {
                var close = html[(i + 1)..].IndexOf(c);
                if (close < 0) break;
                i += close + 1;
                attributes++;
            }

            if (attributes > RenderingLimits.TagAttributes) throw Refusal("A tag has too many attributes.");
            i++;
        }

        return Math.Min(i, html.Length);
    }

    private void Open(string name)
    {
        elements++;
        steps += RemovalSteps(name);
        if (HtmlVocabulary.Void.Contains(name)) return;
        steps += open.Count;
        var isFormatting = HtmlVocabulary.Formatting.Contains(name);
        if (isFormatting) openFormatting++;
        else elements += openFormatting;
        if (name != "p") open.Add(name);
    }

    // Removing or replacing a node searches the nodes before it. For frames AngleSharp also looks
    // up their content: they cost four times as much as others.
    private readonly long RemovalSteps(string name)
    {
        if (name == "iframe") return elements;
        if (HtmlVocabulary.Fetching.Contains(name)) return elements / 4;
        return HtmlVocabulary.Allowed.Contains(name) || MathVocabulary.Elements.Contains(name) ? 0 : elements / 4;
    }

    // An end tag </p> or </br> without a start tag creates an element. As in a parser, an end tag never closes anything beyond a table
    // cell or another boundary. False when it closes nothing.
    private bool Close(string name)
    {
        var isElement = name is "p" or "br";
        if (isElement)
        {
            elements += 1 + openFormatting;
            steps += elements / 4;
        }

        for (var i = open.Count - 1; i >= 0; i--)
        {
            steps++;
            if (open[i] == name)
            {
                open.RemoveRange(i, open.Count - i);
                if (HtmlVocabulary.Formatting.Contains(name)) openFormatting--;
                return true;
            }

            if (HtmlVocabulary.ScopeBoundaries.Contains(open[i])) break;
        }

        return isElement;
    }

    private static RenderingException Refusal(string message) => new(ProblemCodes.RenderBudget, message);
}
