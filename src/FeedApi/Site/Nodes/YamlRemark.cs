using FeedApi.Model;

namespace FeedApi.Site.Nodes;

/// <summary>Something in a YAML document that was read otherwise than it is written.</summary>
/// <param name="Code">One of <see cref="ProblemCodes"/>.</param>
/// <param name="Line">1-based line of the file.</param>
/// <param name="Column">1-based column, in chars.</param>
/// <param name="Message">What is wrong, in one sentence.</param>
/// <param name="Action">What was done, in one sentence.</param>
internal sealed record YamlRemark(string Code, int Line, int Column, string Message, string Action)
{
    /// <summary>A value was read as text, although YAML gives its first character a meaning.</summary>
    public static YamlRemark AsText(ConfigNode value, char sign) => new(
        ProblemCodes.FrontMatterRepaired,
        value.Line,
        value.Column,
        $"A value cannot begin with {sign} unless it is quoted.",
        "The value was read as it stands.");

    /// <summary>A text begins with an anchor that no alias names, such as an entity of HTML.</summary>
    public static YamlRemark UnusedAnchor(ConfigScalar value, string name) => new(
        ProblemCodes.FrontMatterRepaired,
        value.Line,
        value.Column,
        $"A value cannot begin with & unless it is quoted: &{name} names an anchor.",
        "The value is what follows, as YAML has it.");

    /// <summary>A list is the key of a mapping.</summary>
    public static YamlRemark ListAsKey(ConfigNode key) => new(
        ProblemCodes.FieldType, key.Line, key.Column, "A key must be a text; this one is a list.", "It is left out with its value.");

    /// <summary>More than one document is in a file of which the first is read.</summary>
    public static YamlRemark FurtherDocument(int line, int column) => new(
        ProblemCodes.FrontMatterInvalid, line, column, "A second YAML document begins here.", "Only the first is read.");

    /// <summary>A quoted value has lines that are not indented.</summary>
    public static YamlRemark Unindented(int line) => new(
        ProblemCodes.FrontMatterRepaired,
        line,
        1,
        "A quoted value goes on in a line that is not indented.",
        "The line was read as part of the value.");
}
