using System.Net;
using HotGigs.Application.Notifications.Notify;
using HotGigs.Domain.Common;
using HotGigs.Domain.Notifications;
using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Clients;

namespace HotGigs.WebApi.FunctionalTests.Preferences;

/// <summary>What a user wants to be told, and what becomes of it.</summary>
public sealed class PreferenceTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private const string Path = "/api/notifications/preferences";

    [Fact]
    public async Task Who_has_chosen_nothing_has_sensible_defaults_for_every_type()
    {
        using var user = await fixture.RecruiterAsync();

        var preferences = (await user.GetAsync(Path)).Json;

        var types = preferences.Field("types");
        Assert.Equal(WireNames.All<NotificationType>().Order(StringComparer.Ordinal), types.Names().Split(' '));
        Assert.All(types.EnumerateObject(), type => Assert.True(type.Value.Flag("in_app") && type.Value.Flag("browser")));
        Assert.True(types.Field("candidate_shared").Flag("email"));
        Assert.False(types.Field("resume_completed").Flag("email"));
        Assert.Equal("""{"enabled":false,"start":"22:00","end":"07:00","time_zone":"UTC"}""", preferences.Field("quiet_hours").GetRawText());
        Assert.Equal("""{"mode":"if_unread","delay_minutes":15,"digest_time":"08:00"}""", preferences.Field("email").GetRawText());
    }

    [Fact]
    public async Task A_change_names_only_what_it_changes_and_answers_everything()
    {
        using var user = await fixture.RecruiterAsync();

        await user.PutAsync(Path, """{ "types": { "match_found": { "email": false } }, "email": { "mode": "digest" } }""");
        var answer = await user.PutAsync(Path, """{ "types": { "match_found": { "browser": false } }, "quiet_hours": { "enabled": true, "time_zone": "Europe/Berlin" } }""");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("""{"in_app":true,"email":false,"browser":false,"is_critical":false}""", answer.Json.Field("types").Field("match_found").GetRawText());
        Assert.Equal("digest", answer.Json.Field("email").Text("mode"));
        Assert.Equal("22:00", answer.Json.Field("quiet_hours").Text("start"));
        Assert.Equal("Europe/Berlin", answer.Json.Field("quiet_hours").Text("time_zone"));
        Assert.Equal(answer.Text, (await user.GetAsync(Path)).Text);
        Assert.Equal(answer.Text, (await user.PutAsync(Path, answer.Text)).Text);
    }

    [Theory]
    [InlineData("""{ "types": { "pigeon_post": { "email": true } } }""", "types.pigeon_post")]
    [InlineData("""{ "types": { "match_found": { "telegram": true } } }""", "types.match_found.telegram")]
    [InlineData("""{ "types": { "match_found": null } }""", "types.match_found")]
    [InlineData("""{ "types": { "match_found": { "email": "yes" } } }""", "types.match_found.email")]
    [InlineData("""{ "types": { "system_announcement": { "in_app": false } } }""", "types.system_announcement.in_app")]
    [InlineData("""{ "quiet_hours": { "time_zone": "Europe/Atlantis" } }""", "quiet_hours.time_zone")]
    [InlineData("""{ "quiet_hours": { "start": "25:00" } }""", "quiet_hours.start")]
    [InlineData("""{ "quiet_hours": { "end": "7:00" } }""", "quiet_hours.end")]
    [InlineData("""{ "quiet_hours": { "start": "08:00", "end": "08:00" } }""", "quiet_hours.end")]
    [InlineData("""{ "quiet_hours": { "start": "07:00" } }""", "quiet_hours.end")]
    [InlineData("""{ "quiet_hours": { "weekend": true } }""", "quiet_hours.weekend")]
    [InlineData("""{ "email": { "mode": "sometimes" } }""", "email.mode")]
    [InlineData("""{ "email": { "delay_minutes": 0 } }""", "email.delay_minutes")]
    [InlineData("""{ "email": { "delay_minutes": 1441 } }""", "email.delay_minutes")]
    [InlineData("""{ "email": { "digest_time": "noon" } }""", "email.digest_time")]
    [InlineData("""{ "sms": {} }""", "sms")]
    public async Task What_is_wrong_is_named_by_its_path_and_nothing_is_stored(string body, string field)
    {
        using var user = await fixture.RecruiterAsync();
        var before = await user.GetAsync(Path);

        Problem.AssertNames(await user.PutAsync(Path, body), field);

        Assert.Equal(before.Text, (await user.GetAsync(Path)).Text);
    }

    [Fact]
    public async Task Changes_at_the_same_moment_are_all_kept()
    {
        using var user = await fixture.RecruiterAsync();
        var types = WireNames.All<NotificationType>();

        await Task.WhenAll(types.Select(type => user.PutAsync(Path, $$"""{ "types": { "{{type}}": { "browser": false } } }""")));

        var kept = (await user.GetAsync(Path)).Json.Field("types");
        Assert.All(types, type => Assert.False(kept.Field(type).Flag("browser")));
    }

    [Fact]
    public async Task In_app_off_means_not_in_the_list_not_counted_and_not_pushed()
    {
        using var user = await fixture.RecruiterAsync();
        await using var socket = await user.ConnectAsync();
        await user.PutAsync(Path, """{ "types": { "candidate_shared": { "in_app": false } } }""");

        await ShareAsync(user);
        await fixture.SendAsync(new NotifyMatchFound(user.Id, Guid.CreateVersion7(), 90, "Tester", null));

        // What comes next has the next number: the one before has taken none.
        var frame = await socket.NextAsync("notification");
        Assert.Equal(("match_found", 1, 1), (frame.Text("notification_type"), frame.Number("seq"), frame.Number("unread_count")));
        Assert.Equal("match_found", Assert.Single(await user.NotificationsAsync()).Text("type"));
        Assert.Equal(1, (await user.GetAsync("/api/notifications/unread-count")).Json.Number("count"));
    }

    [Fact]
    public async Task A_page_is_told_whether_it_may_ring()
    {
        using var user = await fixture.RecruiterAsync();
        await using var socket = await user.ConnectAsync();
        await ShareAsync(user);
        await user.PutAsync(Path, """{ "types": { "candidate_shared": { "browser": false, "email": false } } }""");
        await ShareAsync(user);

        Assert.Equal(["in_app", "email", "browser"], Channels(await socket.NextAsync("notification")));
        Assert.Equal(["in_app"], Channels(await socket.NextAsync("notification")));
        Assert.Equal(["in_app"], Channels((await user.NotificationsAsync())[0]));
    }

    private static IEnumerable<string> Channels(System.Text.Json.JsonElement json) =>
        json.Items("channels").Select(channel => channel.GetString()!);

    private Task ShareAsync(TestUser user) => fixture.SendAsync(
        new NotifyCandidateShared(user.Id, Guid.CreateVersion7(), "Ada Example", "Sam Sharer", null, null));
}
