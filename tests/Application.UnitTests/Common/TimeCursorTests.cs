using HotGigs.Application.Common;
using HotGigs.Application.Notifications;

namespace HotGigs.Application.UnitTests.Common;

public sealed class TimeCursorTests
{
    private static readonly (DateTimeOffset At, Guid Id) Position = (UnitTests.At.Noon, Guid.CreateVersion7());

    [Fact]
    public void What_was_written_is_read_by_its_list_alone()
    {
        var cursor = TimeCursor.Write(Position, "ada");

        Assert.True(TimeCursor.TryRead(cursor, "ada", out var read));
        Assert.Equal(Position, read);
        Assert.False(TimeCursor.TryRead(cursor, "ben", out _));
        Assert.False(TimeCursor.TryRead(cursor[1..], "ada", out _));
        Assert.False(TimeCursor.TryRead(FeedCursor.Write(7, "ada"), "ada", out _));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(long.MaxValue)]
    public void A_time_that_does_not_exist_is_refused_however_well_it_is_made(long ticks)
    {
        Span<byte> bytes = stackalloc byte[24];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(bytes, ticks);

        Assert.False(TimeCursor.TryRead(CursorText.Write(bytes, "ada"), "ada", out _));
    }
}
