using FeedApi.Model;

namespace FeedApi.Site.Nodes;

/// <summary>What a reader of TOML or JSON found.</summary>
/// <param name="Map">The keys and values.</param>
/// <param name="RepeatedKeys">Keys that stand twice in their mapping.</param>
/// <param name="FirstDropped">The first text from which characters that XML forbids were dropped; null when there is none.</param>
internal sealed record NodeReading(ConfigMap Map, IReadOnlyList<ConfigEntry> RepeatedKeys, ConfigScalar? FirstDropped);
