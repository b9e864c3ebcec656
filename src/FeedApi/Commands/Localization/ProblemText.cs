using FeedApi.Model.Text;

namespace FeedApi.Commands.Localization;

/// <summary>
/// How reports for people tell a problem. Messages are in English, as they name what is in the file; before a message stands what its
/// code means, if the language of the user has a text <c>problem:CODE</c> for it.
/// </summary>
internal static class ProblemText
{
    /// <summary>Severity, code and message.</summary>
    public static string Of(bool isError, string code, string message)
    {
        var (severity, told) = (isError ? Localized.Text("error") : Localized.Text("warning"), LogText.Escape(message));
        return Localized.Find("problem:" + code) is { } meaning
            ? Localized.Text($"{severity} {code}: {meaning} ({told})")
            : Localized.Text($"{severity} {code}: {told}");
    }

    /// <summary>What was done: one sentence, or several when the same fault was treated in several ways.</summary>
    public static string OfAction(string action)
    {
        var sentences = action.Replace(". ", ".\n", StringComparison.Ordinal).Split('\n');
        return LogText.Escape(string.Concat(sentences.Select((sentence, i) => i == 0
            ? Localized.Text(sentence)
            : Localized.Text($" {Localized.Text(sentence)}"))));
    }
}
