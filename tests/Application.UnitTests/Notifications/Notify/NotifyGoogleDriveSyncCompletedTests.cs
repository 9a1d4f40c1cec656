using HotGigs.Application.Notifications.Notify;
using HotGigs.Application.UnitTests.Fakes;
using HotGigs.Domain.Notifications;

namespace HotGigs.Application.UnitTests.Notifications.Notify;

public sealed class NotifyGoogleDriveSyncCompletedTests
{
    private static readonly NotifyGoogleDriveSyncCompleted Command = new("rita", Ids.Sync, "Spring applicants", 12);

    [Fact]
    public async Task The_owner_is_told_as_the_contract_says()
    {
        var notification = await Sent.One(Command);

        Assert.Equal(NotificationType.GoogleDriveSyncCompleted, notification.Type);
        Assert.Equal("Google Drive Sync Complete", notification.Title);
        Assert.Equal("Google Drive sync completed: 12 new resumes from Spring applicants", notification.Message);
        Assert.Equal($"/google-drive?sync={Ids.Sync}", notification.ActionUrl);
        Assert.Equal(new RelatedEntities { SyncId = Ids.Sync }, notification.Related);
        Sent.AssertPayload(new { sync_id = Ids.Sync, folder_name = "Spring applicants", new_files = 12 }, notification);
    }

    [Theory]
    [InlineData(0, "0 new resumes")]
    [InlineData(1, "1 new resume")]
    [InlineData(2, "2 new resumes")]
    public async Task One_resume_is_no_resumes(int newFiles, string words) => Assert.Equal(
        $"Google Drive sync completed: {words} from Spring applicants", (await Sent.One(Command with { NewFiles = newFiles })).Message);

    [Fact]
    public async Task Every_run_of_a_sync_is_told_for_itself()
    {
        var feeds = new FakeFeeds();

        await Sent.To(feeds, Command);
        await Sent.To(feeds, Command);

        Assert.Equal(2, feeds.Of("rita").Count);
    }

    [Fact]
    public async Task A_run_that_is_named_is_told_once()
    {
        var feeds = new FakeFeeds();
        var run = Command with { DeduplicationKey = "sync 5, run 1" };

        await Sent.To(feeds, run);
        await Sent.To(feeds, run);

        Assert.Single(feeds.Of("rita"));
    }

    [Fact]
    public async Task What_it_is_about_must_be_named()
    {
        await Sent.Refused("user_id", Command with { UserId = "" });
        await Sent.Refused("sync_id", Command with { SyncId = Guid.Empty });
        await Sent.Refused("folder_name", Command with { FolderName = "" });
        await Sent.Refused("new_files", Command with { NewFiles = -1 });
    }
}
