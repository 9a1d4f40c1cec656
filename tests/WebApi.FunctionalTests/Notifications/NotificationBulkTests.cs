using System.Net;
using HotGigs.Application.Notifications.Notify;
using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Clients;

namespace HotGigs.WebApi.FunctionalTests.Notifications;

/// <summary>Doing one thing to many notifications: to all of them as one change, or to none.</summary>
public sealed class NotificationBulkTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private const string Path = "/api/notifications/bulk";

    [Fact]
    public async Task Each_action_is_one_change_that_every_device_is_told_of_by_one_frame()
    {
        using var user = await fixture.RecruiterAsync();
        var ids = await SharedAsync(user, 3);
        await using var socket = await user.ConnectAsync();

        Assert.Equal((4, 1, 1), Head(await user.PostAsync(Path, new { action = "read", ids = ids[..2] })));
        Assert.Equal((5, 2, 1), Head(await user.PostAsync(Path, new { action = "unread", ids = ids[..1] })));
        Assert.Equal((6, 1, 1), Head(await user.PostAsync(Path, new { action = "archive", ids = ids[..2] })));
        Assert.Equal((7, 0, 0), Head(await user.PostAsync(Path, new { action = "delete", ids })));

        var updates = await socket.SettledAsync("notification_updated");
        Assert.Equal([4L, 5, 6], updates.Select(frame => frame.Number("seq")));
        Assert.Equal([1L, 2, 1], updates.Select(frame => frame.Number("unread_count")));
        Assert.Equal([2, 1, 2], updates.Select(frame => frame.Items("changes").Count));
        Assert.All(updates[2].Items("changes"), change => Assert.True(change.Flag("is_archived")));
        var deleted = Assert.Single(await socket.SettledAsync("notification_deleted"));
        Assert.Equal(ids.Order(), deleted.Items("notification_ids").Select(id => id.GetGuid()).Order());
    }

    [Fact]
    public async Task What_is_so_already_or_named_twice_does_no_harm()
    {
        using var user = await fixture.RecruiterAsync();
        var ids = await SharedAsync(user, 2);

        Assert.Equal((3, 1, 1), Head(await user.PostAsync(Path, new { action = "delete", ids = (Guid[])[ids[0], ids[0]] })));
        Assert.Equal((3, 1, 1), Head(await user.PostAsync(Path, new { action = "delete", ids = ids[..1] })));
        Assert.Equal((4, 0, 0), Head(await user.PostAsync(Path, new { action = "delete", ids })));
    }

    [Theory]
    [InlineData("read")]
    [InlineData("unread")]
    [InlineData("archive")]
    [InlineData("delete")]
    public async Task One_that_is_missing_or_foreign_refuses_all_and_nothing_is_changed(string action)
    {
        using var user = await fixture.RecruiterAsync();
        using var other = await fixture.RecruiterAsync();
        var own = await SharedAsync(user, 2);
        var foreign = Assert.Single(await SharedAsync(other, 1));
        await using var socket = await user.ConnectAsync();
        var before = (await user.GetAsync("/api/notifications")).Text;

        foreach (var unknown in (Guid[])[foreign, Guid.CreateVersion7()])
        {
            var refused = await user.PostAsync(Path, new { action, ids = (Guid[])[.. own, unknown] });
            Problem.AssertIs(refused, HttpStatusCode.NotFound, "not_found");
            Assert.Contains($"{unknown}", refused.Json.Text("detail"), StringComparison.Ordinal);
        }

        Assert.Equal(before, (await user.GetAsync("/api/notifications")).Text);
        Assert.Single(await other.NotificationsAsync("unread_only=true"));
        Assert.Empty(await socket.SettledAsync("notification_updated"));
        Assert.Empty(await socket.SettledAsync("notification_deleted"));
    }

    [Fact]
    public async Task Five_hundred_are_one_change_and_one_more_is_refused()
    {
        using var user = await fixture.RecruiterAsync();
        var ids = await SharedAsync(user, 501);

        Problem.AssertNames(await user.PostAsync(Path, new { action = "delete", ids }), "ids");
        Assert.Equal((502, 1, 1), Head(await user.PostAsync(Path, new { action = "delete", ids = ids[..500] })));
    }

    [Theory]
    [InlineData("""{ "ids": ["01a20622-14d0-7ce1-9b43-2bba57d40cfa"] }""", "action")]
    [InlineData("""{ "action": "restore", "ids": ["01a20622-14d0-7ce1-9b43-2bba57d40cfa"] }""", "action")]
    [InlineData("""{ "action": "Read", "ids": ["01a20622-14d0-7ce1-9b43-2bba57d40cfa"] }""", "action")]
    [InlineData("""{ "action": 1, "ids": ["01a20622-14d0-7ce1-9b43-2bba57d40cfa"] }""", "action")]
    [InlineData("""{ "action": "read" }""", "ids")]
    [InlineData("""{ "action": "read", "ids": null }""", "ids")]
    [InlineData("""{ "action": "read", "ids": [] }""", "ids")]
    [InlineData("""{ "action": "read", "ids": "all" }""", "ids")]
    [InlineData("""{ "action": "read", "ids": ["seventeen"] }""", "ids[0]")]
    [InlineData("""{ "action": "read", "ids": [null] }""", "ids[0]")]
    public async Task A_wrong_body_names_the_field(string body, string field)
    {
        using var user = await fixture.RecruiterAsync();
        Problem.AssertNames(await user.PostAsync(Path, body), field);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{")]
    public async Task A_body_that_is_no_JSON_object_is_malformed(string body)
    {
        using var user = await fixture.RecruiterAsync();
        Problem.AssertIs(await user.PostAsync(Path, body), HttpStatusCode.BadRequest, "malformed_json");
    }

    private static (long Seq, long Unread, long Unseen) Head(Answer answer)
    {
        Assert.True(answer.Status == HttpStatusCode.OK, answer.ToString());
        return (answer.Json.Number("seq"), answer.Json.Number("unread_count"), answer.Json.Number("unseen_count"));
    }

    private async Task<Guid[]> SharedAsync(TestUser with, int count)
    {
        var sent = await Task.WhenAll(Enumerable.Range(0, count).Select(_ => fixture.SendAsync(
            new NotifyCandidateShared(with.Id, Guid.CreateVersion7(), "Some Example", "Sam Sharer", null, null))));
        return [.. sent.SelectMany(one => one.NotificationIds)];
    }
}
