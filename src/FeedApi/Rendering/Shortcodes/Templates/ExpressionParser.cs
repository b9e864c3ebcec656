using System.Globalization;

namespace FeedApi.Rendering.Shortcodes.Templates;

/// <summary>Parses the pipelines of one action.</summary>
/// <remarks>Go, text/template, "Pipelines".</remarks>
internal sealed class ExpressionParser(IReadOnlyList<TemplateToken> tokens)
{
    // A shortcode's author writes a few; a stack has room for thousands.
    private const int MaxDepth = 64;

    private int at;
    private int depth;

    /// <summary>The next token.</summary>
    public TemplateToken Next => tokens[at];

    /// <summary>Takes a name if it is next.</summary>
    public bool TakeName(string name) => Take(TemplateTokenKind.Name, name);

    /// <summary>Takes a sign if it is next.</summary>
    public bool TakeSign(string sign) => Take(TemplateTokenKind.Sign, sign);

    /// <summary>Takes <c>$a :=</c> or <c>$a, $b :=</c> if that is next; the names, or none.</summary>
    public IReadOnlyList<string> TakeVariables(out bool isDeclaration)
    {
        var start = at;
        List<string> names = [];
        do
        {
            if (Next.Kind != TemplateTokenKind.Variable) break;
            names.Add(tokens[at++].Text);
        }
        while (TakeSign(","));

        isDeclaration = TakeSign(":=");
        if (names.Count > 0 && (isDeclaration || TakeSign("="))) return names;
        at = start;
        return [];
    }

    /// <summary>Parses a pipeline up to the end of the action.</summary>
    public Pipeline ParseToEnd()
    {
        var pipeline = ParsePipeline();
        if (Next.Kind != TemplateTokenKind.End) throw Unexpected();
        return pipeline;
    }

    private Pipeline ParsePipeline()
    {
        if (++depth > MaxDepth) throw new TemplateException("is nested too deeply");
        List<Command> commands = [];
        do commands.Add(ParseCommand());
        while (TakeSign("|"));
        depth--;
        return new Pipeline(commands);
    }

    private Command ParseCommand()
    {
        var head = ParseOperand();
        List<Operand> arguments = [];
        while (Next is { Kind: not TemplateTokenKind.End } and not { Kind: TemplateTokenKind.Sign, Text: "|" or ")" })
            arguments.Add(ParseOperand());
        return new Command(head, arguments);
    }

    private Operand ParseOperand()
    {
        var token = tokens[at];
        if (token.Kind != TemplateTokenKind.End) at++;
        return token.Kind switch
        {
            TemplateTokenKind.Text => Literal(token.Text),
            TemplateTokenKind.Number => Literal(NumberOf(token.Text)),
            TemplateTokenKind.Variable => WithFields(OperandKind.Variable, token.Text),
            TemplateTokenKind.Field when token.Text.Length == 0 => WithFields(OperandKind.Dot, ""),
            TemplateTokenKind.Field => WithFields(OperandKind.Dot, "", first: token.Text),
            TemplateTokenKind.Name => ParseName(token.Text),
            TemplateTokenKind.Sign when token.Text == "(" => ParseGroup(),
            _ => throw Unexpected(),
        };
    }

    private Operand ParseName(string name) => name switch
    {
        "true" => Literal(true),
        "false" => Literal(false),
        "nil" => Literal(null),
        "site" or "page" => WithFields(OperandKind.Function, name),
        // Functions have a namespace: strings.ToUpper.
        _ when Next is { Kind: TemplateTokenKind.Field, IsAdjacent: true, Text.Length: > 0 } =>
            WithFields(OperandKind.Function, $"{name}.{tokens[at++].Text}"),
        _ => WithFields(OperandKind.Function, name),
    };

    private Operand ParseGroup()
    {
        var group = ParsePipeline();
        if (!TakeSign(")")) throw Unexpected();
        return WithFields(OperandKind.Group, "") with { Group = group };
    }

    private Operand WithFields(OperandKind kind, string name, string? first = null)
    {
        List<string> fields = first is null ? [] : [first];
        while (Next is { Kind: TemplateTokenKind.Field, IsAdjacent: true, Text.Length: > 0 }) fields.Add(tokens[at++].Text);
        return new Operand(kind, name, null, null, fields);
    }

    private static Operand Literal(object? value) => new(OperandKind.Literal, "", value, null, []);

    private static object NumberOf(string text)
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)) return whole;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return number;
        throw new TemplateException($"has the number {text}");
    }

    private bool Take(TemplateTokenKind kind, string text)
    {
        var isNext = Next.Kind == kind && Next.Text == text;
        if (isNext) at++;
        return isNext;
    }

    private TemplateException Unexpected() =>
        new(Next.Kind == TemplateTokenKind.End ? "has an action that is not complete" : $"has {Next.Text} where it cannot be");
}
