namespace FeedApi.Http.Documents;

/// <summary>Compresses popular documents better, one at a time, while nothing else is being made.</summary>
/// <remarks>
/// Four percent fewer bytes of a feed for ten times the time (<see cref="BodyEncoder"/>): worth it from a hundred answers on.
/// </remarks>
internal sealed class BetterCompression(DocumentCache cache, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var document in cache.Popular.ReadAllAsync(stoppingToken))
        {
            do await Task.Delay(Pause, time, stoppingToken);
            while (cache.IsBuilding);
            Improve(document);
        }
    }

    private void Improve(Document document)
    {
        if (document.Brotli is not { } defaultValue || BodyEncoder.SmallBrotli(document.Identity.Bytes, document.Hash) is not { } smaller)
            return;
        if (smaller.Bytes.Length < defaultValue.Bytes.Length) cache.Improve(document, document.With(smaller));
    }
}
