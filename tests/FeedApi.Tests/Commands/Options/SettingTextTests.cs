using System.Xml.Linq;
using FeedApi.Commands.Options;
using FeedApi.Tests.Docs;
using Xunit;

namespace FeedApi.Tests.Commands.Options;

public sealed class SettingTextTests
{
    private const string Rewrite = "FEEDAPI_WRITE_DOCS";
    private const string Committed = "src/FeedApi/Commands/Options/settings.xml";

    // The published program has no documentation file beside it, so the help reads a copy of the members that it needs.
    [Fact]
    public async Task The_committed_copy_is_what_the_comments_of_the_options_classes_say()
    {
        var written = Path.Combine(Path.GetDirectoryName(typeof(SettingText).Assembly.Location)!, "feedapi.xml");
        var needed = Setting.All.Select(setting => $"P:{setting.Property.DeclaringType!.FullName}.{setting.Property.Name}")
            .Concat(Setting.All.Select(setting => $"T:{(setting.Group?.PropertyType ?? typeof(ServerOptions)).FullName}"))
            .Concat(Setting.All.Select(setting => $"T:{setting.Property.DeclaringType!.FullName}"))
            .ToHashSet(StringComparer.Ordinal);
        var members = XDocument.Load(written, LoadOptions.PreserveWhitespace).Descendants("member")
            .Where(member => needed.Contains((string)member.Attribute("name")!))
            .Select(member => new XElement("member", member.Attribute("name"), member.Elements("summary"), member.Elements("value")));
        var made = new XElement("members", members).ToString().ReplaceLineEndings("\n") + "\n";
        if (Environment.GetEnvironmentVariable(Rewrite) is "1")
            await File.WriteAllTextAsync(Repository.PathOf(Committed), made, TestContext.Current.CancellationToken);

        Assert.True(made == Repository.Read(Committed), $"{Committed} is out of date; this test writes it anew when {Rewrite}=1 is set.");
    }
}
