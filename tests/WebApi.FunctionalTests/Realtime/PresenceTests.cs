using System.Text.Json;
using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Clients;

namespace HotGigs.WebApi.FunctionalTests.Realtime;

/// <summary>Presence and typing through the whole server.</summary>
public sealed class PresenceTests(PresenceTests.QuickFixture fixture) : IClassFixture<PresenceTests.QuickFixture>
{
    [Fact]
    public async Task Recruiters_see_each_other_come_type_and_go_and_afterwards_when_they_were_here()
    {
        using var rita = await fixture.RecruiterAsync();
        using var sam = await fixture.RecruiterAsync();
        await using var ritas = await rita.ConnectAsync();
        await ritas.AskAsync(new { type = "join_room", room = "recruiters" }, "joined_room");
        var state = await ritas.AskAsync(new { type = "presence", room = "recruiters", id = "p" }, "presence");
        Assert.Equal("p", state.Text("ref"));
        Assert.Contains((rita.Id, "online", true), state.Items("users").Select(Read));

        await using var sams = await sam.ConnectAsync();
        await sams.AskAsync(new { type = "join_room", room = "recruiters" }, "joined_room");
        var change = await ritas.NextAsync("presence", frame => Of(frame, sam.Id).Any());
        Assert.Equal((sam.Id, "online", true), Read(Assert.Single(change.Items("users"))));
        Assert.Equal(sam.Name, change.Items("users")[0].Text("name"));
        await sams.SendAsync(new { type = "typing", room = "recruiters", is_typing = true });
        var typing = await ritas.NextAsync("typing");
        Assert.Equal(("recruiters", sam.Id, true), (typing.Text("room"), typing.Text("user_id"), typing.Flag("is_typing")));

        await sams.DisposeAsync();
        Assert.False((await ritas.NextAsync("typing")).Flag("is_typing"));
        var gone = await ritas.NextAsync("presence", frame => Of(frame, sam.Id).Any());
        var lastSeen = Assert.Single(gone.Items("users"));
        Assert.Equal((sam.Id, "offline", false), Read(lastSeen));

        // Then from the database, in which it is written a little later.
        await Eventually.GetAsync(
            () => ritas.AskAsync(new { type = "presence", room = "recruiters" }, "presence"),
            later => Of(later, sam.Id).Any(user => user.Text("status") == "offline" && user.Text("name") == sam.Name && user.Time("last_seen") >= lastSeen.Time("last_seen")));
    }

    [Fact]
    public async Task The_room_of_others_is_as_closed_as_for_joining()
    {
        using var candidate = await fixture.CandidateAsync();
        await using var socket = await candidate.ConnectAsync();

        foreach (var (room, code) in ((string, string)[])[("recruiters", "forbidden"), ("admins", "forbidden"), ("kitchen", "validation_failed")])
        {
            var error = await socket.AskAsync(new { type = "presence", room, id = room }, "error");
            Assert.Equal((code, room), (error.Text("code"), error.Text("ref")));
        }
    }

    private static IEnumerable<JsonElement> Of(JsonElement frame, string userId) =>
        frame.Items("users").Where(user => user.Text("user_id") == userId);

    private static (string?, string?, bool) Read(JsonElement user) =>
        (user.Text("user_id"), user.Text("status"), user.IsNull("last_seen"));

    /// <summary>A server on which those who leave are gone at once.</summary>
    public sealed class QuickFixture : ServerFixture
    {
        protected override Task<HotGigs.Tests.Shared.Servers.HotGigsServer> StartAsync() =>
            HotGigs.Tests.Shared.Servers.HotGigsServer.StartAsync(new Dictionary<string, string?> { ["Realtime:PresenceGrace"] = "00:00:00" });
    }
}
