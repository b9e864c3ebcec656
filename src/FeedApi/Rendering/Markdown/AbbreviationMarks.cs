using FeedApi.Model;
using FeedApi.Model.Text;
using Markdig.Extensions.Abbreviations;
using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace FeedApi.Rendering.Markdown;

/// <summary>
/// Marks the abbreviations that Markdig passes over, which wants white space before them: beside Chinese, quotes and brackets.
/// </summary>
/// <remarks>As in PHP Markdown Extra and kramdown they are whole words; a Chinese letter is a word of its own.</remarks>
internal sealed class AbbreviationMarks
{
    private readonly ILookup<char, Abbreviation> known;
    private long steps;

    private AbbreviationMarks(IReadOnlyDictionary<string, Abbreviation> known) =>
        this.known = known.Values.Where(each => each.Label is { Length: > 0 }).OrderByDescending(each => each.Label!.Length)
            .ToLookup(each => each.Label![0]);

    /// <summary>Marks the abbreviations in a document.</summary>
    /// <exception cref="RenderingException">It would take too long.</exception>
    public static void Mark(MarkdownDocument document)
    {
        if (document.GetAbbreviations() is not { Count: > 0 } known) return;
        var marks = new AbbreviationMarks(known);
        foreach (var block in document.Descendants<LeafBlock>())
        {
            if (block.Inline is not { } inlines) continue;
            foreach (var literal in inlines.FindDescendants<LiteralInline>().ToList())
                if (literal.Parent is not LinkInline { IsImage: true }) marks.MarkIn(literal);
        }
    }

    private void MarkIn(LiteralInline literal)
    {
        var (text, start, end) = (literal.Content.Text, literal.Content.Start, literal.Content.End + 1);
        var last = literal;
        for (var at = start; at < end;)
        {
            if (Find(text.AsSpan(start, end - start), at - start) is not { } found)
            {
                at++;
                continue;
            }

            last.Content.End = at - 1;
            at += found.Label!.Length;
            var mark = new AbbreviationInline(found);
            last.InsertAfter(mark);
            mark.InsertAfter(last = new LiteralInline(new StringSlice(text, at, end - 1)));
        }
    }

    private Abbreviation? Find(ReadOnlySpan<char> text, int at)
    {
        if (!known.Contains(text[at]) || !IsBoundary(text, at)) return null;
        foreach (var each in known[text[at]])
        {
            if ((steps += each.Label!.Length) > RenderingLimits.InlineSteps)
                throw new RenderingException(ProblemCodes.RenderBudget, "There are too many abbreviations.");
            if (text[at..].StartsWith(each.Label, StringComparison.Ordinal) && IsBoundary(text, at + each.Label.Length)) return each;
        }

        return null;
    }

    // A word ends before and behind each Chinese letter.
    private static bool IsBoundary(ReadOnlySpan<char> text, int at) =>
        at == 0 || at == text.Length || !IsWord(text[at - 1]) || !IsWord(text[at]);

    private static bool IsWord(char c) => (char.IsLetterOrDigit(c) || c == '_') && !CjkText.IsCjk(c);
}
