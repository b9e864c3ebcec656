using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace FeedApi.Api.Terms;

/// <summary>The query of a list of terms in the API's description. <see cref="TermHandler"/> reads the values.</summary>
internal sealed record TermListParameters(
    [property: FromQuery(Name = "q"), Description(
        "Only terms whose slug or name contains this text, or whose name has this pinyin: zqsb and zhengquan find 证券时报.")]
    string? Search);
