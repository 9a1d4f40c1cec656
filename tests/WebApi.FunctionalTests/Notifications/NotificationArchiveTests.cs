using System.Net;
using System.Text.Json;
using HotGigs.Application.Notifications.Notify;
using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Clients;

namespace HotGigs.WebApi.FunctionalTests.Notifications;

/// <summary>Putting notifications away, and taking back what was put away or deleted.</summary>
public sealed class NotificationArchiveTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    public async Task What_is_archived_leaves_list_and_counts_and_is_found_in_the_archive(string method)
    {
        using var user = await fixture.RecruiterAsync();
        var path = await SharedAsync(user);

        var first = await user.SendAsync(new HttpMethod(method), $"{path}/archive");
        var again = await user.SendAsync(new HttpMethod(method), $"{path}/archive");

        Assert.Equal((2, 0, 0), Head(first));
        Assert.Equal(first.Text, again.Text);
        Assert.True(first.Json.Field("notification").Flag("is_archived"));
        Assert.False(first.Json.Field("notification").Flag("is_read"));
        Assert.Empty(await user.NotificationsAsync());
        Assert.Equal(first.Json.Field("notification").ToString(), Assert.Single(await user.NotificationsAsync("archived=true")).ToString());
    }

    [Fact]
    public async Task What_is_unarchived_is_back_as_it_was()
    {
        using var user = await fixture.RecruiterAsync();
        var path = await SharedAsync(user);
        await user.PostAsync($"{path}/archive");

        var first = await user.PostAsync($"{path}/unarchive");

        Assert.Equal((3, 1, 1), Head(first));
        Assert.Equal(first.Text, (await user.PostAsync($"{path}/unarchive")).Text);
        Assert.Equal(first.Json.Field("notification").ToString(), Assert.Single(await user.NotificationsAsync()).ToString());
    }

    [Fact]
    public async Task A_deletion_can_be_undone()
    {
        using var user = await fixture.RecruiterAsync();
        var path = await SharedAsync(user);
        await user.DeleteAsync(path);

        var first = await user.PostAsync($"{path}/restore");

        Assert.Equal((3, 1, 1), Head(first));
        Assert.Equal(first.Text, (await user.PostAsync($"{path}/restore")).Text);
        Assert.Equal(first.Json.Field("notification").ToString(), Assert.Single(await user.NotificationsAsync()).ToString());
    }

    [Fact]
    public async Task Every_device_is_told_and_what_comes_back_is_told_whole()
    {
        using var user = await fixture.RecruiterAsync();
        using var other = await fixture.RecruiterAsync();
        var path = await SharedAsync(user);
        await using var phone = await user.ConnectAsync();
        await using var laptop = await user.ConnectAsync();
        await using var foreign = await other.ConnectAsync();

        await user.PostAsync($"{path}/archive");
        var unarchived = (await user.PostAsync($"{path}/unarchive")).Json.Field("notification");
        await user.DeleteAsync(path);
        var restored = (await user.PostAsync($"{path}/restore")).Json.Field("notification");

        foreach (var socket in (TestSocket[])[phone, laptop])
        {
            var archived = await socket.NextAsync("notification_updated");
            Assert.Equal((2, 0), Position(archived));
            Assert.True(Assert.Single(archived.Items("changes")).Flag("is_archived"));
            AssertWhole(await socket.NextAsync("notification_updated"), 3, unarchived);
            Assert.Equal((4, 0), Position(await socket.NextAsync("notification_deleted")));
            AssertWhole(await socket.NextAsync("notification_updated"), 5, restored);
        }

        await foreign.SettledAsync();
        Assert.Equal(["connected", "pong"], foreign.Frames.Select(frame => frame.Text("type")));
    }

    [Fact]
    public async Task What_changes_nothing_is_told_to_nobody()
    {
        using var user = await fixture.RecruiterAsync();
        var path = await SharedAsync(user);
        await using var socket = await user.ConnectAsync();

        Assert.Equal((1, 1, 1), Head(await user.PostAsync($"{path}/unarchive")));
        Assert.Equal((1, 1, 1), Head(await user.PostAsync($"{path}/restore")));

        Assert.Empty(await socket.SettledAsync("notification_updated"));
    }

    [Fact]
    public async Task Who_was_away_hears_of_the_archived_the_restored_and_the_deleted()
    {
        using var user = await fixture.RecruiterAsync();
        string[] paths = [await SharedAsync(user), await SharedAsync(user), await SharedAsync(user)];
        var epoch = (await user.GetAsync("/api/notifications")).Json.Text("epoch");
        await user.PostAsync($"{paths[0]}/archive");
        await user.DeleteAsync(paths[1]);
        await user.PostAsync($"{paths[1]}/restore");
        await user.DeleteAsync(paths[2]);

        var missed = (await user.GetAsync($"/api/notifications/sync?since=3&epoch={epoch}")).Json;

        Assert.Equal([paths[0], paths[1]], missed.Items("notifications").Select(PathOf));
        Assert.Equal([true, false], missed.Items("notifications").Select(one => one.Flag("is_archived")));
        Assert.Equal([paths[2]], missed.Items("deleted").Select(id => $"/api/notifications/{id.GetGuid()}"));
        Assert.Equal((7, 1), (missed.Number("seq"), missed.Number("unread_count")));
    }

    [Fact]
    public async Task The_notification_of_another_user_does_not_exist()
    {
        using var user = await fixture.RecruiterAsync();
        using var admin = await fixture.AdminAsync();
        var path = await SharedAsync(user);
        await user.DeleteAsync(path);

        foreach (var action in (string[])["archive", "unarchive", "restore"])
        {
            Problem.AssertIs(await admin.PostAsync($"{path}/{action}"), HttpStatusCode.NotFound, "not_found");
            Problem.AssertIs(await user.PostAsync($"/api/notifications/{Guid.CreateVersion7()}/{action}"), HttpStatusCode.NotFound, "not_found");
        }

        Problem.AssertIs(await user.PostAsync($"{path}/archive"), HttpStatusCode.NotFound, "not_found");
        Problem.AssertIs(await user.PostAsync($"{path}/unarchive"), HttpStatusCode.NotFound, "not_found");
    }

    private static void AssertWhole(JsonElement frame, long seq, JsonElement notification)
    {
        Assert.Equal((seq, 1), Position(frame));
        Assert.Equal("notifications seq type unread_count", frame.Names());
        Assert.Equal(notification.ToString(), Assert.Single(frame.Items("notifications")).ToString());
    }

    private static (long Seq, long Unread) Position(JsonElement frame) => (frame.Number("seq"), frame.Number("unread_count"));

    private static (long Seq, long Unread, long Unseen) Head(Answer answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return (answer.Json.Number("seq"), answer.Json.Number("unread_count"), answer.Json.Number("unseen_count"));
    }

    private static string PathOf(JsonElement notification) => $"/api/notifications/{notification.Id("id")}";

    /// <returns>The path of a new notification.</returns>
    private async Task<string> SharedAsync(TestUser with)
    {
        var sent = await fixture.SendAsync(
            new NotifyCandidateShared(with.Id, Guid.CreateVersion7(), "Some Example", "Sam Sharer", null, null));
        return $"/api/notifications/{Assert.Single(sent.NotificationIds)}";
    }
}
