namespace FeedApi.Feeds.Deltas;

/// <summary>Whether readers that ask for it get only what changed in a feed (<c>Feeds:Delta</c>).</summary>
public sealed record FeedDeltaSwitch(bool IsOn);
