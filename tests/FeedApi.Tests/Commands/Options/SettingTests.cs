using FeedApi.Commands.Options;
using Xunit;

namespace FeedApi.Tests.Commands.Options;

public sealed class SettingTests
{
    public static TheoryData<string> Keys { get; } = [.. Setting.All.Select(setting => setting.Key)];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Each_is_documented_with_what_it_does_its_unit_and_its_true_default(string key)
    {
        var setting = Setting.Find(key)!;
        var text = SettingText.Of(setting);

        Assert.NotEmpty(text.Meaning);
        Assert.NotEmpty(text.Unit);
        Assert.Equal(setting.WrittenDefault, text.DefaultValue.Split(';')[0]);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Each_works_as_an_option_in_both_forms_and_in_any_case(string key)
    {
        string[] expected = [$"--{key}=x=y"];

        Assert.Equal(expected, CommandArguments.Split(["serve", $"--{key}", "x=y"]).Settings);
        Assert.Equal(expected, CommandArguments.Split([$"--{key.ToLowerInvariant()}=x=y"]).Settings);
    }

    [Fact]
    public void Every_section_is_described() => Assert.All(
        Setting.All.Select(setting => setting.Property.DeclaringType!).Distinct(), options => Assert.NotEmpty(SettingText.Of(options)));
}
