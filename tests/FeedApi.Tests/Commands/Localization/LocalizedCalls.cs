using System.Globalization;
using System.Text;
using FeedApi.Tests.Docs;

namespace FeedApi.Tests.Commands.Localization;

/// <summary>The texts that the sources give to <c>Localized.Text</c>, as keys: holes of interpolated texts are {0}, {1}.</summary>
internal sealed class LocalizedCalls
{
    private const string Call = "Localized.Text(";

    private readonly string source;
    private int at;

    private LocalizedCalls(string source, int at) => (this.source, this.at) = (source, at);

    /// <summary>All of them. Calls with anything but literals are left out.</summary>
    public static IEnumerable<string> Keys() =>
        Directory.EnumerateFiles(Repository.PathOf("src/FeedApi/Commands"), "*.cs", SearchOption.AllDirectories)
            .Select(File.ReadAllText).SelectMany(KeysIn).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> KeysIn(string source)
    {
        for (var at = source.IndexOf(Call, StringComparison.Ordinal); at >= 0; at = source.IndexOf(Call, at + 1, StringComparison.Ordinal))
        {
            if (new LocalizedCalls(source, at + Call.Length).Key() is { } key) yield return key;
        }
    }

    private string? Key()
    {
        var (key, holes) = (new StringBuilder(), 0);
        do
        {
            SkipSpace();
            var isInterpolated = source[at] == '$';
            if (isInterpolated) at++;
            if (source[at] != '"') return null;
            at++;
            if (isInterpolated) holes = Interpolated(key, holes);
            else Literal(key);
            SkipSpace();
        }
        while (source[at++] == '+');
        return source[at - 1] == ')' ? key.ToString() : null;
    }

    private void SkipSpace()
    {
        while (char.IsWhiteSpace(source[at])) at++;
    }

    private void Literal(StringBuilder key)
    {
        while (source[at] != '"') Char(key);
        at++;
    }

    private int Interpolated(StringBuilder key, int holes)
    {
        while (source[at] != '"')
        {
            if (source[at] is not '{' || source[at + 1] is '{')
            {
                // A doubled brace stays doubled.
                if (source[at] is '{' or '}') key.Append(source[at++]);
                Char(key);
                continue;
            }

            key.Append(CultureInfo.InvariantCulture, $"{{{holes++}{Format()}}}");
        }

        at++;
        return holes;
    }

    private void Char(StringBuilder key)
    {
        if (source[at] == '\\') at++;
        var isEscaped = source[at - 1] == '\\';
        key.Append(isEscaped && source[at] == 'n' ? '\n' : source[at]);
        at++;
    }

    // Goes behind the hole, and gives what stands behind its colon.
    private string Format()
    {
        var (depth, colon, inText) = (0, -1, false);
        for (at++; depth > 0 || inText || source[at] != '}'; at++)
        {
            if (source[at] == '"') inText = !inText;
            if (inText) continue;
            if (source[at] is '(' or '{' or '[') depth++;
            if (source[at] is ')' or '}' or ']') depth--;
            if (source[at] == ':' && depth == 0 && colon < 0) colon = at;
        }

        var format = colon < 0 ? "" : source[colon..at];
        at++;
        return format;
    }
}
