using FeedApi.Kramdown.Html;
using FeedApi.Kramdown.Parsing;

namespace FeedApi.Kramdown.Spans;

/// <summary>GitHub's deleted text: <c>~~gone~~</c>.</summary>
internal static class StrikethroughSpan
{
    private const string Mark = "~~";

    /// <summary>Parses deleted text, whose markers must be next to text.</summary>
    public static bool Read(SpanReader reader)
    {
        var (text, at) = (reader.Text, reader.Position);
        if (!reader.State.Options.IsGfm || !Characters.IsAt(text, at, Mark)) return false;
        if (Characters.IsSpaceOrEnd(text, at + 2) || text[at + 2] == '~') return false;
        var budget = reader.State.Budget;
        budget.SpendSearch(text.Length - at);
        for (var close = at + 2; (close = text.IndexOf(Mark, close + 1, StringComparison.Ordinal)) >= 0;)
        {
            budget.Spend(4);
            if (Characters.IsSpace(text[close - 1]) || text[close - 1] == '~') continue;
            var element = new HtmlElementInline("del", []);
            SpanReader.Read(text[(at + 2)..close], reader.State, SpanScope.Html).TransferChildrenTo(element);
            reader.Add(element, close + 2);
            return true;
        }

        return false;
    }
}
