using System.Text.Json.Nodes;
using Xunit;

namespace FeedApi.Tests.Content.Hugo;

/// <summary>The answers kept beside the archives are those of the Hugo that is installed.</summary>
public sealed class HugoLiveTests
{
    public static TheoryData<string> Sites => [.. HugoArchive.All.Select(archive => archive.Name)];

    [Theory]
    [MemberData(nameof(Sites))]
    public async Task An_answer_is_what_Hugo_says(string site)
    {
        if (!File.Exists(HugoAnswer.Program)) Assert.Skip("Install hugo to compare with it.");
        var archive = HugoArchive.Of(site);
        var answer = await HugoAnswer.RunAsync(archive);
        if (Environment.GetEnvironmentVariable("FEEDAPI_WRITE_ANSWERS") is not null) HugoAnswer.Keep(archive, answer);

        var kept = HugoAnswer.Of(archive);

        if ((string?)answer["hugo"] != (string?)kept["hugo"]) Assert.Skip($"The answers are those of Hugo {kept["hugo"]}.");
        Assert.True(JsonNode.DeepEquals(kept, answer), answer.ToJsonString());
    }
}
