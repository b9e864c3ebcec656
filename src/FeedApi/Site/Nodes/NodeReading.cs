using FeedApi.Model;

namespace FeedApi.Site.Nodes;

/// <summary>The result of parsing TOML or JSON.</summary>
/// <param name="Map">The keys and values.</param>
/// <param name="RepeatedKeys">Keys that occur more than once in their mapping.</param>
/// <param name="FirstDropped">The first string from which characters that XML forbids were removed; null when there is none.</param>
internal sealed record NodeReading(ConfigMap Map, IReadOnlyList<ConfigEntry> RepeatedKeys, ConfigScalar? FirstDropped);
