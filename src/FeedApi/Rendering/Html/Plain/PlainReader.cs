using FeedApi.Model.Text;
using FeedApi.Rendering.Embeds;
using FeedApi.Site.Addresses;

namespace FeedApi.Rendering.Html.Plain;

/// <summary>
/// Reads plain HTML, which most posts are: a small part of the language of which a parser, the passes and the sanitiser would change
/// nothing but attributes. It writes what they would leave, and gathers the text at the same time.
/// </summary>
/// <remarks>
/// It is no sanitiser: whatever is not known to be harmless and to stay where it is makes the body not plain, and the tree and the
/// sanitiser judge it. WHATWG HTML, section 13.2.6, says what a parser would move.
/// </remarks>
internal sealed class PlainReader
{
    // With these and the depth of OpenElements no limit of HtmlGuard is reached: at most ten elements a tag for unclosed formatting,
    // and half of all elements as steps for each.
    private const int MaxTags = 1_000;
    private const int MaxChars = 64 * 1024;

    // A set of frames would take the place of everything that was read before it.
    private const string FrameSet = "<frameset";

    private readonly string html;
    private readonly string? separatorComment;
    private readonly PlainWriter output;
    private readonly PlainAddresses addresses;
    private readonly PlainAttributes attributes;
    private readonly PlainTag tag;
    private readonly PlainParagraph paragraph;
    private readonly OpenElements open = new();
    private readonly BodyCollector collected = new();
    private int at;
    private int tags;
    private bool hasMore;

    // A parser ignores a line break here, and the writer adds one before another.
    private bool isPreformattedStart;

    // Where the tag of a paragraph without content begins in the output; an empty one is removed.
    private int emptyParagraph = -1;

    private PlainReader(string html, AddressResolver resolver, string? separatorComment, PlainWriter output)
    {
        (this.html, this.separatorComment, this.output) = (html, separatorComment, output);
        addresses = new PlainAddresses(resolver);
        attributes = new PlainAttributes(html);
        tag = new PlainTag(attributes, addresses, output);
        paragraph = new PlainParagraph(html, addresses);
    }

    /// <summary>Reads a body; null when it is not plain.</summary>
    /// <param name="html">Any HTML.</param>
    /// <param name="addresses">Resolves its addresses.</param>
    /// <param name="separatorComment">The comment that ends the excerpt besides <c>more</c>; null for none.</param>
    public static Body? Read(string html, AddressResolver addresses, string? separatorComment)
    {
        if (html.Length > MaxChars || !HasPlainChars(html)) return null;
        if (SubstitutionPass.IsNeeded(html) || CjkLineBreaks.MayBeIn(html)) return null;
        using var output = new PlainWriter(html.Length + 256);
        var reader = new PlainReader(html, addresses, separatorComment, output);
        return reader.Run() ? new Body(output.ToString(), PageHtml: null, reader.collected.End(), []) : null;
    }

    private static bool HasPlainChars(string html) =>
        !html.Contains('\r', StringComparison.Ordinal) && XmlText.IndexOfForbidden(html) < 0
        && !html.Contains(FrameSet, StringComparison.OrdinalIgnoreCase);

    private bool Run()
    {
        while (at < html.Length)
        {
            var next = html.AsSpan(at).IndexOf('<');
            var end = next < 0 ? html.Length : at + next;
            if (end > at && !ReadText(end)) return false;
            if (at < html.Length && (++tags > MaxTags || !ReadTag())) return false;
        }

        return open.Top is null;
    }

    private bool ReadText(int end)
    {
        var text = html.AsSpan(at, end - at);
        if (open.Top is { IsGrid: true } && text.IndexOfAnyExcept(' ', '\n', '\t') >= 0) return false;
        at = end;
        if (isPreformattedStart && text[0] == '\n') text = text[1..];
        if (text.IsEmpty) return true;
        BeginContent();
        if (isPreformattedStart && text[0] == '\n') output.Write("\n");
        while (text.IndexOf('&') is var reference and >= 0)
        {
            Add(text[..reference]);
            if (!CharacterReference.TryRead(text[reference..], out var value, out var length)) return false;
            Add([value]);
            text = text[(reference + length)..];
        }

        Add(text);
        return true;
    }

    private void Add(ReadOnlySpan<char> text)
    {
        collected.Text.Append(text);
        output.WriteEscaped(text, isAttribute: false);
    }

    private bool ReadTag()
    {
        isPreformattedStart = false;
        var rest = html.AsSpan(at + 1);
        if (rest.StartsWith("/", StringComparison.Ordinal)) return ReadEndTag(rest[1..]);
        if (rest.StartsWith("!--", StringComparison.Ordinal)) return ReadComment(rest[3..]);
        if (PlainElements.FindAt(rest) is not { } element || !open.Admits(element)) return false;
        var start = at;
        at += 1 + element.Name.Length;
        if (!attributes.Read(ref at) || (attributes.IsSelfClosing && !element.IsVoid)) return false;
        if (element.Kind == PlainKind.Dropped) return Drop(element);
        if (!element.IsInline && open.HasParagraph && !EndParagraph(start)) return false;
        BeginContent();
        return Open(element, start);
    }

    // Only what has no sign of a tag in it: the content of scripts has rules of its own.
    private bool Drop(PlainElement element)
    {
        if (open.IsPreformatted) return false;
        paragraph.AddGap();
        var end = html.IndexOf('<', at);
        if (end < 0) return false;
        var rest = html.AsSpan(end + 1);
        if (!rest.StartsWith("/", StringComparison.Ordinal) || PlainElements.FindAt(rest[1..]) != element) return false;
        at = end + "</>".Length + element.Name.Length;
        return at <= html.Length && html[at - 1] == '>';
    }

    private bool Open(PlainElement element, int start)
    {
        var outputStart = output.Length;
        if (!tag.Write(element)) return false;
        if (open.IsInParagraph) AddToParagraph(element, start);
        if (element.IsVoid)
        {
            Collect(element);
            return true;
        }

        if (element.Kind == PlainKind.Paragraph)
        {
            emptyParagraph = outputStart;
            paragraph.Begin(at);
        }
        else if (element.IsBlock)
        {
            collected.Text.EndBlock(open.CanSummarise);
        }

        open.Push(element);
        isPreformattedStart = element.Kind == PlainKind.Preformatted;
        return true;
    }

    private void AddToParagraph(PlainElement element, int start)
    {
        if (element.Name == PlainElements.Link && tag.Address is { } address) paragraph.BeginLink(address, start, at);
        else paragraph.AddElement();
    }

    private void Collect(PlainElement element)
    {
        if (element.Kind == PlainKind.Break) collected.Text.AppendBreak();
        if (element.Kind == PlainKind.Rule) collected.Text.EndBlock(open.CanSummarise);
        if (element.Kind != PlainKind.Image) return;
        collected.AddMedia(tag.Address);
        collected.ConsiderImage(tag.Address, attributes.ValueOf("alt"), attributes.ValueOf("width"), attributes.ValueOf("height"));
    }

    private bool ReadEndTag(ReadOnlySpan<char> rest)
    {
        var length = rest.IndexOf('>');
        if (length <= 0) return false;
        var start = at;
        at += "</".Length + length + 1;
        if (open.Top is { } top && rest[..length].SequenceEqual(top.Name)) return Close(top, start);
        // A parser makes an empty paragraph of it, which is removed.
        return rest[..length] is "p" && !open.HasParagraph && !open.IsPreformatted && open.Top is not { IsGrid: true };
    }

    private bool Close(PlainElement element, int start)
    {
        if (element.Kind == PlainKind.Paragraph) return EndParagraph(start);
        if (element.Kind == PlainKind.Cell) collected.Text.Append(" ");
        else if (element.IsBlock) collected.Text.EndBlock(open.CanSummarise);
        output.WriteEndTag(element.WrittenName);
        open.Pop();
        if (element.Name == PlainElements.Link) paragraph.EndLink(start, at);
        return true;
    }

    private bool EndParagraph(int end)
    {
        var isEmpty = emptyParagraph >= 0;
        if (isEmpty)
        {
            output.Length = emptyParagraph;
            emptyParagraph = -1;
        }
        else
        {
            if (!paragraph.End(end, out var address)) return false;
            collected.ExternalUrl = address ?? collected.ExternalUrl;
            collected.Text.EndBlock(open.CanSummarise);
            output.WriteEndTag("p");
        }

        open.Pop();
        return true;
    }

    private void BeginContent()
    {
        if (emptyParagraph < 0) return;
        emptyParagraph = -1;
        collected.Text.EndBlock(open.CanSummarise);
    }

    private bool ReadComment(ReadOnlySpan<char> rest)
    {
        var length = rest.IndexOf("-->", StringComparison.Ordinal);
        if (length < 0 || hasMore || open.IsPreformatted || open.Top is { IsGrid: true }) return false;
        if (rest[..length].ContainsAny('<', '>', '-') || !TreePreparation.IsMore(rest[..length], separatorComment)) return false;
        at += "<!--".Length + length + "-->".Length;
        hasMore = true;
        BeginContent();
        if (open.IsInParagraph) paragraph.AddElement();
        collected.MarkMore();
        return true;
    }
}
