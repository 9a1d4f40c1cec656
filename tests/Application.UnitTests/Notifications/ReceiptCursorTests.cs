using HotGigs.Application.Notifications;
using HotGigs.Application.Notifications.Receipts;

namespace HotGigs.Application.UnitTests.Notifications;

public sealed class ReceiptCursorTests
{
    private static readonly ReceiptPosition Position = new(At.Noon, Guid.CreateVersion7());

    [Fact]
    public void What_was_written_is_read_by_its_user_alone()
    {
        var cursor = ReceiptCursor.Write(Position, "ada");

        Assert.True(ReceiptCursor.TryRead(cursor, "ada", out var read));
        Assert.Equal(Position, read);
        Assert.False(ReceiptCursor.TryRead(cursor, "ben", out _));
        Assert.False(ReceiptCursor.TryRead(cursor[1..], "ada", out _));
        Assert.False(ReceiptCursor.TryRead(FeedCursor.Write(7, "ada"), "ada", out _));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(long.MaxValue)]
    public void A_time_that_does_not_exist_is_refused_however_well_it_is_made(long ticks)
    {
        Span<byte> bytes = stackalloc byte[24];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(bytes, ticks);

        Assert.False(ReceiptCursor.TryRead(CursorText.Write(bytes, "ada"), "ada", out _));
    }
}
