using System.Text.RegularExpressions;
using FeedApi.Content.Posts;
using FeedApi.Model;
using FeedApi.Site.Nodes;

namespace FeedApi.Content.FrontMatter;

/// <summary>Reads a post's front matter, repairing what unattended jobs get wrong.</summary>
internal static partial class FrontMatterReader
{
    // The opening fence.
    private const int LinesBefore = 1;

    private const char WideColon = '\uff1a';

    /// <summary>The mapping; null when it is unusable, with the reason in the log.</summary>
    /// <param name="text">The front matter.</param>
    /// <param name="syntax">Its language.</param>
    /// <param name="problems">Receives the faults found.</param>
    public static ConfigMap? Read(string text, FrontMatterSyntax syntax, ProblemLog problems)
    {
        var linesBefore = syntax == FrontMatterSyntax.Json ? 0 : LinesBefore;
        if (System.Text.Encoding.UTF8.GetByteCount(text) > YamlLimits.FrontMatter.Chars)
        {
            problems.Hold(ProblemCodes.FrontMatterTooLarge, linesBefore + 1, 1, "The front matter is larger than 64 KiB.");
            return null;
        }

        try
        {
            return syntax switch
            {
                FrontMatterSyntax.Toml => ReadToml(text, problems),
                FrontMatterSyntax.Json => Accept(JsonNodeReader.Read(text, YamlLimits.FrontMatter), problems),
                _ => ReadYaml(WithoutOddLineEnds(text), problems),
            };
        }
        catch (YamlFault fault)
        {
            problems.Hold(fault.Code, fault.Line, fault.Column, fault.Message);
            return null;
        }
    }

    private static ConfigMap? ReadYaml(string yaml, ProblemLog problems)
    {
        try
        {
            return ReadAsWritten(yaml, problems);
        }
        catch (YamlFault fault) when (fault.Code is ProblemCodes.FrontMatterInvalid or ProblemCodes.YamlAlias)
        {
            var resolved = SurrogateEscapes.Resolve(yaml, out var droppedAt);
            if (droppedAt is { } index)
            {
                WarnForbidden(
                    problems, LinesBefore + 1 + yaml.AsSpan(0, index).Count('\n'), index - yaml.AsSpan(0, index).LastIndexOf('\n'));
            }

            return ReadRepaired(FrontMatterRepair.Of(resolved, LinesBefore), fault, text => ReadAsWritten(text, problems), problems);
        }
    }

    private static ConfigMap? ReadToml(string toml, ProblemLog problems)
    {
        ConfigMap Read(string text) => Accept(TomlNodeReader.Read(text, YamlLimits.FrontMatter, LinesBefore), problems);
        try
        {
            return Read(toml);
        }
        catch (YamlFault fault) when (fault.Code == ProblemCodes.FrontMatterInvalid)
        {
            return ReadRepaired(TomlRepair.Of(SurrogateEscapes.Resolve(toml, out _)), fault, Read, problems);
        }
    }

    // YAML 1.1 treats these as line breaks and would end the value in the middle of its line. One for one, so that columns stay.
    private static string WithoutOddLineEnds(string yaml) =>
        yaml.AsSpan().IndexOfAny('\u0085', '\u2028', '\u2029') < 0
            ? yaml
            : yaml.Replace('\u0085', ' ').Replace('\u2028', ' ').Replace('\u2029', ' ');

    private static ConfigMap? ReadRepaired(FrontMatterRepair repair, YamlFault first, Func<string, ConfigMap> read, ProblemLog problems)
    {
        try
        {
            var map = AddressKeys.WithoutSyntax(read(repair.Yaml), repair.Lines);
            foreach (var line in repair.Lines)
                problems.Warn(ProblemCodes.FrontMatterRepaired, line.Line, line.Column, line.Message, "The value was read as it stands.");
            return map;
        }
        catch (YamlFault second)
        {
            // The message about the author's own text helps more, unless the repair uncovered something that is rejected.
            var fault = second.Code == ProblemCodes.FrontMatterInvalid ? first : second;
            problems.Hold(fault.Code, fault.Line, fault.Column, fault.Message);
            return null;
        }
    }

    private static ConfigMap ReadAsWritten(string yaml, ProblemLog problems)
    {
        var root = YamlNodeReader.Read(yaml, YamlLimits.FrontMatter, LinesBefore, out var reader);
        if (root is null or { IsUnset: true }) return new ConfigMap([], LinesBefore + 1, 1);
        if (root is not ConfigMap map)
            throw new YamlFault(
                ProblemCodes.FrontMatterInvalid, root.Line, root.Column, "The front matter is not a list of keys and values.");
        RefuseSwallowedLines(map, yaml);
        RefuseWideColons(map);
        foreach (var remark in reader.Remarks) problems.Warn(remark.Code, remark.Line, remark.Column, remark.Message, remark.Action);
        return Accept(new NodeReading(map, reader.RepeatedKeys, reader.FirstDropped), problems);
    }

    private static ConfigMap Accept(NodeReading reading, ProblemLog problems)
    {
        if (reading.FirstDropped is { } dropped) WarnForbidden(problems, dropped.Line, dropped.Column);
        foreach (var key in reading.RepeatedKeys)
            problems.Warn(
                ProblemCodes.DuplicateKey, key.Line, key.Column, $"The key {key.Key} is given more than once.", "The last one is used.");
        return reading.Map;
    }

    /// <summary>Reports that characters forbidden by XML were removed; once per post, at the first of them.</summary>
    public static void WarnForbidden(ProblemLog problems, int line, int column)
    {
        if (!problems.Has(ProblemCodes.ForbiddenCharacters))
            problems.Warn(
                ProblemCodes.ForbiddenCharacters, line, column, "The file contains characters that XML forbids.", "They were removed.");
    }

    // An unclosed quote runs on to the next quote, over the keys between.
    private static void RefuseSwallowedLines(ConfigMap map, string yaml)
    {
        foreach (var entry in map.Entries)
        {
            if (entry.Value is not ConfigScalar { IsQuoted: true } text || text.LastLine == text.Line) continue;
            var inside = yaml.Split('\n')[(text.Line - LinesBefore)..(text.LastLine - LinesBefore)];
            if (inside.Any(line => KeyLine().IsMatch(line)))
                throw new YamlFault(
                    ProblemCodes.FrontMatterInvalid, text.Line, text.Column, $"The value of {entry.Key} has no closing quote.");
        }
    }

    // "title：part: two" is a key of YAML as a whole.
    private static void RefuseWideColons(ConfigMap map)
    {
        foreach (var entry in map.Entries)
        {
            var colon = entry.Key.IndexOf(WideColon, StringComparison.Ordinal);
            if (colon > 0 && PostMeta.IsKnown(entry.Key[..colon].TrimEnd()))
                throw new YamlFault(ProblemCodes.FrontMatterInvalid, entry.Line, entry.Column, "A full-width colon follows a key.");
        }
    }

    [GeneratedRegex(@"^[A-Za-z_][\w\-]*:( |$)")]
    private static partial Regex KeyLine();
}
