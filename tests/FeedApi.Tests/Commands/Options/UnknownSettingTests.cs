using FeedApi.Tests.Content;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Commands.Options;

public sealed class UnknownSettingTests : IDisposable
{
    private readonly ContentFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("""{"Search": {"BudgetMiliseconds": 5}}""", "There is no setting Search:BudgetMiliseconds (did you mean Search:Budget")]
    [InlineData("""{"Seach": {"BudgetMilliseconds": 5}}""", "There is no setting Seach:BudgetMilliseconds (did you mean Search:Budget")]
    [InlineData("""{"Seach": {"Whatever": 5}}""", "There is no setting Seach:Whatever (did you mean Search?)")]
    [InlineData("""{"Search": {"Whatever": 5}}""", "There is no setting Search:Whatever; allowed are Search:BudgetMilliseconds")]
    [InlineData("""{"Search": 5}""", "There is no setting Search; allowed are Search:BudgetMilliseconds")]
    [InlineData("""{"Limits": {"Feed": {"Request": 5}}}""", "(did you mean Limits:Feed:Requests?)")]
    [InlineData("""{"Limits": {"Feed": {"Requests": {"x": 5}}}}""", "There is no setting Limits:Feed:Requests:x")]
    [InlineData("""{"url": "http://127.0.0.1:0"}""", "There is no setting url (did you mean urls?)")]
    [InlineData("""{"Kestrel": {"Limits": {"MaxConnectionPerAddress": 5}}}""", "(did you mean Kestrel:Limits:MaxConnectionsPerAddress?)")]
    public async Task In_a_file_it_stops_the_start_with_the_nearest(string settings, string told) =>
        Assert.Contains(told, await FaultOfAsync(settings), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"Search": {"BudgetMilliseconds": 5}, "Seach": {"BudgetMilliseconds": 5}}""")]
    [InlineData("""{"Serch": {"BudgetMilliseconds": 5}, "Search": {"BudgetMilliseconds": 5}}""")]
    [InlineData("""{"MyProgram": {"Urls": "x"}, "Kestrel": {"Endpoint": {"x": 5}}, "name": "x"}""")]
    [InlineData("""{"Logging": {"LogLevel": {"Defult": "None"}}}""")]
    [InlineData("""{"Http": {"TrustedProxies": ["127.0.0.1", "10.0.0.0/8"]}, "Management": {"Urls": ""}}""")]
    public async Task What_is_not_ours_or_is_known_does_not(string settings) =>
        Assert.Contains("/nothing/here", await FaultOfAsync(settings), StringComparison.Ordinal);

    [Theory]
    [InlineData("Search__BudgetMiliseconds", "(did you mean Search:BudgetMilliseconds?)")]
    [InlineData("SEARCH__WHATEVER", "; allowed are Search:BudgetMilliseconds")]
    [InlineData("Seach__BudgetMilliseconds", "(did you mean Search:BudgetMilliseconds?)")]
    [InlineData("ASPNETCORE_Management__Url", "(did you mean Management:Urls?)")]
    public async Task In_the_environment_it_stops_the_start_too(string variable, string told) =>
        Assert.Contains(told, await FaultOfAsync("{}", (variable, "5")), StringComparison.Ordinal);

    [Fact]
    public async Task Variables_of_other_programs_do_not() => Assert.Contains(
        "/nothing/here",
        await FaultOfAsync("{}", ("URL", "x"), ("DATE", "x"), ("SEARCH", "x"), ("APP__NAME", "x"), ("HTTPS__PROXY", "x")),
        StringComparison.Ordinal);

    // The content folder is missing as well, but settings are read first.
    private async Task<string> FaultOfAsync(string settings, params (string Name, string Value)[] variables)
    {
        folder.With("appsettings.json", settings);
        var run = await ProgramRun.OfAsync(["--content", "/nothing/here"], folder.Path, variables);
        Assert.Equal(2, run.Code);
        return Assert.Single(run.Errors);
    }
}
