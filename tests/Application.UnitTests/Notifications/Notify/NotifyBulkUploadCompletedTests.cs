using HotGigs.Application.Notifications.Notify;
using HotGigs.Application.UnitTests.Fakes;
using HotGigs.Domain.Notifications;

namespace HotGigs.Application.UnitTests.Notifications.Notify;

public sealed class NotifyBulkUploadCompletedTests
{
    private static readonly NotifyBulkUploadCompleted Command = new("rita", Ids.Batch, 50, 47, 3);

    [Fact]
    public async Task The_uploader_is_told_as_the_contract_says()
    {
        var notification = await Sent.One(Command);

        Assert.Equal(NotificationType.BulkUploadCompleted, notification.Type);
        Assert.Equal("Bulk Upload Complete", notification.Title);
        Assert.Equal("Bulk upload completed: 47/50 successful", notification.Message);
        Assert.Equal($"/candidates?batch={Ids.Batch}", notification.ActionUrl);
        Assert.Equal(new RelatedEntities { BatchId = Ids.Batch }, notification.Related);
        Sent.AssertPayload(new { batch_id = Ids.Batch, total_files = 50, successful = 47, failed = 3 }, notification);
    }

    [Fact]
    public async Task A_retry_of_the_failed_files_ends_in_a_new_notification()
    {
        var feeds = new FakeFeeds();

        await Sent.To(feeds, Command);
        await Sent.To(feeds, Command with { Successful = 49, Failed = 1 });

        Assert.Equal(
            ["Bulk upload completed: 47/50 successful", "Bulk upload completed: 49/50 successful"],
            feeds.Of("rita").Select(one => one.Message));
    }

    [Fact]
    public async Task A_retry_that_fails_for_all_again_is_told_as_well()
    {
        var feeds = new FakeFeeds();

        await Sent.To(feeds, Command);
        await Sent.To(feeds, Command);

        Assert.Equal(2, feeds.Of("rita").Count);
    }

    [Fact]
    public async Task What_it_is_about_must_be_named_and_add_up()
    {
        await Sent.Refused("user_id", Command with { UserId = "" });
        await Sent.Refused("batch_id", Command with { BatchId = Guid.Empty });
        await Sent.Refused("total_files", Command with { TotalFiles = 0, Successful = 0, Failed = 0 });
        await Sent.Refused("successful", Command with { Successful = -1, Failed = 51 });
        await Sent.Refused("failed", Command with { Successful = 51, Failed = -1 });
        Assert.Equal(
            "The successful and the failed files must add up to the total.",
            await Sent.Refused("total_files", Command with { Failed = 4 }));
        await Sent.Refused("total_files", Command with { TotalFiles = int.MaxValue, Successful = int.MaxValue, Failed = int.MaxValue });
    }
}
