using System.Text;
using System.Text.RegularExpressions;

namespace FeedApi.Model.Text;

/// <summary>Changes the case of letters as Ruby does, also of those that have no single capital: <c>ß</c> is <c>SS</c>.</summary>
/// <remarks>Ruby 3.1, <c>String#upcase</c>; Unicode, SpecialCasing.txt.</remarks>
internal static partial class RubyCase
{
    /// <summary>The text in capitals.</summary>
    public static string Upper(string text) => WithoutCapital().Replace(
        text.ToUpperInvariant(),
        letter => letter.Value switch
        {
            "ß" => "SS",
            "ı" => "I",
            _ => letter.Value.Normalize(NormalizationForm.FormKD).ToUpperInvariant(),
        });

    /// <summary>The text with a first capital, all others small.</summary>
    public static string Capitalize(string text)
    {
        if (text.Length == 0) return text;
        var first = Upper(text[..1]);
#pragma warning disable CA1308 // Small letters are what is asked for.
        return first[..1] + (first[1..] + text[1..]).ToLowerInvariant();
#pragma warning restore CA1308
    }

    // Letters with marks that no capital has, and ligatures: each becomes the capitals of what it is composed of.
    [GeneratedRegex(
        "[ßıŉǰΐΰև\u1e96-\u1e9a\u1f50\u1f52\u1f54\u1f56\u1fb6\u1fc6\u1fd2\u1fd3\u1fd6\u1fd7\u1fe2-\u1fe4\u1fe6\u1fe7\u1ff6ﬀ-ﬆﬓ-ﬗ]")]
    private static partial Regex WithoutCapital();
}
