using HotGigs.Application.Notifications;

namespace HotGigs.Application.UnitTests.Notifications;

public sealed class FeedCursorTests
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(42)]
    [InlineData(long.MaxValue)]
    public void What_was_written_is_read(long seq)
    {
        Assert.True(FeedCursor.TryRead(FeedCursor.Write(seq, "rita"), "rita", out var read));
        Assert.Equal(seq, read);
    }

    [Fact]
    public void It_can_stand_in_a_url_as_it_is() =>
        Assert.All(Enumerable.Range(0, 500), seq => Assert.Matches("^[A-Za-z0-9_-]{22}$", FeedCursor.Write(seq, "rita")));

    [Fact]
    public void Another_users_is_refused() =>
        Assert.False(FeedCursor.TryRead(FeedCursor.Write(42, "rita"), "sam", out _));

    [Fact]
    public void One_that_was_tampered_with_is_refused_wherever_it_was()
    {
        var cursor = FeedCursor.Write(42, "rita");

        for (var i = 0; i < cursor.Length; i++)
        {
            // The last character has bits to spare, which some decoders stumble over.
            foreach (var other in Alphabet.Where(other => other != cursor[i]))
                Assert.False(FeedCursor.TryRead(cursor[..i] + other + cursor[(i + 1)..], "rita", out _), $"Character {i}: {other}");
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("42")]
    [InlineData("!!!!!!!!!!!!!!!!!!!!!!")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("ÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄ")]
    [InlineData("' OR 1=1 --")]
    public void What_is_none_is_refused(string? cursor)
    {
        Assert.False(FeedCursor.TryRead(cursor, "rita", out _));
    }

    [Fact]
    public void A_mangled_one_is_refused()
    {
        var cursor = FeedCursor.Write(42, "rita");

        Assert.False(FeedCursor.TryRead(cursor[..^1], "rita", out _));
        Assert.False(FeedCursor.TryRead(cursor[1..], "rita", out _));
        Assert.False(FeedCursor.TryRead(cursor + "A", "rita", out _));
        Assert.False(FeedCursor.TryRead(cursor + cursor, "rita", out _));
    }
}
