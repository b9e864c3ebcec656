using FeedApi.Kramdown.Parsing;
using Markdig.Extensions.Abbreviations;
using Markdig.Helpers;
using Markdig.Syntax.Inlines;

namespace FeedApi.Kramdown.Completion;

/// <summary>Marks abbreviations in text: whole words that have a definition.</summary>
internal sealed class AbbreviationMarks(ParseState state)
{
    private ILookup<char, Abbreviation>? known;

    /// <summary>Marks the abbreviations in the spans of a block.</summary>
    public void Mark(ContainerInline inlines)
    {
        // Of two with the same start the longer one matches first.
        known ??= state.Abbreviations.OrderByDescending(each => each.Key.Length)
            .Select(each => new Abbreviation(null!) { Label = each.Key, Text = new StringSlice(each.Value) })
            .ToLookup(each => each.Label![0]);
        foreach (var literal in inlines.FindDescendants<LiteralInline>().ToList())
        {
            if (literal.Parent is not LinkInline { IsImage: true }) Mark(literal);
        }
    }

    private void Mark(LiteralInline literal)
    {
        var content = literal.Content;
        var (text, end) = (content.Text, content.End + 1);
        Inline last = literal;
        for (var at = content.Start; at < end;)
        {
            if (Find(text, at, content.Start, end) is not { } found)
            {
                at++;
                continue;
            }

            if (last is LiteralInline before) before.Content.End = at - 1;
            at += found.Label!.Length;
            var mark = new AbbreviationInline(found);
            last.InsertAfter(mark);
            last = new LiteralInline(new StringSlice(text, at, end - 1));
            mark.InsertAfter(last);
        }
    }

    private Abbreviation? Find(string text, int at, int start, int end)
    {
        if (at > start && Characters.IsWord(text[at - 1])) return null;
        foreach (var each in known![text[at]])
        {
            state.Budget.Spend(each.Label!.Length);
            var after = at + each.Label.Length;
            if (after <= end && Characters.IsAt(text, at, each.Label) && !(after < end && Characters.IsWord(text[after]))) return each;
        }

        return null;
    }
}
