using HotGigs.Application.Notifications.Notify;
using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Clients;

namespace HotGigs.WebApi.FunctionalTests.Notifications;

/// <summary>Many changes of one feed at once.</summary>
public sealed class NotificationConcurrencyTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private const int Many = 50;

    [Fact]
    public async Task Fifty_at_once_are_numbered_without_a_gap_and_arrive_in_order()
    {
        using var user = await fixture.RecruiterAsync();
        await using var phone = await user.ConnectAsync();
        await using var laptop = await user.ConnectAsync();

        await Task.WhenAll(Enumerable.Range(1, Many).Select(_ => ShareAsync(user)));

        var listed = await user.NotificationsAsync();
        Assert.Equal(Enumerable.Range(1, Many).Reverse().Select(seq => (long)seq), listed.Select(notification => notification.Number("seq")));
        foreach (var socket in (TestSocket[])[phone, laptop])
        {
            var frames = await socket.SettledAsync("notification");
            Assert.Equal(Enumerable.Range(1, Many).Select(seq => (long)seq), frames.Select(frame => frame.Number("seq")));
            Assert.Equal(Enumerable.Range(1, Many).Select(count => (long)count), frames.Select(frame => frame.Number("unread_count")));
        }
    }

    [Fact]
    public async Task Counts_stay_exact_while_another_device_reads_what_arrives()
    {
        using var user = await fixture.RecruiterAsync();
        await using var phone = await user.ConnectAsync();
        await using var laptop = await user.ConnectAsync();

        var arriving = Task.WhenAll(Enumerable.Range(1, Many).Select(_ => ShareAsync(user)));
        for (var read = 0; read < Many; read++)
        {
            var frame = await laptop.NextAsync("notification");
            if (read % 3 > 0)
                await user.PostAsync($"/api/notifications/{frame.Field("data").Id("notification_id")}/read");
            else if (read % 2 > 0)
                await user.DeleteAsync($"/api/notifications/{frame.Field("data").Id("notification_id")}");
        }

        await arriving;
        var left = await user.NotificationsAsync();
        var unread = left.Count(notification => !notification.Flag("is_read"));
        var counts = (await user.GetAsync("/api/notifications/unread-count")).Json;
        Assert.Equal((unread, unread), (counts.Number("count"), counts.Number("unseen_count")));
        foreach (var socket in (TestSocket[])[phone, laptop])
        {
            var changes = (await socket.SettledAsync()).Where(frame => frame.Text("type") is not ("connected" or "pong")).ToList();
            Assert.Equal(Enumerable.Range(1, changes.Count).Select(seq => (long)seq), changes.Select(frame => frame.Number("seq")));
            Assert.Equal(unread, changes[^1].Number("unread_count"));
        }
    }

    [Fact]
    public async Task Reading_all_while_more_arrive_takes_exactly_what_was_there()
    {
        using var user = await fixture.RecruiterAsync();
        for (var round = 0; round < 5; round++)
        {
            var arriving = Task.WhenAll(Enumerable.Range(1, 10).Select(_ => ShareAsync(user)));
            await Task.WhenAll(Enumerable.Range(1, 3).Select(_ => user.PostAsync("/api/notifications/read-all")));
            await arriving;

            var list = (await user.GetAsync("/api/notifications?limit=100")).Json;
            Assert.Equal(list.Items("notifications").Count(notification => !notification.Flag("is_read")), list.Number("unread_count"));
        }
    }

    [Fact]
    public async Task One_read_from_many_devices_at_once_is_one_change()
    {
        using var user = await fixture.RecruiterAsync();
        await ShareAsync(user);
        var id = (await user.NotificationsAsync())[0].Id("id");
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => user.PostAsync($"/api/notifications/{id}/read")));

        Assert.Single(answers.Select(answer => answer.Json.Field("notification").Text("read_at")).Distinct());
        Assert.All(answers, answer => Assert.Equal(2, answer.Json.Number("seq")));
    }

    private Task<NotifyResult> ShareAsync(TestUser with) => fixture.SendAsync(
        new NotifyCandidateShared(with.Id, Guid.CreateVersion7(), "Many Example", "Sam Sharer", null, null));
}
