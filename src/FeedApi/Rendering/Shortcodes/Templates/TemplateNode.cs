namespace FeedApi.Rendering.Shortcodes.Templates;

/// <summary>A part of a template that is executed.</summary>
internal abstract record TemplateNode;

/// <summary>Text that is written as it is.</summary>
internal sealed record TextNode(string Text) : TemplateNode;

/// <summary>A pipeline whose value is written.</summary>
internal sealed record OutputNode(Pipeline Pipeline) : TemplateNode;

/// <summary><c>$x := ...</c> or <c>$x = ...</c>.</summary>
internal sealed record SetNode(string Name, Pipeline Pipeline, bool IsDeclaration) : TemplateNode;

/// <summary><c>if</c>, and <c>with</c>, which also makes the value the dot.</summary>
/// <param name="Condition">The pipeline.</param>
/// <param name="Variable">The variable that gets its value; null for none.</param>
/// <param name="IsWith">True for <c>with</c>.</param>
/// <param name="Then">Executed when the value is true.</param>
/// <param name="Else">Executed when it is not.</param>
internal sealed record BranchNode(
    Pipeline Condition, string? Variable, bool IsWith, IReadOnlyList<TemplateNode> Then, IReadOnlyList<TemplateNode> Else) : TemplateNode;

/// <summary><c>range</c>.</summary>
/// <param name="List">The pipeline.</param>
/// <param name="Index">The variable of the index or key; null for none.</param>
/// <param name="Element">The variable of the element; null for none.</param>
/// <param name="Body">Executed for each element, which is the dot.</param>
/// <param name="Else">Executed when there is no element.</param>
internal sealed record RangeNode(
    Pipeline List, string? Index, string? Element, IReadOnlyList<TemplateNode> Body, IReadOnlyList<TemplateNode> Else) : TemplateNode;

/// <summary><c>break</c> or <c>continue</c>.</summary>
internal sealed record JumpNode(bool IsBreak) : TemplateNode;

/// <summary>What is not supported; a template fails only when it comes to it.</summary>
internal sealed record UnsupportedNode(string What) : TemplateNode;

/// <summary>Commands, each of which gets the value of the one before it as its last argument.</summary>
internal sealed record Pipeline(IReadOnlyList<Command> Commands);

/// <summary>An operand with arguments: a function, a method, or only a value.</summary>
internal sealed record Command(Operand Head, IReadOnlyList<Operand> Arguments);

/// <summary>A value with the fields that are taken of it.</summary>
/// <param name="Kind">Where the value comes from.</param>
/// <param name="Name">The name of a function or variable.</param>
/// <param name="Value">The value of a literal.</param>
/// <param name="Group">The pipeline in parentheses.</param>
/// <param name="Fields">The names after it, each preceded by a dot.</param>
internal sealed record Operand(OperandKind Kind, string Name, object? Value, Pipeline? Group, IReadOnlyList<string> Fields);

/// <summary>The origins of an operand's value.</summary>
internal enum OperandKind
{
    /// <summary>A constant.</summary>
    Literal,

    /// <summary>The dot.</summary>
    Dot,

    /// <summary>A variable; the one without a name is the shortcode itself.</summary>
    Variable,

    /// <summary>A function.</summary>
    Function,

    /// <summary>A pipeline in parentheses.</summary>
    Group,
}
