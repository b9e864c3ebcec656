using System.Text.Json.Serialization;

namespace FeedApi.Api;

/// <summary>An error (RFC 9457).</summary>
/// <param name="Type">about:blank, as the code names the kind of error; of a 429 the address of that kind.</param>
/// <param name="Title">The kind of error in words.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">Stable name of the kind of error, for programs.</param>
/// <param name="Detail">What was wrong with this request and what to do.</param>
/// <param name="Errors">The parameters at fault.</param>
/// <param name="ViolatedPolicies">Of a 429: the limits that the request went over.</param>
internal sealed record ProblemContract(
    string Type, string Title, int Status, string Code, string Detail, IReadOnlyList<ParameterFaultContract>? Errors,
    [property: JsonPropertyName("violated-policies")] IReadOnlyList<string>? ViolatedPolicies);

/// <summary>What is wrong with one query parameter.</summary>
/// <param name="Parameter">Its name as sent.</param>
/// <param name="Detail">What is wrong, and what is allowed.</param>
/// <param name="Nearest">The nearest valid name or value.</param>
internal sealed record ParameterFaultContract(string Parameter, string Detail, string? Nearest);
