using System.Net;
using System.Text.Json;
using HotGigs.Application.Notifications.Notify;
using HotGigs.Domain.Notifications;
using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Clients;
using HotGigs.Tests.Shared.Servers;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace HotGigs.WebApi.FunctionalTests.Notifications;

/// <summary>Who shares a candidate learns when the other one has received, seen and read it.</summary>
public sealed class ReceiptTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task The_sharer_sees_delivered_seen_and_read_arrive()
    {
        using var sharer = await fixture.AdminAsync();
        using var recruiter = await fixture.RecruiterAsync();
        await using var watching = await sharer.ConnectAsync();
        await using var phone = await recruiter.ConnectAsync();
        var id = await ShareAsync(sharer, recruiter);

        var seq = (await phone.NextAsync("notification")).Number("seq");
        await phone.SendAsync(new { type = "ack", seq });
        var delivered = await watching.NextAsync("receipt");
        Assert.Equal((id, recruiter.Id), (delivered.Id("notification_id"), delivered.Text("recipient_id")));
        Assert.Equal((false, true, true), (delivered.IsNull("delivered_at"), delivered.IsNull("seen_at"), delivered.IsNull("read_at")));

        await recruiter.PostAsync("/api/notifications/seen");
        var seen = await watching.NextAsync("receipt");
        Assert.Equal((false, true), (seen.IsNull("seen_at"), seen.IsNull("read_at")));
        Assert.Equal(delivered.Time("delivered_at"), seen.Time("delivered_at"));

        await recruiter.PostAsync($"/api/notifications/{id}/read");
        var read = await watching.NextAsync("receipt");
        Assert.Equal(seen.Time("seen_at"), read.Time("seen_at"));
        Assert.False(read.IsNull("read_at"));

        await recruiter.PostAsync($"/api/notifications/{id}/unread");
        Assert.True((await watching.NextAsync("receipt")).IsNull("read_at"));
        await recruiter.PostAsync("/api/notifications/read-all");
        Assert.False((await watching.NextAsync("receipt")).IsNull("read_at"));
        Assert.Equal(5, (await watching.SettledAsync("receipt")).Count);
        Assert.Empty(await phone.SettledAsync("receipt"));
        Assert.Empty(await phone.SettledAsync("error"));
    }

    [Fact]
    public async Task What_was_seen_before_its_confirmation_came_had_been_delivered_by_then()
    {
        using var sharer = await fixture.AdminAsync();
        using var recruiter = await fixture.RecruiterAsync();
        await using var watching = await sharer.ConnectAsync();
        await using var phone = await recruiter.ConnectAsync();
        var id = await ShareAsync(sharer, recruiter);
        var seq = (await phone.NextAsync("notification")).Number("seq");

        await recruiter.PostAsync($"/api/notifications/{id}/read");
        await phone.SendAsync(new { type = "ack", seq });

        var delivered = await watching.NextAsync("receipt", receipt => !receipt.IsNull("delivered_at"));
        Assert.Equal(delivered.Time("seen_at"), delivered.Time("delivered_at"));
        Assert.Equal(delivered.Time("seen_at"), Assert.Single(await ReceiptsAsync(sharer, id)).Time("delivered_at"));
    }

    [Fact]
    public async Task What_one_caused_can_be_asked_for_later_page_by_page_and_by_nobody_else()
    {
        using var sharer = await fixture.AdminAsync();
        using var other = await fixture.AdminAsync();
        using var recruiter = await fixture.RecruiterAsync();
        var ids = new List<Guid>();
        for (var i = 0; i < 3; i++)
            ids.Add(await ShareAsync(sharer, recruiter));
        await recruiter.PostAsync($"/api/notifications/{ids[0]}/read");
        await recruiter.DeleteAsync($"/api/notifications/{ids[0]}");

        var first = (await sharer.GetAsync("/api/notifications/receipts?limit=2")).Json;
        var cursor = first.Text("next_cursor");
        var second = (await sharer.GetAsync($"/api/notifications/receipts?limit=2&cursor={cursor}")).Json;
        Assert.Equal(
            ids.Order(),
            first.Items("receipts").Concat(second.Items("receipts")).Select(one => one.Id("notification_id")).Order());
        Assert.True(second.IsNull("next_cursor"));

        var one = Assert.Single(await ReceiptsAsync(sharer, ids[0]));
        Assert.Equal(("candidate_shared", recruiter.Id), (one.Text("type"), one.Text("recipient_id")));
        Assert.False(one.IsNull("read_at"));
        Assert.Empty(await ReceiptsAsync(other, ids[0]));
        Problem.AssertNames(await other.GetAsync($"/api/notifications/receipts?cursor={cursor}"), "cursor");
        Problem.AssertNames(await sharer.GetAsync($"/api/notifications/receipts?cursor={cursor}x"), "cursor");
        Problem.AssertNames(await sharer.GetAsync("/api/notifications/receipts?limit=101"), "limit");
        Problem.AssertNames(await sharer.GetAsync("/api/notifications/receipts?notification_id=7"), "notification_id");
        using var anyone = TestUser.WithToken(fixture.Server, "", null);
        Assert.Equal(HttpStatusCode.Unauthorized, (await anyone.GetAsync("/api/notifications/receipts")).Status);
    }

    [Fact]
    public async Task What_was_confirmed_just_before_a_clean_stop_is_recorded()
    {
        using var folder = new TemporaryFolder();
        var settings = new Dictionary<string, string?> { ["Data:Folder"] = folder.Path, ["Realtime:AckInterval"] = "00:01:00" };
        Guid id;
        await using (var server = await HotGigsServer.StartAsync(settings))
        {
            using var sharer = await TestUser.SignInAsync(server, "sharer", "admin");
            using var recruiter = await TestUser.SignInAsync(server, "recruiter", "recruiter");
            await using var phone = await recruiter.ConnectAsync();
            id = await ShareAsync(server, sharer, recruiter);
            await phone.SendAsync(new { type = "ack", seq = 1 });
            await phone.SettledAsync();
            Assert.True(Assert.Single(await ReceiptsAsync(sharer, id)).IsNull("delivered_at"));
        }

        await using var again = await HotGigsServer.StartAsync(settings);
        using var later = await TestUser.SignInAsync(again, "sharer", "admin");
        Assert.False(Assert.Single(await ReceiptsAsync(later, id)).IsNull("delivered_at"));
    }

    private static async Task<IReadOnlyList<JsonElement>> ReceiptsAsync(TestUser user, Guid id) =>
        (await user.GetAsync($"/api/notifications/receipts?notification_id={id}")).Json.Items("receipts");

    private static async Task<Guid> ShareAsync(HotGigsServer server, TestUser sharer, TestUser with)
    {
        await using var scope = server.Services.CreateAsyncScope();
        var result = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(
            new NotifyCandidateShared(with.Id, Guid.CreateVersion7(), "Ada Example", sharer.Name, "A good fit", null)
            {
                Actor = new Actor(sharer.Id, sharer.Name),
            });
        return Assert.Single(result.NotificationIds);
    }

    private Task<Guid> ShareAsync(TestUser sharer, TestUser with) => ShareAsync(fixture.Server, sharer, with);
}
