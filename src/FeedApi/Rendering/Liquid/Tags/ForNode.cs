using System.Text.Encodings.Web;
using FeedApi.Rendering.Liquid.Parsing;
using FeedApi.Rendering.Liquid.Values;
using Fluid;
using Fluid.Ast;
using Fluid.Values;

namespace FeedApi.Rendering.Liquid.Tags;

/// <summary><c>{% for item in list %}</c>. Fluid's own counts <c>forloop.index</c> from the offset.</summary>
internal sealed class ForNode(
    string item, Expression source, IReadOnlyList<(string Name, Expression Value)> modifiers,
    IReadOnlyList<Statement> body, ElseStatement? end)
    : TagStatement(body)
{
    /// <summary>The variable that is also <c>forloop.parentloop</c>.</summary>
    public const string ParentLoop = "parentloop";

    private const string Loop = "forloop";

    private readonly string name = $"{item}-{(source as LookupExpression)?.Name}";

    public ElseStatement? Else => end;

    public override ValueTask<Completion> WriteToAsync(TextWriter writer, TextEncoder encoder, TemplateContext context)
    {
        var items = Items((LiquidContext)context);
        if (items.Length == 0) return end?.WriteToAsync(writer, encoder, context) ?? Normal();
        var outer = new[] { item, Loop, ParentLoop }.Select(each => (Name: each, Value: context.GetValue(each))).ToArray();
        context.SetValue(ParentLoop, outer[1].Value);
        try
        {
            WriteItems(items, writer, (LiquidContext)context);
        }
        finally
        {
            foreach (var (name, value) in outer) context.SetValue(name, value);
        }

        return Normal();
    }

    private void WriteItems(FluidValue[] items, TextWriter writer, LiquidContext context)
    {
        var loop = new ForLoopValue { Length = items.Length };
        context.SetValue(Loop, loop);
        for (var i = 0; i < items.Length; i++)
        {
            context.Spend(1);
            (loop.Index0, loop.Index, loop.First) = (i, i + 1, i == 0);
            (loop.RIndex0, loop.RIndex, loop.Last) = (items.Length - i - 1, items.Length - i, i == items.Length - 1);
            context.SetValue(item, items[i]);
            if (new LiquidTemplate(Statements).Write(writer, context) == Completion.Break) break;
        }
    }

    private FluidValue[] Items(LiquidContext context)
    {
        var all = ValueMap.ItemsOf(source.Value(context), context);
        var isContinued = Modifier("offset") is LookupExpression { Name: "continue" };
        var offset = isContinued ? context.LoopOffsets.GetValueOrDefault(name) : Number("offset", context) ?? 0;
        var (start, limit) = (Math.Clamp(offset, 0, all.Count), Number("limit", context) ?? all.Count);
        var items = all.Skip(start).Take(limit < 0 ? all.Count - start + limit : limit).ToArray();
        context.LoopOffsets[name] = start + items.Length;
        if (modifiers.Any(each => each.Name == "reversed")) Array.Reverse(items);
        return items;
    }

    private Expression? Modifier(string key) => modifiers.LastOrDefault(each => each.Name == key).Value;

    private int? Number(string key, LiquidContext context) =>
        Modifier(key)?.Value(context) is { } value and not BaseNilValue ? RubyText.Whole(value) : null;
}
