using CsCheck;
using FeedApi.Catalog.Search;
using FeedApi.Model;
using FeedApi.Queries.Search;
using FeedApi.Tests.Rendering;
using Xunit;

namespace FeedApi.Tests.Catalog.Search;

public sealed class PhraseBloomFilterTests
{
    // Few letters, so that pieces of one text often stand in another; marks and compatibility forms among them.
    private static readonly Gen<string> Texts = Gen.Char["潮汐观测站金é e\u0301aＡb1+# ，.\uFA10塚ｶカ"].Array[0, 60].Select(letters =>
        new string(letters));

    private static readonly Article Sampled = Sample.Render("Text.");

    [Fact]
    public void A_sieve_lets_everything_through_that_the_article_has() =>
        Gen.Select(Texts, Texts, Gen.Int[0, 59], Gen.Int[1, 12]).Sample((title, text, at, length) =>
        {
            var (sieve, all) = (SieveOf(title, text), title + "\n" + text);
            var piece = all[Math.Min(at, all.Length)..Math.Min(at + length, all.Length)];
            foreach (var clause in SearchQuery.Parse($"\"{piece}\"").Clauses)
            {
                var isThere = SearchMatcher.IndexOf(clause, title, out _) >= 0 || SearchMatcher.IndexOf(clause, text, out _) >= 0;
                Assert.True(!isThere || PhraseBloomFilter.MayHave(sieve, clause), $"\"{piece}\" in \"{all}\"");
            }
        });

    [Fact]
    public void A_sieve_keeps_most_of_the_rest_out()
    {
        var letters = Enumerable.Range(0x4E00, 2_000).Select(code => (char)code).ToArray();
        var random = new Random(5);
        var sieve = SieveOf("", string.Concat(Enumerable.Range(0, 1_500).Select(_ => letters[random.Next(letters.Length)])));

        var passed = Enumerable.Range(0, 1_000).Count(_ => PhraseBloomFilter.MayHave(
            sieve, SearchQuery.Parse(string.Concat(Enumerable.Range(0, 3).Select(_ => letters[random.Next(letters.Length)]))).Clauses[0]));

        Assert.InRange(passed, 0, 200);
    }

    [Fact]
    public void Bytes_are_looked_into_as_characters_are() =>
        Gen.Select(Texts, Texts, Gen.Bool).Sample((text, wanted, isExcluded) =>
        {
            var clauses = SearchQuery.Parse($"{(isExcluded ? "-" : "")}\"{wanted[..Math.Min(wanted.Length, 4)]}\"").Clauses;
            var holds = clauses.All(clause =>
                clause.IsExcluded != SearchMatcher.IndexOf(clause with { Ideographs = null }, text, out _) >= 0);
            Assert.Equal(holds, SearchMatcher.Holds(clauses, "", System.Text.Encoding.UTF8.GetBytes(text)));
        });

    private static byte[] SieveOf(string title, string text) => SearchText.Of(Sampled with { Title = title, Text = text }).Sieve;
}
