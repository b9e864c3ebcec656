using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace FeedApi.Api.Terms;

/// <summary>The query of a list of terms as its description shows it. <see cref="TermHandler"/> reads the values.</summary>
internal sealed record TermListParameters(
    [property: FromQuery(Name = "q"), Description(
        "Only those with this in slug or name, or with these letters as pinyin of the name: zqsb and zhengquan find 证券时报.")]
    string? Search);
