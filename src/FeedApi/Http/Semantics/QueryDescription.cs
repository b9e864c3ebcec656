namespace FeedApi.Http.Semantics;

/// <summary>
/// Endpoint metadata: the query parameters, for the OpenAPI description. The endpoint parses the query itself, so that it can
/// report faults.
/// </summary>
/// <param name="Parameters">
/// A record with a property for each parameter: <c>FromQuery</c> gives its name, <c>Description</c> its description, and an array
/// is a parameter that may be repeated.
/// </param>
internal sealed record QueryDescription(Type Parameters);
