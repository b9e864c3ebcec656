using System.Collections.Frozen;

namespace FeedApi.Rendering.Html.Plain;

/// <summary>Writes the start tags of plain HTML, with the attributes that <see cref="TreePreparation"/>, the sanitiser and
/// <see cref="TreeCompletion"/> leave, in their order.</summary>
internal sealed class PlainTag(PlainAttributes attributes, PlainAddresses addresses, PlainWriter output)
{
    private const int MaxIds = 200;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Attributes =
        HtmlVocabulary.Attributes.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> MathAttributes =
        MathVocabulary.Attributes.GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly HashSet<string> ids = new(StringComparer.Ordinal);
    private bool isExternal;
    private bool hasRelation;
    private string? alignment;

    /// <summary>The absolute address of the last link or picture; null when it had none.</summary>
    public string? Address { get; private set; }

    /// <summary>Writes the tag of an element with the attributes that were read; false when one of them is not plain.</summary>
    public bool Write(PlainElement element)
    {
        output.Write("<");
        output.Write(element.WrittenName);
        Address = alignment = null;
        isExternal = hasRelation = false;
        if (element.Kind == PlainKind.Center) output.Write(" align=\"center\"");
        else if (attributes.Count > 0 && !WriteAttributes(element)) return false;
        output.Write(">");
        return element.Kind switch
        {
            PlainKind.Image => Address is not null,
            PlainKind.Center => attributes.ValueOf("id") is null,
            _ => true,
        };
    }

    private bool WriteAttributes(PlainElement element)
    {
        if (!ResolveAddress(element)) return false;
        for (var i = 0; i < attributes.Count; i++)
        {
            if (!WriteAttribute(i, element)) return false;
        }

        if (alignment is not null) output.WriteAttribute("align", alignment);
        if (isExternal && !hasRelation) output.WriteAttribute("rel", TreeCompletion.ExternalRelation);
        return true;
    }

    private bool ResolveAddress(PlainElement element)
    {
        if (element.Name == PlainElements.Link && attributes.ValueOf("href") is { } href)
        {
            Address = addresses.ResolveLink(href);
            isExternal = Address is not null && addresses.IsExternal(Address);
            return Address is not null;
        }

        if (element.Kind != PlainKind.Image) return true;
        if (attributes.ValueOf("src") is { } source) Address = addresses.ResolvePicture(source);
        return Address is not null;
    }

    private bool WriteAttribute(int index, PlainElement element)
    {
        var name = attributes.NameOf(index);
        switch (name)
        {
            case "href" or "src":
                if (!name.SequenceEqual(element.Kind == PlainKind.Image ? "src" : "href") || Address is null) return false;
                output.WriteAttribute(name, Address);
                return true;
            case "srcset" or "poster" or "cite":
                return false;
            case "id":
                return WriteId(attributes.WrittenOf(index), element);
            case "class":
                WriteLanguage(attributes.ValueOf(index), element);
                return true;
            case "style":
                return element.Kind != PlainKind.Cell || ReadStyle(attributes.ValueOf(index));
            case "rel":
                if (isExternal) output.WriteAttribute("rel", TreeCompletion.ExternalRelation);
                hasRelation = true;
                return true;
            default:
                WriteOther(name, attributes.WrittenOf(index));
                return true;
        }
    }

    // Ids of other elements stay when links lead to them: there are none in plain HTML. Those of footnotes stay always.
    private bool WriteId(ReadOnlySpan<char> id, PlainElement element)
    {
        if (element.Kind != PlainKind.Heading) return !id.StartsWith("fn", StringComparison.Ordinal) && !id.Contains('&');
        if (id.Length is 0 or > TreePreparation.MaxIdChars || id.Contains('&') || HasSpace(id) || !ids.Add(id.ToString())) return false;
        output.Write(" id=\"");
        output.Write(TreePreparation.IdPrefix);
        output.WriteEscaped(id, isAttribute: true);
        output.Write("\"");
        return ids.Count <= MaxIds;
    }

    private static bool HasSpace(ReadOnlySpan<char> id)
    {
        foreach (var letter in id)
        {
            if (char.IsWhiteSpace(letter)) return true;
        }

        return false;
    }

    private void WriteLanguage(string classes, PlainElement element)
    {
        if (element.Name == "code" && TreePreparation.LanguageOf(classes) is { } language) output.WriteAttribute("class", language);
    }

    // Two alignments of one cell would be one attribute.
    private bool ReadStyle(string style)
    {
        alignment = TreePreparation.AlignmentOf(style);
        return alignment is null || attributes.ValueOf("align") is null;
    }

    private static bool IsAllowed(ReadOnlySpan<char> name) => Attributes.Contains(name) || MathAttributes.Contains(name);

    private void WriteOther(ReadOnlySpan<char> name, ReadOnlySpan<char> written)
    {
        if (!IsAllowed(name)) return;
        output.WriteAttribute(name, written.Contains('&') ? CharacterReference.Decode(written) : written);
    }
}
