using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FeedApi.Commands.Check;
using FeedApi.Model;
using FeedApi.Tests.Docs;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Commands.Localization;

/// <summary>What commands print in other languages than English.</summary>
public sealed partial class LocalizationTests
{
    private const string Folder = "src/FeedApi/Commands/Localization";

    public static TheoryData<string> Languages =>
    [
        .. Directory.EnumerateFiles(Repository.PathOf(Folder), "Messages.*.resx").Select(path => Path.GetFileName(path))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_language_has_every_text_of_commands_and_the_meaning_of_every_code(string file)
    {
        var texts = TextsOf(file);
        var calls = LocalizedCalls.Keys().ToList();

        Assert.True(calls.Count > 100, $"Only {calls.Count} texts were found");
        Assert.DoesNotContain(calls, key => !texts.ContainsKey(key));
        Assert.DoesNotContain(Codes(typeof(ProblemCodes)).Concat(Codes(typeof(CheckCodes))), code => !texts.ContainsKey("problem:" + code));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Each_text_has_the_values_of_the_English_one(string file) => Assert.DoesNotContain(
        TextsOf(file).Where(text => !text.Key.StartsWith("problem:", StringComparison.Ordinal)),
        text => !Holes(text.Key).SequenceEqual(Holes(text.Value)));

    [Theory]
    [InlineData("zh_CN.UTF-8", "没有命令 chek（是否想用 check？）")]
    [InlineData("zh_SG.UTF-8", "没有命令 chek（是否想用 check？）")]
    [InlineData("zh", "没有命令 chek（是否想用 check？）")]
    [InlineData("de_DE.UTF-8", "There is no command chek (did you mean check?)")]
    [InlineData("C.UTF-8", "There is no command chek (did you mean check?)")]
    public async Task Commands_speak_the_language_of_the_environment(string language, string message)
    {
        var run = await ProgramRun.OfAsync(["chek"], null, ("LC_ALL", language));

        Assert.Equal(("feedapi: " + message, 2), (Assert.Single(run.Errors), run.Code));
    }

    [Theory]
    [InlineData("", "", "zh_CN.UTF-8", "没有")]
    [InlineData("", "zh_CN.UTF-8", "en_US.UTF-8", "没有")]
    [InlineData("C.UTF-8", "zh_CN.UTF-8", "zh_CN.UTF-8", "There is")]
    public async Task The_first_variable_that_is_not_empty_tells_the_language(string all, string messages, string lang, string begins)
    {
        var run = await ProgramRun.OfAsync(["chek"], null, ("LC_ALL", all), ("LC_MESSAGES", messages), ("LANG", lang));

        Assert.StartsWith("feedapi: " + begins, Assert.Single(run.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_machines_read_is_English()
    {
        string[] doctor = ["doctor", "--content", Repository.PathOf("content"), "--format", "json"];
        var (english, chinese) = (await ProgramRun.OfAsync(doctor), await ProgramRun.OfAsync(doctor, null, ("LC_ALL", "zh_CN.UTF-8")));

        Assert.Contains("files of posts", english.Output, StringComparison.Ordinal);
        Assert.Contains("files of posts", chinese.Output, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> TextsOf(string file) =>
        XDocument.Load(Repository.PathOf($"{Folder}/{file}")).Root!.Elements("data")
            .ToDictionary(data => (string)data.Attribute("name")!, data => (string)data.Element("value")!, StringComparer.Ordinal);

    private static IEnumerable<string> Codes(Type codes) => codes.GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!);

    private static IEnumerable<string> Holes(string text) => Hole().Matches(text).Select(hole => hole.Value).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\d+[^{}]*\}")]
    private static partial Regex Hole();
}
