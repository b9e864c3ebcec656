using FeedApi.Model.Text;
using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;
using Markdig.Syntax.Inlines;

namespace FeedApi.Rendering.Markdown;

/// <summary>
/// Lets the signs of emphasis open and close beside letters and punctuation of Chinese and Japanese, which have no spaces around them:
/// <c>**真，**她</c>. Set up after the extensions that add signs.
/// </summary>
/// <remarks>
/// CommonMark 0.31, section 6.2, wants a space or punctuation there. Markdig's own rule (its <c>CjkFriendlyEmphasis</c>) leaves out
/// quotes that Chinese and Latin share; here they are Chinese where the letter that they enclose is.
/// </remarks>
internal sealed class CjkEmphasis : IMarkdownExtension
{
    /// <inheritdoc/>
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        if (pipeline.InlineParsers.FindExact<EmphasisInlineParser>() is not { } parser) return;
        var own = new Parser { CjkFriendlyEmphasis = true };
        own.EmphasisDescriptors.Clear();
        own.EmphasisDescriptors.AddRange(parser.EmphasisDescriptors);
        own.TryCreateEmphasisInlineList.AddRange(parser.TryCreateEmphasisInlineList);
        pipeline.InlineParsers.Replace<EmphasisInlineParser>(own);
    }

    /// <inheritdoc/>
    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    private sealed class Parser : EmphasisInlineParser
    {
        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            var (text, start, sign) = (slice.Text, slice.Start, slice.CurrentChar);
            if (!base.Match(processor, ref slice)) return false;
            if (sign == '_' || processor.Inline is not EmphasisDelimiterInline delimiter) return true;
            if (ClosesQuote(text, start)) delimiter.Type |= DelimiterType.Close;
            if (OpensQuote(text, slice.Start, slice.End)) delimiter.Type |= DelimiterType.Open;
            return true;
        }

        private static bool ClosesQuote(string text, int start) =>
            start >= 2 && CjkText.IsShared(text[start - 1]) && CjkText.IsCjk(text[start - 2]);

        private static bool OpensQuote(string text, int next, int end) =>
            next < end && CjkText.IsShared(text[next]) && CjkText.IsCjk(text[next + 1]);
    }
}
