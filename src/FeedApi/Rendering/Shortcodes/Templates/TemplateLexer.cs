using System.Globalization;
using System.Text;

namespace FeedApi.Rendering.Shortcodes.Templates;

/// <summary>Splits an action into tokens.</summary>
/// <remarks>Go, text/template, "Arguments".</remarks>
internal sealed class TemplateLexer(string action)
{
    private readonly List<TemplateToken> tokens = [];
    private int at;

    /// <summary>The tokens; the last is <see cref="TemplateTokenKind.End"/>.</summary>
    /// <exception cref="TemplateException">The action is not well formed.</exception>
    public IReadOnlyList<TemplateToken> Read()
    {
        while (true)
        {
            var start = at;
            while (at < action.Length && char.IsWhiteSpace(action[at])) at++;
            var isAdjacent = at == start;
            if (at >= action.Length) break;
            var (kind, text) = Next();
            tokens.Add(new TemplateToken(kind, text, isAdjacent));
        }

        tokens.Add(new TemplateToken(TemplateTokenKind.End, "", IsAdjacent: false));
        return tokens;
    }

    private (TemplateTokenKind Kind, string Text) Next()
    {
        var letter = action[at];
        if (letter == '"') return (TemplateTokenKind.Text, Quoted());
        if (letter == '`') return (TemplateTokenKind.Text, Raw());
        if (letter == '\'') return (TemplateTokenKind.Number, Character());
        if (letter == '$') return (TemplateTokenKind.Variable, NameAfter());
        if (letter == '.' && !IsDigit(at + 1)) return (TemplateTokenKind.Field, NameAfter());
        if (IsDigit(at) || (letter is '-' or '+' or '.' && IsDigit(at + 1))) return (TemplateTokenKind.Number, Number());
        if (char.IsLetter(letter) || letter == '_')
        {
            at--;
            return (TemplateTokenKind.Name, NameAfter());
        }

        var sign = action.AsSpan(at).StartsWith(":=") ? ":=" : letter is '|' or '(' or ')' or ',' or '=' ? letter.ToString() : null;
        if (sign is null) throw new TemplateException($"has the character {letter} in an action");
        at += sign.Length;
        return (TemplateTokenKind.Sign, sign);
    }

    private string NameAfter()
    {
        var start = ++at;
        while (at < action.Length && (char.IsLetterOrDigit(action[at]) || action[at] == '_')) at++;
        return action[start..at];
    }

    private bool IsDigit(int index) => index < action.Length && char.IsAsciiDigit(action[index]);

    private string Number()
    {
        var start = at++;
        while (at < action.Length && (char.IsAsciiLetterOrDigit(action[at]) || action[at] is '.' or '_')) at++;
        return action[start..at];
    }

    // A character is its code point.
    private string Character()
    {
        if (++at >= action.Length) throw new TemplateException("has a character that does not end");
        var text = action[at] == '\\' ? Escape() : Rune.GetRuneAt(action, at).ToString();
        at += text.Length + 1;
        return Rune.GetRuneAt(text, 0).Value.ToString(CultureInfo.InvariantCulture);
    }

    private string Raw()
    {
        var end = action.IndexOf('`', at + 1);
        if (end < 0) throw new TemplateException("has a text that does not end");
        var text = action[(at + 1)..end];
        at = end + 1;
        return text;
    }

    private string Quoted()
    {
        var text = new StringBuilder();
        for (at++; at < action.Length && action[at] != '"'; at++)
        {
            if (action[at] != '\\') text.Append(action[at]);
            else text.Append(Escape());
        }

        at++;
        return text.ToString();
    }

    // Stops at the last char of the escape.
    private string Escape()
    {
        if (++at >= action.Length) throw new TemplateException("has an escape that is not one");
        var letter = action[at];
        return letter switch
        {
            'n' => "\n",
            't' => "\t",
            'r' => "\r",
            'u' => Code(4),
            'x' => Code(2),
            _ => letter.ToString(),
        };
    }

    private string Code(int digits)
    {
        var isCode = at + digits < action.Length
            & int.TryParse(
                action.AsSpan(at + 1, Math.Min(digits, action.Length - at - 1)),
                NumberStyles.AllowHexSpecifier,
                CultureInfo.InvariantCulture,
                out var code);
        if (!isCode) throw new TemplateException("has an escape that is not one");
        at += digits;
        return char.IsSurrogate((char)code) ? "\uFFFD" : ((char)code).ToString();
    }
}
