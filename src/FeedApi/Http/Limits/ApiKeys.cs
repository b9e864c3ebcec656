using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace FeedApi.Http.Limits;

/// <summary>A key that an app sends as <c>Authorization: Bearer KEY</c>, for a quota of its own.</summary>
/// <param name="Name">Whose it is, for the operator.</param>
/// <param name="Hash">SHA-256 of the key, which is stored nowhere.</param>
/// <param name="Limit">Its quota.</param>
internal sealed record ApiKey(string Name, byte[] Hash, TokenLimit Limit);

/// <summary>The result of looking for the key of a request.</summary>
/// <param name="Key">The key; null when none was sent, or it is not known.</param>
/// <param name="IsUnknown">True when a key was sent that is not known: it was revoked, or never given out.</param>
internal readonly record struct KeyLookup(ApiKey? Key, bool IsUnknown);

/// <summary>
/// The keys of <c>Api:Keys</c>, a file with a line for each: a name, the SHA-256 of the key in hex, and optionally a quota such as
/// <c>60000/120</c>, requests in seconds. A line that is deleted revokes its key within a second.
/// </summary>
/// <remarks>
/// A fast hash is enough for keys that are random: there is nothing to guess. All are compared in constant time, so that the time of an
/// answer tells nothing of them.
/// </remarks>
internal sealed class ApiKeys
{
    private const string Scheme = "Bearer ";
    private const int DefaultRequests = 60_000;
    private const int DefaultSeconds = 120;
    private static readonly TimeSpan CheckInterval = TimeSpan.FromSeconds(1);

    private readonly string? file;
    private readonly TimeProvider time;
    private readonly ILogger<ApiKeys>? logger;
    private readonly Lock gate = new();
    private volatile ApiKey[] keys = [];
    private DateTime modified;
    private long checkedAt;

    /// <summary>Reads the keys.</summary>
    /// <param name="file">The file; null for no keys.</param>
    /// <param name="time">The clock that paces looking at the file.</param>
    /// <param name="logger">Logs when the file cannot be read any more, or is wrong.</param>
    /// <exception cref="FormatException">A line is wrong; the message is one line and names it.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public ApiKeys(string? file, TimeProvider time, ILogger<ApiKeys>? logger = null)
    {
        (this.file, this.time, this.logger) = (file, time, logger);
        if (file is null) return;
        modified = File.GetLastWriteTimeUtc(file);
        keys = Read(file);
        checkedAt = time.GetTimestamp();
    }

    /// <summary>The key of a request, by its field Authorization. Without a file everybody goes without one.</summary>
    public KeyLookup Find(StringValues authorization)
    {
        if (file is null || authorization is not [{ } written] || !written.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return default;
        Refresh();
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(written[Scheme.Length..].Trim()));
        ApiKey? found = null;
        foreach (var key in keys)
        {
            if (CryptographicOperations.FixedTimeEquals(key.Hash, hash)) found = key;
        }

        return new KeyLookup(found, found is null);
    }

    /// <summary>Reads the lines of a file.</summary>
    /// <exception cref="FormatException">A line is wrong; the message is one line and names it.</exception>
    public static ApiKey[] Read(string file)
    {
        List<ApiKey> found = [];
        var number = 0;
        foreach (var line in File.ReadLines(file))
        {
            number++;
            var parts = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length == 0 || parts[0].StartsWith('#')) continue;
            found.Add(KeyOf(parts) ?? throw new FormatException(
                string.Create(CultureInfo.InvariantCulture, $"{file}:{number}: ")
                    + "a key is a name, 64 hexadecimal digits (the SHA-256 of the key), and optionally a quota such as 60000/120"));
        }

        return [.. found];
    }

    private static ApiKey? KeyOf(string[] parts)
    {
        if (parts.Length is not (2 or 3)) return null;
        if (parts[1].Length != 2 * SHA256.HashSizeInBytes || !parts[1].All(char.IsAsciiHexDigit)) return null;
        var (requests, seconds) = (DefaultRequests, DefaultSeconds);
        if (parts.Length == 3 && (parts[2].Split('/') is not [var many, var time]
            || !int.TryParse(many, NumberStyles.None, CultureInfo.InvariantCulture, out requests)
            || !int.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out seconds)
            || requests < 1 || seconds < 1))
        {
            return null;
        }

        return new ApiKey(parts[0], Convert.FromHexString(parts[1]), new TokenLimit("key", requests, seconds));
    }

    private void Refresh()
    {
        if (time.GetElapsedTime(Interlocked.Read(ref checkedAt)) < CheckInterval) return;
        lock (gate)
        {
            if (time.GetElapsedTime(checkedAt) < CheckInterval) return;
            Interlocked.Exchange(ref checkedAt, time.GetTimestamp());
            try
            {
                var now = File.GetLastWriteTimeUtc(file!);
                if (now == modified) return;
                keys = Read(file!);
                modified = now;
                logger?.LogInformation("The API keys were read again: {Count}", keys.Length);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or FormatException)
            {
                logger?.LogError("The API keys cannot be read again, so those of before are in force: {Reason}", failure.Message);
            }
        }
    }
}
