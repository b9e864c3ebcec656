using System.Text.Json.Serialization;

namespace FeedApi.Api;

/// <summary>An error (RFC 9457).</summary>
/// <param name="Type">The page of the code; for 429 the URI that IANA has registered.</param>
/// <param name="Title">Short description of the kind of error.</param>
/// <param name="Status">The HTTP status code.</param>
/// <param name="Code">Stable identifier of the kind of error; new ones may be added.</param>
/// <param name="Detail">What is wrong with this request and how to correct it.</param>
/// <param name="Errors">The invalid parameters.</param>
/// <param name="ViolatedPolicies">For 429: the limits that were exceeded.</param>
internal sealed record ProblemContract(
    string Type, string Title, int Status, string Code, string Detail, IReadOnlyList<ParameterFaultContract>? Errors,
    [property: JsonPropertyName("violated-policies")] IReadOnlyList<string>? ViolatedPolicies);

/// <summary>The fault of one query parameter.</summary>
/// <param name="Parameter">The name as sent.</param>
/// <param name="Detail">What is wrong, and which values are allowed.</param>
/// <param name="Nearest">The nearest valid name or value.</param>
internal sealed record ParameterFaultContract(string Parameter, string Detail, string? Nearest);
