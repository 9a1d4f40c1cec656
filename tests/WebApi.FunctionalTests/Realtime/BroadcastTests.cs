using System.Net;
using System.Text.Json;
using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Clients;
using HotGigs.Tests.Shared.Resumes;

namespace HotGigs.WebApi.FunctionalTests.Realtime;

/// <summary>Speaking to a room: to whoever is there, or kept for everyone who may join it.</summary>
public sealed class BroadcastTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task What_is_not_kept_is_shown_once_to_those_in_the_room_now()
    {
        using var admin = await fixture.AdminAsync();
        using var kim = await fixture.CandidateAsync();
        using var outside = await fixture.CandidateAsync();
        await using var phone = await JoinAsync(kim, "candidates");
        await using var laptop = await JoinAsync(kim, "candidates");
        await using var elsewhere = await outside.ConnectAsync();

        var answer = await BroadcastAsync(admin, "candidates", new
        {
            title = "Tonight", message = "We are down for an hour.", action_url = "/news", data = new { until = "23:00", title = "Not this one" }, persist = false,
        });

        Assert.Equal((HttpStatusCode.Accepted, 1), (answer.Status, answer.Json.Number("recipients")));
        foreach (var socket in (TestSocket[])[phone, laptop])
        {
            var frame = await socket.NextAsync("room_message");
            Assert.Equal("candidates", frame.Text("room"));
            var data = frame.Field("data");
            Assert.Equal(("Tonight", "We are down for an hour.", "/news", "23:00"),
                (data.Text("title"), data.Text("message"), data.Text("action_url"), data.Text("until")));
            Assert.Equal(4, data.EnumerateObject().Count());
        }

        Assert.Empty(await elsewhere.SettledAsync("room_message"));
        Assert.Empty(await kim.NotificationsAsync());
    }

    [Fact]
    public async Task The_room_of_a_candidate_can_be_spoken_to_by_a_program()
    {
        using var program = await fixture.SignInAsync("service");
        using var rosa = await fixture.RecruiterAsync();
        var imported = await rosa.EndOfImportAsync(await rosa.UploadedAsync(SampleResumes.Text(Person.Next())));
        var room = $"candidate:{imported.Id("candidate_id")}";
        await using var socket = await JoinAsync(rosa, room);

        var answer = await BroadcastAsync(program, room, new { title = "Call", message = "She is on the phone.", persist = false });

        Assert.Equal(1, answer.Json.Number("recipients"));
        var data = (await socket.NextAsync("room_message")).Field("data");
        Assert.Equal(("Call", null), (data.Text("title"), data.Text("action_url")));
    }

    [Fact]
    public async Task What_is_kept_comes_into_the_feed_of_everyone_who_may_join_connected_or_not()
    {
        using var admin = await fixture.AdminAsync();
        using var here = await fixture.RecruiterAsync();
        using var away = await fixture.RecruiterAsync();
        using var candidate = await fixture.CandidateAsync();
        await using var socket = await here.ConnectAsync();

        var answer = await BroadcastAsync(admin, "recruiters", Announcement(new { until = "23:00" }));

        Assert.Equal(HttpStatusCode.Accepted, answer.Status);
        Assert.True(answer.Json.Number("recipients") >= 3);
        var frame = await socket.NextAsync("notification", one => one.Text("notification_type") == "system_announcement");
        Assert.Equal(("Tonight", "23:00"), (frame.Field("data").Text("title"), frame.Field("data").Text("until")));
        var kept = Assert.Single(await away.NotificationsAsync(), one => one.Text("type") == "system_announcement");
        Assert.Equal((admin.Id, admin.Name), (kept.Field("actor").Text("id"), kept.Field("actor").Text("name")));
        Assert.Contains(await admin.NotificationsAsync(), one => one.Text("type") == "system_announcement");
        Assert.Empty(await candidate.NotificationsAsync());
    }

    [Fact]
    public async Task Sent_again_under_its_id_it_reaches_only_those_it_has_not_reached()
    {
        using var admin = await fixture.AdminAsync();
        var id = Guid.CreateVersion7();
        var first = await BroadcastAsync(admin, "admins", Announcement(null, id));
        using var newcomer = await fixture.AdminAsync();

        var second = await BroadcastAsync(admin, "admins", Announcement(null, id));

        Assert.Equal((id, id), (first.Json.Id("announcement_id"), second.Json.Id("announcement_id")));
        Assert.Equal(1, second.Json.Number("recipients"));
        Assert.Single(await newcomer.NotificationsAsync());
        Assert.Single(await admin.NotificationsAsync(), one => one.Text("title") == "Tonight");
    }

    public static TheoryData<string, string> Wrong => new()
    {
        { "title", """{ "message": "m", "persist": true }""" },
        { "title", $$"""{ "title": "{{new string('t', 201)}}", "message": "m", "persist": true }""" },
        { "title", """{ "title": 17, "message": "m", "persist": true }""" },
        { "message", """{ "title": "t", "message": " ", "persist": true }""" },
        { "message", $$"""{ "title": "t", "message": "{{new string('m', 1_001)}}", "persist": false }""" },
        { "action_url", """{ "title": "t", "message": "m", "persist": false, "action_url": "https://evil.example" }""" },
        { "action_url", """{ "title": "t", "message": "m", "persist": true, "action_url": "//evil.example" }""" },
        { "data", """{ "title": "t", "message": "m", "persist": true, "data": [] }""" },
        { "data", $$"""{ "title": "t", "message": "m", "persist": false, "data": { "x": "{{new string('x', 8_192)}}" } }""" },
        { "data", """{ "title": "t", "message": "m", "persist": true, "data": { "half a pair": "\ud800" } }""" },
        { "persist", """{ "title": "t", "message": "m" }""" },
        { "persist", """{ "title": "t", "message": "m", "persist": "yes" }""" },
        { "announcement_id", """{ "title": "t", "message": "m", "persist": true, "announcement_id": "17" }""" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task The_field_at_fault_is_named(string field, string body)
    {
        using var admin = await fixture.AdminAsync();

        Problem.AssertNames(await admin.PostAsync("/api/rooms/admins/broadcast", body), field);
    }

    [Fact]
    public async Task A_room_that_does_not_exist_is_refused()
    {
        using var admin = await fixture.AdminAsync();
        var nobody = $"candidate:{Guid.CreateVersion7()}";

        Problem.AssertNames(await BroadcastAsync(admin, "nowhere", Announcement(null)), "room");
        Problem.AssertNames(await BroadcastAsync(admin, nobody, Announcement(null)), "room");
        Problem.AssertIs(
            await BroadcastAsync(admin, nobody, new { title = "t", message = "m", persist = false }), HttpStatusCode.NotFound, "not_found");
    }

    [Theory]
    [InlineData("recruiter")]
    [InlineData("candidate")]
    public async Task Only_admins_and_services_speak_to_rooms(string role)
    {
        using var somebody = await fixture.SignInAsync(role);

        Problem.AssertIs(await BroadcastAsync(somebody, "recruiters", Announcement(null)), HttpStatusCode.Forbidden, "forbidden");
    }

    private static object Announcement(object? data, Guid? id = null) =>
        new { title = "Tonight", message = "We are down for an hour.", action_url = "/news", data, persist = true, announcement_id = id };

    private static Task<Answer> BroadcastAsync(TestUser sender, string room, object body) =>
        sender.PostAsync($"/api/rooms/{room}/broadcast", JsonSerializer.Serialize(body));

    private static async Task<TestSocket> JoinAsync(TestUser user, string room)
    {
        var socket = await user.ConnectAsync();
        await socket.AskAsync(new { type = "join_room", room }, "joined_room");
        return socket;
    }
}
