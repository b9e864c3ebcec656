using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CsCheck;
using FeedApi.Rendering.Html;
using FeedApi.Site;
using Xunit;

namespace FeedApi.Tests.Rendering.Embeds;

/// <summary>Pieces that parsers disagree about, put together at random.</summary>
public sealed class AllowedOnlyTests
{
    private static readonly string[] Pieces =
    [
        "<math>", "</math>", "<mtext>", "</mtext>",
        "<mglyph>", "<malignmark>", "<annotation-xml encoding='text/html'>", "<mi href=//x.test>",
        "<svg>", "</svg>", "<desc>", "<title>", "</title>",
        "<foreignObject>", "<style>", "</style>", "<script>x</script>", "<table>", "<tr>",
        "<td>", "</table>", "<select>", "</select>",
        "<option>", "<br>", "<img src=x onerror=y>", "<img data-src=javascript:x>", "<noscript>",
        "</noscript>", "<object data=javascript:x>", "</object>", "<iframe srcdoc='<img src=x onerror=y>'>", "</iframe>", "<template>",
        "<template shadowrootmode=open>", "</template>", "<form>", "</form>", "<textarea>",
        "</textarea>", "<!--", "-->", "<![CDATA[", "]]>",
        "<p title='</noscript><img src=x onerror=y>'>", "<a name=x id=y href=#x>", "</a>", "<a href='javascript:x'>", "<xmp>", "</xmp>",
        "<noembed>", "</noembed>", "<map><area href=javascript:x>", "</map>",
        "<video poster=javascript:x>", "</video>", "<plaintext>", "a<b>c",
        "<embed src='data:text/html,x'>", "<img src='data:image/svg+xml,<svg onload=x><rect/></svg>'>",
        "&lt;script&gt;", "<use href=//x.test#a />",
        "<rect onclick=x />", "<marquee onstart=x>", "<button formaction=javascript:x>", "<maction>", "<semantics>", "<annotation>",
    ];

    [Fact]
    public void Only_allowed_names_come_out() => Gen.Int[0, Pieces.Length - 1].Select(index => Pieces[index]).Array[1, 14].Sample(pieces =>
    {
        foreach (var trust in Enum.GetValues<TrustLevel>())
        {
            var (article, _) = Embeds.Read(string.Concat(pieces), trust);
            AssertAllowed(article.Html, trust);
            foreach (var file in article.Files) AssertDrawing(file.Content);
        }
    }, iter: 2_000);

    private static void AssertAllowed(string html, TrustLevel trust)
    {
        foreach (var element in new HtmlParser().ParseDocument("<!doctype html><html><body>" + html).Body!.QuerySelectorAll("*"))
        {
            var isPlayer = element.LocalName == "iframe" && trust == TrustLevel.Author;
            Assert.True(
                HtmlVocabulary.Allowed.Contains(element.LocalName) || MathVocabulary.Elements.Contains(element.LocalName) || isPlayer,
                html);
            Assert.NotEqual(NamespaceNames.SvgUri, element.NamespaceUri);
            foreach (var attribute in element.Attributes)
            {
                Assert.False(attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase), html);
                Assert.False(attribute.Name is "srcdoc" or "formaction" or "xlink:href" or "data", html);
                if (attribute.Name is "href" or "src" or "poster" or "cite")
                    Assert.Matches("^(https?:|mailto:|tel:|data:image/(png|gif|jpeg|webp);)", attribute.Value);
            }
        }
    }

    private static void AssertDrawing(string svg)
    {
        foreach (var element in System.Xml.Linq.XDocument.Parse(svg).Descendants())
        {
            Assert.DoesNotContain(element.Name.LocalName, (string[])["script", "foreignObject", "image", "a", "iframe"]);
            Assert.DoesNotContain(
                element.Attributes(), attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase));
            Assert.All(
                element.Attributes().Where(attribute => attribute.Name.LocalName == "href"),
                attribute => Assert.StartsWith("#", attribute.Value, StringComparison.Ordinal));
        }
    }
}
