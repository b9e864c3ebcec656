using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FeedApi.Http.Limits;

namespace FeedApi.Benchmarks.Traffic;

/// <summary>
/// What it takes to refuse a wrong key, by how much it shares with a valid one: of its characters, or of the bytes of its hash, which
/// nobody can choose. A time that grows with what is shared would tell a valid key piece by piece.
/// </summary>
public static class KeyRefusal
{
    private const string Valid = "b1c2d3e4f5a6b7c8d9e0f1a2b3c4d5e6";
    private const int Rounds = 4_000;
    private const int Batch = 50;
    private static readonly int[] SharedCharacters = [0, 1, 2, 4, 8, 16, 31];
    private static readonly int[] SharedBytes = [0, 1, 2, 4, 8, 16, 24, 31];

    /// <summary>Prints medians of turns.</summary>
    public static int Run()
    {
        Print("characters shared", [.. SharedCharacters.Select(shared => (shared, SharingCharacters(shared), HashOf(Valid)))]);
        Print("bytes of the hash shared", [.. SharedBytes.Select(shared => (shared, Wrong, SharingBytes(shared)))]);
        return 0;
    }

    private static string Wrong => SharingCharacters(0);

    private static void Print(string what, (int Shared, string Key, byte[] Hash)[] cases)
    {
        var folder = Directory.CreateTempSubdirectory("feedapi-keys-").FullName;
        try
        {
            var keys = cases.Select(each =>
            {
                var file = Path.Combine(folder, each.Shared.ToString(CultureInfo.InvariantCulture));
                File.WriteAllText(file, $"app {Convert.ToHexStringLower(each.Hash)}\n");
                return new ApiKeys(file, TimeProvider.System);
            }).ToArray();
            string[] fields = [.. cases.Select(each => "Bearer " + each.Key)];
            var times = cases.Select(_ => new List<double>(Rounds)).ToArray();
            var random = new Random(1);
            int[] order = [.. Enumerable.Range(0, cases.Length)];
            for (var round = -Rounds; round < Rounds; round++)
            {
                random.Shuffle(order);
                foreach (var index in order)
                {
                    var time = Measure(keys[index], fields[index]);
                    if (round >= 0) times[index].Add(time);
                }
            }

            foreach (var ((shared, _, _), all) in cases.Zip(times))
            {
                all.Sort();
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{what} {shared,2}: median {all[Rounds / 2]:0.0} ns, "
                        + $"half between {all[Rounds / 4]:0.0} and {all[Rounds * 3 / 4]:0.0} ns"));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static double Measure(ApiKeys keys, string field)
    {
        var begun = Stopwatch.GetTimestamp();
        for (var time = 0; time < Batch; time++)
        {
            if (!keys.Find(field).IsUnknown) throw new InvalidOperationException("A wrong key was taken.");
        }

        return Stopwatch.GetElapsedTime(begun).TotalNanoseconds / Batch;
    }

    private static string SharingCharacters(int shared) => Valid[..shared] + new string('x', Valid.Length - shared);

    private static byte[] SharingBytes(int shared)
    {
        var hash = HashOf(Wrong);
        for (var index = shared; index < hash.Length; index++) hash[index] ^= 0xff;
        return hash;
    }

    private static byte[] HashOf(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
