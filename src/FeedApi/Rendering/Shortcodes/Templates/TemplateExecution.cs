using FeedApi.Rendering.Shortcodes.Templates.Functions;

namespace FeedApi.Rendering.Shortcodes.Templates;

/// <summary>Executes a template for one shortcode.</summary>
/// <param name="root">The shortcode.</param>
/// <param name="context">What functions need to know, and the budget.</param>
internal sealed class TemplateExecution(ITemplateObject root, TemplateContext context)
{
    private const long MaxCount = 2_000;

    private readonly EscapingWriter output = new();
    private readonly List<(string Name, object? Value)> variables = [("", root)];

    private enum Flow
    {
        Next,
        Break,
        Continue,
    }

    /// <summary>The HTML of the shortcode.</summary>
    /// <exception cref="TemplateException">The template uses what is not supported, fails, or exceeds the budget.</exception>
    public string Run(IReadOnlyList<TemplateNode> template)
    {
        Execute(template, root);
        return output.ToString();
    }

    private Flow Execute(IReadOnlyList<TemplateNode> nodes, object? dot)
    {
        var known = variables.Count;
        var flow = Flow.Next;
        foreach (var node in nodes)
        {
            context.Budget.Step();
            flow = Execute(node, dot);
            if (flow != Flow.Next) break;
        }

        variables.RemoveRange(known, variables.Count - known);
        return flow;
    }

    private Flow Execute(TemplateNode node, object? dot)
    {
        switch (node)
        {
            case TextNode text:
                context.Budget.Spend(text.Text.Length);
                output.WriteTemplate(text.Text);
                return Flow.Next;
            case OutputNode written:
                Write(Evaluate(written.Pipeline, dot));
                return Flow.Next;
            case SetNode set:
                Set(set, Evaluate(set.Pipeline, dot));
                return Flow.Next;
            case BranchNode branch:
                return Branch(branch, dot);
            case RangeNode range:
                return Repeat(range, dot);
            case JumpNode jump:
                return jump.IsBreak ? Flow.Break : Flow.Continue;
            default:
                throw new TemplateException($"uses {(node as UnsupportedNode)?.What}");
        }
    }

    private void Write(object? value)
    {
        if (value is not null) context.Budget.Spend(TemplateValues.TextOf(value).Length);
        output.WriteValue(value);
    }

    private void Set(SetNode set, object? value)
    {
        if (set.IsDeclaration) variables.Add((set.Name, value));
        else variables[IndexOf(set.Name)] = (set.Name, value);
    }

    private int IndexOf(string variable)
    {
        var index = variables.FindLastIndex(each => each.Name == variable);
        return index >= 0 ? index : throw new TemplateException($"uses the unknown variable ${variable}");
    }

    private Flow Branch(BranchNode branch, object? dot)
    {
        var known = variables.Count;
        var value = Evaluate(branch.Condition, dot);
        if (branch.Variable is { } name) variables.Add((name, value));
        var flow = TemplateValues.IsTrue(value) ? Execute(branch.Then, branch.IsWith ? value : dot) : Execute(branch.Else, dot);
        variables.RemoveRange(known, variables.Count - known);
        return flow;
    }

    private Flow Repeat(RangeNode range, object? dot)
    {
        var any = false;
        foreach (var (key, element) in ElementsOf(Evaluate(range.List, dot)))
        {
            any = true;
            var known = variables.Count;
            if (range.Index is { } index) variables.Add((index, key));
            if (range.Element is { } name) variables.Add((name, element));
            var flow = Execute(range.Body, element);
            variables.RemoveRange(known, variables.Count - known);
            if (flow == Flow.Break) break;
        }

        return any ? Flow.Next : Execute(range.Else, dot);
    }

    private static IEnumerable<(object? Key, object? Element)> ElementsOf(object? value) => value switch
    {
        null => [],
        long count and <= MaxCount =>
            Enumerable.Range(0, (int)Math.Max(0, count)).Select(index => ((object?)(long)index, (object?)(long)index)),
        IReadOnlyList<object?> list => list.Select((element, index) => ((object?)(long)index, element)),
        IReadOnlyDictionary<string, object?> map => TemplateValues.InOrder(map).Select(pair => ((object?)pair.Key, pair.Value)),
        _ => throw new TemplateException("ranges over what is no list"),
    };

    private object? Evaluate(Pipeline pipeline, object? dot)
    {
        object? value = null;
        for (var i = 0; i < pipeline.Commands.Count; i++)
        {
            context.Budget.Step();
            value = Evaluate(pipeline.Commands[i], dot, i == 0 ? [] : [value]);
        }

        return value;
    }

    private object? Evaluate(Command command, object? dot, IReadOnlyList<object?> piped)
    {
        var head = command.Head;
        if (head is { Kind: OperandKind.Function, Name: "and" or "or" } && piped.Count == 0) return Decide(command, dot);
        List<object?> arguments = new(command.Arguments.Count + piped.Count);
        foreach (var argument in command.Arguments)
        {
            context.Budget.Step();
            arguments.Add(ValueOf(argument, dot, []));
        }

        arguments.AddRange(piped);
        return ValueOf(head, dot, arguments);
    }

    // Both evaluate their arguments only until the result is known.
    private object? Decide(Command command, object? dot)
    {
        object? value = null;
        foreach (var argument in command.Arguments)
        {
            context.Budget.Step();
            value = ValueOf(argument, dot, []);
            if (TemplateValues.IsTrue(value) == (command.Head.Name == "or")) break;
        }

        return value;
    }

    private object? ValueOf(Operand operand, object? dot, List<object?> arguments)
    {
        var isCall = operand.Kind == OperandKind.Function && operand.Fields.Count == 0;
        if (isCall) return TemplateFunctions.Call(operand.Name, arguments, context);
        var value = operand.Kind switch
        {
            OperandKind.Literal => operand.Value,
            OperandKind.Dot => dot,
            OperandKind.Variable => variables[IndexOf(operand.Name)].Value,
            OperandKind.Group => Evaluate(operand.Group!, dot),
            _ => TemplateFunctions.Call(operand.Name, [], context),
        };
        for (var i = 0; i < operand.Fields.Count; i++)
            value = TemplateValues.FieldOf(value, operand.Fields[i], i == operand.Fields.Count - 1 ? arguments : []);
        return operand.Fields.Count > 0 || arguments.Count == 0 ? value : throw new TemplateException("calls what is no function");
    }
}
