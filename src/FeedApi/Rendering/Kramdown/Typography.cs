namespace FeedApi.Rendering.Kramdown;

/// <summary>Hyphens, dots and angle brackets that become dashes, an ellipsis and guillemets.</summary>
internal static class Typography
{
    // In this order: the longer before the shorter.
    private static readonly (string Source, string Name, string Symbol)[] Symbols =
    [
        ("---", "mdash", "—"), ("--", "ndash", "–"), ("...", "hellip", "…"), ("\\<<", "", "<<"), ("\\>>", "", ">>"),
        ("<< ", "laquo_space", "«\u00a0"), (" >>", "raquo_space", "\u00a0»"), ("<<", "laquo", "«"), (">>", "raquo", "»"),
    ];

    /// <summary>Reads one of them.</summary>
    public static bool Read(SpanReader reader)
    {
        var settings = reader.State.Settings;
        if (!settings.HasTypography) return false;
        foreach (var (source, name, symbol) in Symbols)
        {
            if (!Chars.IsAt(reader.Text, reader.Position, source)) continue;
            reader.AddSymbol(settings.Symbols.GetValueOrDefault(name, symbol), reader.Position + source.Length);
            return true;
        }

        return false;
    }
}
