using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using HotGigs.Application.Notifications.Notify;
using HotGigs.Domain.Notifications;
using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Clients;

namespace HotGigs.WebApi.FunctionalTests.Notifications;

/// <summary>Listing notifications by REST.</summary>
public sealed partial class NotificationListTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private const string Golden =
        """
        {
          "notifications": [
            {
              "id": "<id>",
              "type": "candidate_shared",
              "title": "Candidate Shared With You",
              "message": "Sam Sharer shared candidate Zoë Example with you",
              "action_url": "/candidates/<id>",
              "data": {
                "candidate_id": "<id>",
                "candidate_name": "Zoë Example",
                "shared_by": "Sam Sharer",
                "share_reason": "A good fit",
                "share_notes": null
              },
              "related": {
                "candidate_id": "<id>"
              },
              "actor": {
                "id": "sam",
                "name": "Sam Sharer"
              },
              "is_read": true,
              "read_at": "<time>",
              "is_seen": true,
              "seen_at": "<time>",
              "is_archived": false,
              "created_at": "<time>",
              "expires_at": "<time>",
              "seq": 2,
              "changed_seq": 3,
              "channels": [
                "in_app",
                "email",
                "browser"
              ]
            },
            {
              "id": "<id>",
              "type": "match_found",
              "title": "New Job Match Found",
              "message": "New 87% match found: Platform Engineer",
              "action_url": "/matches/<id>",
              "data": {
                "match_id": "<id>",
                "match_score": 87,
                "job_title": "Platform Engineer",
                "candidate_name": null
              },
              "related": {
                "match_id": "<id>"
              },
              "actor": null,
              "is_read": false,
              "read_at": null,
              "is_seen": false,
              "seen_at": null,
              "is_archived": false,
              "created_at": "<time>",
              "expires_at": null,
              "seq": 1,
              "changed_seq": 1,
              "channels": [
                "in_app",
                "email",
                "browser"
              ]
            }
          ],
          "unread_count": 1,
          "unseen_count": 1,
          "next_cursor": null,
          "epoch": "<epoch>",
          "seq": 3
        }
        """;

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Fact]
    public async Task The_list_looks_like_this()
    {
        using var user = await fixture.RecruiterAsync();
        await fixture.SendAsync(new NotifyMatchFound(user.Id, Guid.CreateVersion7(), 87, "Platform Engineer", null));
        await fixture.SendAsync(new NotifyCandidateShared(user.Id, Guid.CreateVersion7(), "Zoë Example", "Sam Sharer", "A good fit", null)
        {
            Actor = new Actor("sam", "Sam Sharer"),
            ExpiresAt = TimeProvider.System.GetUtcNow().AddDays(1),
        });
        await user.PostAsync($"/api/notifications/{(await user.NotificationsAsync())[0].Id("id")}/read");

        var answer = await user.GetAsync("/api/notifications");
        Assert.Equal("application/json; charset=utf-8", answer.ContentType);
        Assert.Equal(Golden.ReplaceLineEndings("\n"), Scrub(answer.Json));
    }

    [Fact]
    public async Task An_empty_feed_has_an_epoch_from_the_first_request_on()
    {
        using var user = await fixture.RecruiterAsync();
        var first = (await user.GetAsync("/api/notifications")).Json;
        Assert.Empty(first.Items("notifications"));
        Assert.NotEmpty(first.Text("epoch")!);
        await ShareAsync(user);
        Assert.Equal(first.Text("epoch"), (await user.GetAsync("/api/notifications")).Json.Text("epoch"));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(15)]
    [InlineData(44)]
    [InlineData(45)]
    [InlineData(46)]
    public async Task Paging_gives_each_once_while_new_ones_arrive(int limit)
    {
        using var user = await fixture.RecruiterAsync();
        await ShareManyAsync(user, 45);
        var paged = new List<long>();
        string? cursor = null;
        do
        {
            var page = (await user.GetAsync($"/api/notifications?limit={limit}{(cursor is null ? "" : $"&cursor={cursor}")}")).Json;
            Assert.InRange(page.Items("notifications").Count, 1, limit);
            paged.AddRange(page.Items("notifications").Select(notification => notification.Number("seq")));
            cursor = page.Text("next_cursor");
            await ShareManyAsync(user, 3);
        }
        while (cursor is not null);

        Assert.Equal(Enumerable.Range(1, 45).Reverse().Select(seq => (long)seq), paged);
    }

    [Fact]
    public async Task Paging_skips_what_was_deleted_meanwhile_and_nothing_else()
    {
        using var user = await fixture.RecruiterAsync();
        await ShareManyAsync(user, 10);
        var first = (await user.GetAsync("/api/notifications?limit=5")).Json;
        var all = await user.NotificationsAsync();
        await user.DeleteAsync($"/api/notifications/{all[4].Id("id")}");
        await user.DeleteAsync($"/api/notifications/{all[5].Id("id")}");

        var second = (await user.GetAsync($"/api/notifications?limit=5&cursor={first.Text("next_cursor")}")).Json;
        Assert.Equal([4L, 3, 2, 1], second.Items("notifications").Select(notification => notification.Number("seq")));
    }

    [Fact]
    public async Task The_list_can_be_limited_to_unread_and_to_a_type()
    {
        using var user = await fixture.RecruiterAsync();
        await ShareManyAsync(user, 3);
        await fixture.SendAsync(new NotifyMatchFound(user.Id, Guid.CreateVersion7(), 80, "Tester", null));
        await user.PostAsync($"/api/notifications/{(await user.NotificationsAsync())[1].Id("id")}/read");

        Assert.Equal([4L, 2, 1], await SeqsAsync(user, "unread_only=true"));
        Assert.Equal([4L, 3, 2, 1], await SeqsAsync(user, "unread_only=false"));
        Assert.Equal([4L], await SeqsAsync(user, "type=match_found"));
        Assert.Equal([3L, 2, 1], await SeqsAsync(user, "type=candidate_shared"));
        Assert.Equal([2L, 1], await SeqsAsync(user, "type=candidate_shared&unread_only=1"));
        Assert.Empty(await SeqsAsync(user, "type=system_announcement"));
        Assert.Empty(await SeqsAsync(user, "archived=true"));
    }

    [Fact]
    public async Task A_page_has_20_unless_said()
    {
        using var user = await fixture.RecruiterAsync();
        await ShareManyAsync(user, 101);
        Assert.Equal(20, (await user.NotificationsAsync("")).Count);
        Assert.Single(await user.NotificationsAsync("limit=1"));
        Assert.Equal(100, (await user.NotificationsAsync("limit=100")).Count);
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=101", "limit")]
    [InlineData("limit=-1", "limit")]
    [InlineData("limit=many", "limit")]
    [InlineData("limit=99999999999", "limit")]
    [InlineData("unread_only=perhaps", "unread_only")]
    [InlineData("archived=2", "archived")]
    [InlineData("type=gossip", "type")]
    [InlineData("type=MatchFound", "type")]
    [InlineData("cursor=x", "cursor")]
    [InlineData("cursor=AAAAAAAAAAAAAAAAAAAAAA", "cursor")]
    [InlineData("cursor=%00%ff", "cursor")]
    public async Task A_wrong_wish_names_the_parameter(string query, string field)
    {
        using var user = await fixture.RecruiterAsync();
        Problem.AssertNames(await user.GetAsync($"/api/notifications?{query}"), field);
    }

    [Fact]
    public async Task A_mangled_cursor_and_one_of_another_user_are_refused()
    {
        using var user = await fixture.RecruiterAsync();
        using var other = await fixture.RecruiterAsync();
        await ShareManyAsync(user, 3);
        await ShareManyAsync(other, 3);
        var cursor = (await user.GetAsync("/api/notifications?limit=1")).Json.Text("next_cursor")!;
        var foreign = (await other.GetAsync("/api/notifications?limit=1")).Json.Text("next_cursor")!;

        Assert.Equal(HttpStatusCode.OK, (await user.GetAsync($"/api/notifications?cursor={cursor}")).Status);
        var mangled = (cursor[0] == 'A' ? 'B' : 'A') + cursor[1..];
        foreach (var wrong in (string[])[foreign, mangled, cursor[..^1], cursor + 'A'])
            Problem.AssertNames(await user.GetAsync($"/api/notifications?cursor={wrong}"), "cursor");
    }

    [Fact]
    public async Task What_has_not_changed_is_not_sent_again()
    {
        using var user = await fixture.RecruiterAsync();
        await ShareAsync(user);
        var first = await user.GetAsync("/api/notifications");
        var tag = first.Headers["ETag"];

        var same = await user.GetAsync("/api/notifications", ("If-None-Match", tag));
        Assert.Equal(HttpStatusCode.NotModified, same.Status);
        Assert.Empty(same.Content);
        Assert.Equal(tag, same.Headers["ETag"]);

        await user.PostAsync("/api/notifications/read-all");
        var changed = await user.GetAsync("/api/notifications", ("If-None-Match", tag));
        Assert.Equal(HttpStatusCode.OK, changed.Status);
        Assert.NotEqual(tag, changed.Headers["ETag"]);
    }

    [Fact]
    public async Task The_tag_of_one_user_means_nothing_to_another()
    {
        using var user = await fixture.RecruiterAsync();
        using var other = await fixture.RecruiterAsync();
        var tag = (await user.GetAsync("/api/notifications")).Headers["ETag"];
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/api/notifications", ("If-None-Match", tag))).Status);
    }

    private static async Task<IEnumerable<long>> SeqsAsync(TestUser user, string query) =>
        (await user.NotificationsAsync(query)).Select(notification => notification.Number("seq"));

    private static string Scrub(JsonElement json)
    {
        var text = JsonSerializer.Serialize(json, Indented);
        return EpochValue().Replace(TimeValue().Replace(IdValue().Replace(text, "<id>"), "\"<time>\""), "\"<epoch>\"");
    }

    private Task<NotifyResult> ShareAsync(TestUser with) => fixture.SendAsync(
        new NotifyCandidateShared(with.Id, Guid.CreateVersion7(), "Some Example", "Sam Sharer", null, null));

    private Task ShareManyAsync(TestUser with, int count) => Task.WhenAll(Enumerable.Range(0, count).Select(_ => ShareAsync(with)));

    // Version 7, as the contract has it.
    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")]
    private static partial Regex IdValue();

    [GeneratedRegex("\"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z\"")]
    private static partial Regex TimeValue();

    [GeneratedRegex("\"[0-9a-f]{32}\"")]
    private static partial Regex EpochValue();
}
