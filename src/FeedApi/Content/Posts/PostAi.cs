using FeedApi.Model;

namespace FeedApi.Content.Posts;

/// <summary>The key <c>ai</c>: <c>generated</c>, <c>assisted</c>, <c>none</c>, or <c>{kind, tool}</c>.</summary>
internal static class PostAi
{
    private const string Key = "ai";

    /// <summary>The declaration; null when there is none.</summary>
    public static AiProvenance? Of(FieldReader fields)
    {
        if (fields.Find(Key) is not { } value) return null;
        if (value is not ConfigMap map) return new AiProvenance(KindOf(fields, value, value));
        var inside = new FieldReader(map, fields.Problems);
        var (name, tool) = inside.FindFirst("tool", "model");
        return new AiProvenance(
            inside.Find("kind") is { } kind ? KindOf(fields, value, kind) : AiKind.Generated,
            inside.Line(name, tool, FieldReader.NameChars));
    }

    // A text that may need a label gets one, whatever word declares it.
    private static AiKind KindOf(FieldReader fields, ConfigNode value, ConfigNode kind)
    {
        if (kind is ConfigScalar { Text: var text } && AiProvenance.KindOf(text) is { } known) return known;
        fields.Problems.Warn(
            ProblemCodes.FieldType, value.Line, value.Column, "ai must be generated, assisted, none, or an object with kind and tool.",
            "The post is labelled as generated.");
        return AiKind.Generated;
    }
}
