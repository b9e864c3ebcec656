namespace FeedApi.Rendering.Html.Plain;

/// <summary>An element of plain HTML.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">How a parser treats it.</param>
/// <param name="Mark">A bit of its own when a parser reopens it where it was not closed; else 0.</param>
internal sealed record PlainElement(string Name, PlainKind Kind, int Mark = 0)
{
    /// <summary>The name under which it is written.</summary>
    /// <remarks>As <see cref="TreePreparation"/> does: <c>center</c> is obsolete.</remarks>
    public string WrittenName { get; } = Kind == PlainKind.Center ? "div" : Name;

    /// <summary>True when it is on a line of its own in plain text.</summary>
    public bool IsBlock { get; } = HtmlVocabulary.Blocks.Contains(Name) || Kind == PlainKind.Center;

    /// <summary>True when its text may be a summary.</summary>
    public bool CanSummarise { get; } = !HtmlVocabulary.NotSummary.Contains(Name);

    /// <summary>True when it has no content.</summary>
    public bool IsVoid => Kind is PlainKind.Break or PlainKind.Image or PlainKind.Rule;

    /// <summary>True when it stands in a line of text.</summary>
    public bool IsInline => Kind is PlainKind.Inline or PlainKind.Break or PlainKind.Image or PlainKind.Dropped;

    /// <summary>True when only rows, cells and white space may stand in it directly: a parser moves all else out of it.</summary>
    public bool IsGrid => Kind is PlainKind.Table or PlainKind.RowGroup or PlainKind.Row;
}
