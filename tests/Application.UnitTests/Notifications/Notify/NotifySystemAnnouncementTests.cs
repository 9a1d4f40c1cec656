using System.Text.Json;
using HotGigs.Application.Notifications.Notify;
using HotGigs.Application.Realtime;
using HotGigs.Application.UnitTests.Fakes;
using HotGigs.Domain.Notifications;

namespace HotGigs.Application.UnitTests.Notifications.Notify;

public sealed class NotifySystemAnnouncementTests
{
    private static readonly NotifySystemAnnouncement Command = new(
        Guid.CreateVersion7(),
        Room.Recruiters, "Maintenance", "HotGigs rests on Sunday.", "/status", JsonElement.Parse("""{"window":{"from":"22:00"}}"""));

    [Fact]
    public async Task Everyone_is_told_what_was_given()
    {
        var notification = await Sent.One(Command);

        Assert.Equal(NotificationType.SystemAnnouncement, notification.Type);
        Assert.Equal("Maintenance", notification.Title);
        Assert.Equal("HotGigs rests on Sunday.", notification.Message);
        Assert.Equal("/status", notification.ActionUrl);
        Assert.Equal(RelatedEntities.None, notification.Related);
        Assert.Equal($"{Command.AnnouncementId}", notification.DeduplicationKey);
        Assert.Equal("""{"window":{"from":"22:00"}}""", notification.PayloadJson);
    }

    [Fact]
    public async Task Path_and_data_may_be_missing()
    {
        var notification = await Sent.One(Command with { ActionPath = null, Data = null });

        Assert.Null(notification.ActionUrl);
        Assert.Equal("{}", notification.PayloadJson);
    }

    [Theory]
    [InlineData("recruiters", "adam,rita,sam")]
    [InlineData("admins", "adam")]
    [InlineData("candidates", "adam,carla")]
    public async Task It_goes_to_everyone_who_may_join_the_room(string name, string told)
    {
        Assert.True(Room.TryParse(name, out var room));
        var feeds = new FakeFeeds();

        var result = await Sent.To(feeds, Command with { Room = room });

        string[] everyone = ["adam", "carla", "importer", "rita", "sam"];
        Assert.Equal(told.Split(','), everyone.Where(user => feeds.Of(user).Count == 1));
        Assert.Equal(told.Split(',').Length, result.NotificationIds.Count);
    }

    [Fact]
    public async Task One_that_is_for_one_user_goes_to_them_alone_and_once()
    {
        var feeds = new FakeFeeds();
        var announcement = Command with { Room = null, UserId = "rita" };

        await Sent.To(feeds, announcement);
        await Sent.To(feeds, announcement);

        string[] everyone = ["adam", "carla", "importer", "rita", "sam"];
        Assert.Equal(["rita"], everyone.Where(user => feeds.Of(user).Count > 0));
        Assert.Single(feeds.Of("rita"));
    }

    [Fact]
    public async Task It_goes_to_a_room_or_to_a_user_and_not_to_both_or_none()
    {
        await Sent.Refused("room", Command with { UserId = "rita" });
        await Sent.Refused("room", Command with { Room = null });
    }

    [Fact]
    public async Task The_room_of_a_candidate_is_no_audience() =>
        await Sent.Refused("room", Command with { Room = Room.OfCandidate(Ids.Candidate) });

    [Theory]
    [InlineData("https://elsewhere.example")]
    [InlineData("//elsewhere.example")]
    [InlineData("/\\elsewhere.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("")]
    public async Task It_leads_nowhere_but_into_this_site(string path) => Assert.Equal(
        "An action URL must be a path of this site that begins with one '/'.",
        await Sent.Refused("action_url", Command with { ActionPath = path }));

    [Fact]
    public async Task It_must_say_something_and_not_too_much()
    {
        await Sent.Refused("title", Command with { Title = "" });
        await Sent.Refused("title", Command with { Title = new string('t', 201) });
        await Sent.Refused("message", Command with { Message = " " });
        await Sent.Refused("message", Command with { Message = new string('m', 1_001) });
        await Sent.Refused("action_url", Command with { ActionPath = "/" + new string('p', 500) });
        await Sent.Refused("data", Command with { Data = JsonElement.Parse("[1]") });
        await Sent.Refused("data", Command with { Data = JsonElement.Parse("null") });
        await Sent.Refused("data", Command with { Data = JsonElement.Parse($$"""{"x":"{{new string('x', 8_192)}}"}""") });
    }
}
