namespace FeedApi.Rendering.Shortcodes.Templates;

/// <summary>What a <see cref="SafeText"/> is safe as.</summary>
internal enum SafeTextKind
{
    /// <summary>HTML.</summary>
    Html,

    /// <summary>An attribute of HTML, name and value.</summary>
    Attribute,

    /// <summary>An address.</summary>
    Address,

    /// <summary>CSS.</summary>
    Css,

    /// <summary>A script, which never passes.</summary>
    Script,
}

/// <summary>Text that a template declares safe, so that it is not escaped where that kind is written.</summary>
/// <remarks>Go, html/template, "Typed strings". Whatever a template writes is sanitised all the same.</remarks>
internal sealed record SafeText(SafeTextKind Kind, string Text)
{
    /// <inheritdoc/>
    public override string ToString() => Text;
}
