using FeedApi.Queries;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Xunit;

namespace FeedApi.Tests.Queries;

public sealed class StrictParametersTests
{
    private static readonly string[] Allowed = ["category", "from", "q"];

    [Theory]
    [InlineData("?categry=x", "category")]
    [InlineData("?form=2024-01-01", "from")]
    [InlineData("?Category=x", "category")]
    [InlineData("?category=x&categry=y", null)]
    [InlineData("?catgry=x", null)]
    [InlineData("?x=y", null)]
    public void The_nearest_is_one_edit_away_and_not_given_itself(string query, string? nearest) =>
        Assert.Equal(nearest, StrictParameters.FaultIn(new QueryCollection(QueryHelpers.ParseQuery(query)), Allowed)!.Nearest);
}
