namespace FeedApi.Rendering.Shortcodes.Templates;

/// <summary>Splits a template into texts and actions. Comments are left out.</summary>
/// <remarks>Go, text/template, "Text and spaces": <c>{{-</c> and <c>-}}</c> remove the white space beside the action.</remarks>
internal static class TemplateSplitter
{
    private const string Open = "{{";
    private const string Close = "}}";

    /// <summary>The pieces in order.</summary>
    /// <exception cref="TemplateException">An action or a comment does not end.</exception>
    public static IReadOnlyList<TemplatePiece> Split(string template)
    {
        List<TemplatePiece> pieces = [];
        var (at, trims) = (0, false);
        while (at < template.Length)
        {
            var open = template.IndexOf(Open, at, StringComparison.Ordinal);
            var text = open < 0 ? template[at..] : template[at..open];
            if (trims) text = text.TrimStart();
            if (open < 0)
            {
                pieces.Add(new TemplatePiece(text, IsAction: false));
                break;
            }

            var end = EndOf(template, open + Open.Length);
            var action = template[(open + Open.Length)..end];
            if (action is ['-', ' ' or '\t' or '\n' or '\r', ..]) (action, text) = (action[1..], text.TrimEnd());
            trims = action is [.., ' ' or '\t' or '\n' or '\r', '-'];
            if (trims) action = action[..^1];
            if (text.Length > 0) pieces.Add(new TemplatePiece(text, IsAction: false));
            action = action.Trim();
            if (!action.StartsWith("/*", StringComparison.Ordinal)) pieces.Add(new TemplatePiece(action, IsAction: true));
            at = end + Close.Length;
        }

        return pieces;
    }

    private static int EndOf(string template, int start)
    {
        var inner = template.AsSpan(start).TrimStart("- \t\r\n");
        if (inner.StartsWith("/*"))
        {
            var comment = template.IndexOf("*/", template.Length - inner.Length, StringComparison.Ordinal);
            start = comment < 0 ? template.Length : comment;
        }

        var quote = '\0';
        for (var i = start; i < template.Length; i++)
        {
            var letter = template[i];
            if (quote != '\0')
            {
                if (letter == '\\' && quote != '`') i++;
                else if (letter == quote) quote = '\0';
            }
            else if (letter is '"' or '`' or '\'') quote = letter;
            else if (letter == '}' && i + 1 < template.Length && template[i + 1] == '}') return i;
        }

        throw new TemplateException("has an action that does not end");
    }
}
