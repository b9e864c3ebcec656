using System.Text.RegularExpressions;
using FeedApi.Content.FrontMatter;
using FeedApi.Content.Posts;
using FeedApi.Site.Hugo;

namespace FeedApi.Content.Hugo;

/// <summary>Finds out whether a post's words are letters: <c>isCJKLanguage</c>, and <c>hasCJKLanguage</c> of the site.</summary>
/// <remarks>Hugo, "hasCJKLanguage": only with it the text itself is looked at.</remarks>
internal static partial class HugoCjk
{
    /// <summary>True or false as the post or its text says; null when the site does not ask for it.</summary>
    public static bool? Of(FieldReader fields, HugoSettings hugo, FrontMatterText cut) =>
        HugoBoolean.Of(fields.FindIgnoringCase("isCJKLanguage"))
        ?? (hugo.HasCjkLanguage && (Letter().IsMatch(cut.Body) || Letter().IsMatch(cut.Text ?? "")) ? true : null);

    // Hangul, Kana and Han, those of higher planes by their first halves: .NET has no classes for scripts.
    [GeneratedRegex(
        @"[\u1100-\u11FF\u3005-\u3007\u3021-\u3029\u3038-\u303B\u3041-\u30FF\u3131-\u318E\u31F0-\u31FF\u3400-\u4DBF\u4E00-\u9FFF"
        + @"\uA960-\uA97C\uAC00-\uD7FB\uF900-\uFAFF\uFF66-\uFF9D\uFFA0-\uFFDC\uD840-\uD888]")]
    private static partial Regex Letter();
}
