using HotGigs.Application.Notifications.Notify;
using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Clients;

namespace HotGigs.WebApi.FunctionalTests.Notifications;

/// <summary>Marking everything read can be undone: the answer and the change's position say what it marked.</summary>
public sealed class MarkAllUndoTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private const string ReadAll = "/api/notifications/read-all";

    [Fact]
    public async Task It_says_how_many_it_marked_and_none_where_another_device_was_first()
    {
        using var user = await fixture.RecruiterAsync();
        await ShareAsync(user, 3);
        await fixture.SendAsync(new NotifyMatchFound(user.Id, Guid.CreateVersion7(), 90, "Tester", null));

        Assert.Equal((5, 1), Changed(await user.PostAsync(ReadAll, new { type = "match_found" })));
        Assert.Equal((6, 2), Changed(await user.PostAsync(ReadAll, new { up_to_seq = 2 })));
        Assert.Equal((7, 1), Changed(await user.PutAsync("/api/notifications/mark-all-read")));
        Assert.Equal((7, 0), Changed(await user.PostAsync(ReadAll)));
    }

    [Fact]
    public async Task What_it_marked_and_nothing_has_changed_since_is_found_by_its_position()
    {
        using var user = await fixture.RecruiterAsync();
        await ShareAsync(user, 4);
        var ids = (await user.NotificationsAsync()).Select(one => one.Id("id")).ToList();
        await user.PostAsync($"/api/notifications/{ids[3]}/read");
        var marked = (await user.PostAsync(ReadAll)).Json;
        await user.PostAsync($"/api/notifications/{ids[0]}/archive");

        var change = (await user.GetAsync($"/api/notifications/sync?since={marked.Number("seq") - 1}&epoch={marked.Text("epoch")}")).Json;
        Assert.Equal(
            new[] { ids[1], ids[2] }.Order(),
            change.Items("notifications").Where(one => one.Number("changed_seq") == marked.Number("seq")).Select(one => one.Id("id")).Order());
    }

    [Fact]
    public async Task More_than_a_page_of_changes_can_hold_are_found_in_the_list_and_brought_back()
    {
        using var user = await fixture.RecruiterAsync();
        await ShareAsync(user, 1_200);
        var marked = (await user.PostAsync(ReadAll)).Json;
        Assert.Equal(1_200, marked.Number("changed"));

        var change = await user.GetAsync($"/api/notifications/sync?since={marked.Number("seq") - 1}&epoch={marked.Text("epoch")}");
        Assert.False(change.Json.Flag("recovered"));
        var found = new List<Guid>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = (await user.GetAsync($"/api/notifications?limit=100&cursor={cursor}")).Json;
            found.AddRange(page.Items("notifications").Where(one => one.Number("changed_seq") == marked.Number("seq")).Select(one => one.Id("id")));
            cursor = page.Field("next_cursor").GetString();
        }

        foreach (var some in found.Chunk(500))
            await user.PostAsync("/api/notifications/bulk", new { action = "unread", ids = some });
        Assert.Equal(1_200, (await user.GetAsync("/api/notifications/unread-count")).Json.Number("count"));
    }

    private static (long Seq, long Changed) Changed(Answer answer) => (answer.Json.Number("seq"), answer.Json.Number("changed"));

    private async Task ShareAsync(TestUser with, int count)
    {
        for (var shared = 0; shared < count; shared++)
            await fixture.SendAsync(new NotifyCandidateShared(with.Id, Guid.CreateVersion7(), "Some Example", "Sam Sharer", null, null));
    }
}
