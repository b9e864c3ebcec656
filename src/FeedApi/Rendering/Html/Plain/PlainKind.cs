namespace FeedApi.Rendering.Html.Plain;

/// <summary>How a parser treats an element, and where it may stand.</summary>
internal enum PlainKind
{
    /// <summary>A part of a line.</summary>
    Inline,

    /// <summary>A line break.</summary>
    Break,

    /// <summary>A picture.</summary>
    Image,

    /// <summary>A rule between blocks.</summary>
    Rule,

    /// <summary>A paragraph, which every block ends.</summary>
    Paragraph,

    /// <summary>A heading.</summary>
    Heading,

    /// <summary>Text whose white space counts.</summary>
    Preformatted,

    /// <summary>A block with anything in it.</summary>
    Block,

    /// <summary>A block of centred lines.</summary>
    Center,

    /// <summary>A list of items.</summary>
    List,

    /// <summary>An item of a list.</summary>
    Item,

    /// <summary>A list of terms and definitions.</summary>
    Definitions,

    /// <summary>A term or a definition.</summary>
    Definition,

    /// <summary>A table.</summary>
    Table,

    /// <summary>Rows of a table.</summary>
    RowGroup,

    /// <summary>A row of a table.</summary>
    Row,

    /// <summary>A cell of a table.</summary>
    Cell,

    /// <summary>A program or a style sheet, which is removed with its content.</summary>
    Dropped,
}
