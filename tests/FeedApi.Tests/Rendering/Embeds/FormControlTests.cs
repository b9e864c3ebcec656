using Xunit;

namespace FeedApi.Tests.Rendering.Embeds;

public sealed class FormControlTests
{
    [Theory]
    [InlineData(
        "<p>a <select><option>Low<br>water</option><option>High</option></select> b</p><p>rest <b>x</b></p>",
        "a Low water / High b|rest x")]
    [InlineData("<select><option>Low<img src=/l.png alt=l>water<option>High</select><p>rest</p>", "Low water / High|rest")]
    [InlineData(
        "<select><optgroup label=Moon><option>New<wbr>moon<option>Full</optgroup></select><p>rest</p>",
        "Moon: New moon / Full|rest")]
    [InlineData("<select><option>Low<input>water</select><p>rest</p>", "Low water|rest")]
    [InlineData("<table><tr><td><select><option>Low<br></select><td>z</table><p>rest</p>", "Low|z|rest")]
    [InlineData(
        "<form><fieldset><legend>Search</legend><label>Port <input name=q placeholder=Name></label><button>Go</button></fieldset>"
            + "</form><p>b</p>",
        "Search|Port Name Go|b")]
    [InlineData("<p>a<textarea>b\nc</textarea>d</p>", "a b c d")]
    [InlineData("<p>a<input type=submit value=Send>b</p>", "a Send b")]
    [InlineData("<p><button></button>a</p>", "a")]
    public void Controls_give_way_to_the_text_that_they_show_and_nothing_after_them_is_lost(string html, string text)
    {
        var (article, problems) = Embeds.Read(html);

        Assert.Equal(text, article.Text.Replace('\n', '|'));
        Assert.All(problems, problem => Assert.Equal("form-control", problem.Code));
        Assert.NotEmpty(problems);
    }

    [Theory]
    [InlineData("<ul><li><input type=checkbox checked> a</ul>", "<ul><li>☑ a</li></ul>")]
    [InlineData("<input type=radio> a<input type=hidden value=x>", "○ a")]
    [InlineData("<form><p>a</p></form>", "<div><p>a</p></div>")]
    [InlineData("<input list=l><datalist id=l><option>x</datalist>", "")]
    public void Signs_stay_and_what_is_not_shown_goes(string html, string expected) => Assert.Equal(expected, Embeds.Of(html).Html);

    [Fact]
    public void A_picture_in_an_option_stays() =>
        Assert.Contains(
            "<img src=\"https://example.org/l.png\"",
            Embeds.Of("<select><option>a<img src=/l.png>b</select>").Html,
            StringComparison.Ordinal);
}
