namespace FeedApi.Http.Semantics;

/// <summary>
/// What the query of an endpoint may hold, for the API's description. The endpoint reads the query itself, so that it can
/// say what is wrong with it.
/// </summary>
/// <param name="Parameters">
/// A record with a property for each parameter: <c>FromQuery</c> names it, <c>Description</c> describes it, and an array
/// may be given several times.
/// </param>
internal sealed record QueryDescription(Type Parameters);
