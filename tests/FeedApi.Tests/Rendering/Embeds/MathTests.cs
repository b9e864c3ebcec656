using Xunit;

namespace FeedApi.Tests.Rendering.Embeds;

public sealed class MathTests
{
    [Theory]
    [InlineData(
        "<p>a <math display=block><mfrac><mi mathvariant=normal>h</mi><mn>2</mn></mfrac><mo stretchy=false>=</mo><mtext>low</mtext>"
            + "</math></p>",
        "<p>a <math display=\"block\"><mfrac><mi mathvariant=\"normal\">h</mi><mn>2</mn></mfrac><mo stretchy=\"false\">=</mo>"
            + "<mtext>low</mtext></math></p>", "")]
    [InlineData(
        "<math><semantics><mi>h</mi><annotation encoding=application/x-tex>h_0</annotation><annotation-xml encoding=text/html><p>x</p>"
            + "</annotation-xml></semantics></math>",
        "<math alttext=\"h_0\"><semantics><mi>h</mi></semantics></math>", "")]
    [InlineData("<math><maction actiontype=toggle><mi>x</mi><mi>y</mi></maction></math>", "<math><mi>x</mi></math>", "inline-math")]
    [InlineData("<math><mi href=https://evil.test xlink:href=//evil.test onclick=x() style=color:red>x</mi></math>",
        "<math><mi>x</mi></math>", "inline-math")]
    [InlineData("<math><mtext><b>a</b><script>x</script><iframe src=javascript:x></iframe></mtext></math>",
        "<math><mtext><b>a</b></mtext></math>", "embedded-content")]
    [InlineData(
        "<span class=katex><span class=katex-mathml><math><mi>h</mi></math></span><span class=katex-html aria-hidden=true>h</span></span>",
        "<span><span><math><mi>h</mi></math></span></span>", "")]
    public void Presentation_passes_and_nothing_that_acts(string html, string expected, string codes) =>
        Assert.Equal((expected, codes), Embeds.Of(html));

    [Theory]
    [InlineData("<math><mi>E</mi><mo>=</mo><mi>m</mi><msup><mi>c</mi><mn>2</mn></msup></math>", "E=mc^2")]
    [InlineData("<math><mfrac><mrow><mi>a</mi><mo>+</mo><mn>1</mn></mrow><mn>2</mn></mfrac></math>", "(a+1)/2")]
    [InlineData("<math><msqrt><msub><mi>h</mi><mn>0</mn></msub></msqrt></math>", "√(h_0)")]
    [InlineData("<math alttext='\\frac12'><mfrac><mn>1</mn><mn>2</mn></mfrac></math>", "\\frac12")]
    public void Plain_text_has_a_formula_on_one_line(string html, string text) => Assert.Equal(text, Embeds.Read(html).Article.Text);
}
