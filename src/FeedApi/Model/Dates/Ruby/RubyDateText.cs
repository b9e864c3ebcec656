using System.Text.RegularExpressions;

namespace FeedApi.Model.Dates.Ruby;

/// <summary>A date from which one part after the other is taken. It leaves a space, so that its neighbours stay apart.</summary>
internal sealed partial class RubyDateText(string text)
{
    private string rest = Separators().Replace(text, " ");

    /// <summary>Takes the first place that has a form; false when none has.</summary>
    public bool Take(Regex form, out Match match)
    {
        match = form.Match(rest);
        if (match.Success) rest = $"{rest.AsSpan(0, match.Index)} {rest.AsSpan(match.Index + match.Length)}";
        return match.Success;
    }

    /// <summary>True when any place has a form. Nothing is taken.</summary>
    public bool Has(Regex form) => form.IsMatch(rest);

    // Parentheses, semicolons and the like only part what stands beside them.
    [GeneratedRegex(@"[^-+',./:@\[\]\p{L}\p{M}\p{Nd}]+", RegexOptions.NonBacktracking)]
    private static partial Regex Separators();
}
