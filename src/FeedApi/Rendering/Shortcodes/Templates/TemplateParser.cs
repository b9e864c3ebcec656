namespace FeedApi.Rendering.Shortcodes.Templates;

/// <summary>Parses a template of a shortcode.</summary>
/// <remarks>Go, text/template, "Actions". What is not supported becomes a node that fails when it is executed.</remarks>
internal sealed class TemplateParser
{
    private const int MaxDepth = 100;

    private static readonly string[] Unsupported = ["define", "template", "block", "return"];

    private readonly IReadOnlyList<TemplatePiece> pieces;
    private int at;
    private int depth;

    private TemplateParser(IReadOnlyList<TemplatePiece> pieces) => this.pieces = pieces;

    /// <summary>The nodes of a template.</summary>
    /// <exception cref="TemplateException">It is not well formed.</exception>
    public static IReadOnlyList<TemplateNode> Parse(string template)
    {
        var parser = new TemplateParser(TemplateSplitter.Split(template));
        var nodes = parser.ParseNodes(out var end);
        return end is null ? nodes : throw new TemplateException("has an end or else without a beginning");
    }

    // Up to an "end" or "else", which is given back behind its name; null at the end of the template.
    private List<TemplateNode> ParseNodes(out ExpressionParser? end)
    {
        List<TemplateNode> nodes = [];
        while (at < pieces.Count)
        {
            var piece = pieces[at++];
            if (!piece.IsAction)
            {
                nodes.Add(new TextNode(piece.Text));
                continue;
            }

            var action = new ExpressionParser(new TemplateLexer(piece.Text).Read());
            if (action.Next is { Kind: TemplateTokenKind.Name, Text: "end" or "else" })
            {
                end = action;
                return nodes;
            }

            nodes.Add(ParseAction(action));
        }

        end = null;
        return nodes;
    }

    private TemplateNode ParseAction(ExpressionParser action)
    {
        if (action.TakeName("if")) return ParseBranch(action, isWith: false);
        if (action.TakeName("with")) return ParseBranch(action, isWith: true);
        if (action.TakeName("range")) return ParseRange(action);
        if (action.TakeName("break")) return new JumpNode(IsBreak: true);
        if (action.TakeName("continue")) return new JumpNode(IsBreak: false);
        if (action.Next is { Kind: TemplateTokenKind.Name } keyword && Unsupported.Contains(keyword.Text))
            return SkipUnsupported(keyword.Text);
        var names = action.TakeVariables(out var isDeclaration);
        return names is [var name] ? new SetNode(name, action.ParseToEnd(), isDeclaration) : new OutputNode(action.ParseToEnd());
    }

    private UnsupportedNode SkipUnsupported(string keyword)
    {
        if (keyword is "define" or "block") ParseBlock(out _);
        return new UnsupportedNode(keyword);
    }

    private BranchNode ParseBranch(ExpressionParser action, bool isWith)
    {
        var names = action.TakeVariables(out _);
        var condition = action.ParseToEnd();
        var then = ParseBlock(out var otherwise);
        return new BranchNode(condition, names is [var name, ..] ? name : null, isWith, then, otherwise);
    }

    private RangeNode ParseRange(ExpressionParser action)
    {
        var names = action.TakeVariables(out _);
        var list = action.ParseToEnd();
        var body = ParseBlock(out var otherwise);
        return new RangeNode(list, names is [var index, _] ? index : null, names is [.., var element] ? element : null, body, otherwise);
    }

    // The nodes up to "else" or "end", and those after "else". "else if" and "else with" are branches of their own.
    private List<TemplateNode> ParseBlock(out IReadOnlyList<TemplateNode> otherwise)
    {
        if (++depth > MaxDepth) throw new TemplateException("is nested too deeply");
        var nodes = ParseNodes(out var end);
        otherwise = [];
        if (end is null) throw new TemplateException("has a block without an end");
        if (!end.TakeName("end"))
        {
            end.TakeName("else");
            if (end.TakeName("if")) otherwise = [ParseBranch(end, isWith: false)];
            else if (end.TakeName("with")) otherwise = [ParseBranch(end, isWith: true)];
            else if (end.Next.Kind == TemplateTokenKind.End) otherwise = ParseBlock(out _);
            else throw new TemplateException("has an else that is not one");
        }

        depth--;
        return nodes;
    }
}
