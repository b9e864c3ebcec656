using System.Text.RegularExpressions;
using AngleSharp.Css.Parser;
using FeedApi.Model;
using FeedApi.Model.Text;

namespace FeedApi.Site.Settings;

/// <summary>
/// Reads and validates <c>feedapi.strip</c> and <c>feedapi.strip_text</c>: an invalid rule stops the start instead of having no effect.
/// </summary>
internal static class StripRulesReader
{
    private const string Selectors = "strip", Texts = "strip_text";

    /// <summary>Reads the rules; the value of each key is a list, or a single rule.</summary>
    /// <exception cref="SiteConfigException">A rule is invalid.</exception>
    public static StripRules Read(SiteYaml own)
    {
        var selectors = own.Texts(Selectors);
        foreach (var selector in selectors)
        {
            if (new CssSelectorParser().ParseSelector(selector.Text) is null)
                throw own.Wrong(Selectors, selector, "a list of CSS selectors such as .share-buttons");
        }

        var texts = own.Texts(Texts);
        foreach (var text in texts) Check(own, text);
        return new StripRules([.. selectors.Select(each => each.Text)], [.. texts.Select(each => each.Text)]);
    }

    private static void Check(SiteYaml own, ConfigScalar text)
    {
        try
        {
            _ = new Regex(text.Text, RegexOptions.NonBacktracking);
        }
        catch (ArgumentException wrong)
        {
            throw own.Wrong(Texts, text, $"a list of regular expressions ({MessageText.Shorten(wrong.Message)})");
        }
        catch (NotSupportedException)
        {
            throw own.Wrong(
                Texts,
                text,
                "a list of regular expressions of moderate size without lookarounds, backreferences, conditions and atomic groups");
        }
    }
}
