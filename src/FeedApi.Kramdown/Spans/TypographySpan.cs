using FeedApi.Kramdown.Parsing;

namespace FeedApi.Kramdown.Spans;

/// <summary>Replaces hyphens, dots and angle brackets by dashes, ellipses and guillemets.</summary>
internal static class TypographySpan
{
    // Longer ones first.
    private static readonly (string Source, string Name, string Symbol)[] Symbols =
    [
        ("---", "mdash", "—"), ("--", "ndash", "–"), ("...", "hellip", "…"), ("\\<<", "", "<<"), ("\\>>", "", ">>"),
        ("<< ", "laquo_space", "«\u00a0"), (" >>", "raquo_space", "\u00a0»"), ("<<", "laquo", "«"), (">>", "raquo", "»"),
    ];

    /// <summary>Parses one of them.</summary>
    public static bool Read(SpanReader reader)
    {
        var options = reader.State.Options;
        if (!options.HasTypography) return false;
        foreach (var (source, name, symbol) in Symbols)
        {
            if (!Characters.IsAt(reader.Text, reader.Position, source)) continue;
            reader.AddSymbol(options.TypographicSymbols.GetValueOrDefault(name, symbol), reader.Position + source.Length);
            return true;
        }

        return false;
    }
}
