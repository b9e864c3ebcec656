using System.IO.Compression;

namespace FeedApi.Http;

/// <summary>Compresses a document's bytes once, when it is made.</summary>
internal static class BodyEncoder
{
    // A body that fits one packet gains nothing from compression.
    private const int SmallestBytes = 1_000;

    // Brotli 4 and gzip "optimal" cost about 3 ms on a feed of 50 articles; the result is served many times.
    private const int BrotliQuality = 4;
    private const int BrotliWindow = 22;

    internal static (EncodedBody? Gzip, EncodedBody? Brotli) Encode(byte[] body, string hash)
    {
        if (body.Length < SmallestBytes) return (null, null);
        return (Smaller("gzip", GzipOf(body), body, $"\"{hash}-gz\""), Smaller("br", BrotliOf(body), body, $"\"{hash}-br\""));
    }

    private static EncodedBody? Smaller(string coding, byte[] encoded, byte[] body, string etag) =>
        encoded.Length < body.Length ? new EncodedBody(coding, encoded, etag) : null;

    private static byte[] GzipOf(byte[] body)
    {
        using var output = new MemoryStream(body.Length / 3);
        using (var gzip = new GZipStream(output, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(body);
        return output.ToArray();
    }

    private static byte[] BrotliOf(byte[] body)
    {
        var output = new byte[BrotliEncoder.GetMaxCompressedLength(body.Length)];
        return BrotliEncoder.TryCompress(body, output, out var written, BrotliQuality, BrotliWindow) ? output[..written] : body;
    }
}
