using FeedApi.Rendering.Liquid.Tags;

namespace FeedApi.Rendering.Liquid.Parsing;

/// <summary>Turns a template into Fluid statements. Fluid's own parser is not used: it refuses what Jekyll's sites are full of.</summary>
/// <remarks>
/// Ruby's Liquid reads odd expressions as far as it can, trims white space in its own way and drops blocks of nothing but white space; a tag that
/// is not known is passed over here, so that its neighbours are still rendered.
/// </remarks>
internal sealed class LiquidParser
{
    private readonly string source;
    private readonly LiquidTokenizer tokenizer;
    private readonly HashSet<string> unknownTags = new(StringComparer.Ordinal);
    private bool trimsNext;
    private int depth;
    private int tags;

    private LiquidParser(string source)
    {
        this.source = source;
        tokenizer = new LiquidTokenizer(source);
    }

    /// <summary>Parses a whole template.</summary>
    /// <exception cref="LiquidSyntaxException">It cannot be parsed.</exception>
    public static LiquidBody Parse(string source) => new LiquidParser(source).ReadBody("", out _);

    /// <summary>Parses what stands inside a tag.</summary>
    public static LiquidBody ParseInside(string markup, int line)
    {
        try
        {
            return Parse(markup);
        }
        catch (LiquidSyntaxException fault)
        {
            throw new LiquidSyntaxException(fault.Message, line);
        }
    }

    /// <summary>Reads the inside of a block up to its end tag, or to a tag that parts it.</summary>
    /// <param name="block">The block's name; empty for the template itself.</param>
    /// <param name="end">The tag that ended the inside.</param>
    /// <param name="parts">Tags that part the block, such as <c>else</c>.</param>
    public LiquidBody ReadBody(string block, out LiquidTag end, params ReadOnlySpan<string> parts)
    {
        if (++depth > LiquidLimits.BlockDepth) throw new LiquidSyntaxException("Blocks are nested too deeply.", tokenizer.Line);
        List<LiquidNode> nodes = [];
        while (tokenizer.TryRead(out var token))
        {
            if (token.Kind == LiquidTokenKind.Text)
            {
                AddText(nodes, token);
                continue;
            }

            if (++tags > LiquidLimits.Tags) throw new LiquidBudgetException("The template has too many tags.");
            Trim(nodes, token);
            if (token.Kind == LiquidTokenKind.Output)
            {
                nodes.Add(new OutputNode(MarkupParser.Filtered(tokenizer.MarkupOf(token)), token.Line));
                continue;
            }

            end = tokenizer.TagOf(token);
            if (block.Length > 0 && (IsEnd(end.Name, block) || parts.Contains(end.Name)))
            {
                depth--;
                return new LiquidBody(nodes);
            }

            if (ReadTag(end, block) is { } node) nodes.Add(node);
        }

        end = default;
        depth--;
        return block.Length == 0 ? new LiquidBody(nodes) : throw new LiquidSyntaxException($"The tag {block} has no end{block}.", tokenizer.Line);
    }

    /// <summary>Reads on to the end of a block whose inside is not Liquid.</summary>
    public string ReadVerbatim(string block, bool nests) => tokenizer.ReadVerbatim(block, nests).ToString();

    /// <summary>True for the end tag of a block.</summary>
    public static bool IsEnd(string name, string block) => name.AsSpan().StartsWith("end") && name.AsSpan(3).SequenceEqual(block);

    private LiquidNode? ReadTag(LiquidTag tag, string block)
    {
        if (LiquidTags.Find(tag.Name) is { } read) return read(this, tag);
        if (tag.Name.StartsWith("end", StringComparison.Ordinal) && tag.Name.Length > 3)
        {
            if (unknownTags.Contains(tag.Name[3..])) return null;
            throw new LiquidSyntaxException($"{tag.Name} ends nothing{(block.Length > 0 ? $"; the open tag is {block}" : "")}.", tag.Line);
        }

        if (tag.Name is "else" or "elsif" or "when" && unknownTags.Count == 0) throw new LiquidSyntaxException($"{tag.Name} stands outside of its block.", tag.Line);
        unknownTags.Add(tag.Name);
        return new UnknownTagNode(tag.Name, tag.Line);
    }

    private void AddText(List<LiquidNode> nodes, LiquidToken token)
    {
        var text = source.AsSpan(token.Start, token.End - token.Start);
        if (trimsNext) text = text.TrimStart(Values.RubyString.WhiteSpace);
        trimsNext = false;
        if (!text.IsEmpty) nodes.Add(new TextNode(text.ToString(), token.Line));
    }

    private void Trim(List<LiquidNode> nodes, LiquidToken token)
    {
        if (source[token.Start + 2] == '-' && nodes is [.., TextNode before])
        {
            var text = before.Text.AsSpan().TrimEnd(Values.RubyString.WhiteSpace);
            nodes.RemoveAt(nodes.Count - 1);
            if (!text.IsEmpty) nodes.Add(new TextNode(text.ToString(), before.Line));
        }

        trimsNext = source[token.End - 3] == '-';
    }
}
