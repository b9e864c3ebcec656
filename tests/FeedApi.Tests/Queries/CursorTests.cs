using CsCheck;
using FeedApi.Queries;
using Xunit;

namespace FeedApi.Tests.Queries;

public sealed class CursorTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    [Fact]
    public void A_cursor_reads_back_as_the_place_that_it_was_made_for() =>
        Gen.Select(Gen.Long, Gen.String[Gen.Char["abc-中é/ "], 1, 40], Gen.Bool).Sample((instant, id, isBackward) =>
        {
            var position = new CursorPosition(instant, id, isBackward);
            Assert.Equal(position, Cursor.Read(Cursor.Write(position, "category=a", Key), "category=a", Key));
        });

    [Fact]
    public void A_cursor_with_any_bit_changed_is_refused()
    {
        const string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        var cursor = Cursor.Write(new CursorPosition(1_650_335_075, "2022-04-19-x", false), "", Key);
        for (var i = 0; i < cursor.Length; i++)
        {
            for (var bit = 1; bit < 64; bit <<= 1)
            {
                var changed = cursor.ToCharArray();
                changed[i] = alphabet[alphabet.IndexOf(changed[i], StringComparison.Ordinal) ^ bit];
                Assert.Null(Cursor.Read(new string(changed), "", Key));
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("not a cursor!")]
    [InlineData("中文")]
    public void What_was_never_a_cursor_is_refused(string cursor) => Assert.Null(Cursor.Read(cursor, "", Key));

    [Fact]
    public void A_cursor_of_another_selection_or_key_is_refused()
    {
        var cursor = Cursor.Write(new CursorPosition(1, "a", false), "category=a", Key);

        Assert.Null(Cursor.Read(cursor, "category=b", Key));
        Assert.Null(Cursor.Read(cursor, "category=a", new byte[32]));
    }
}
