using HotGigs.Application.Common;
using HotGigs.Application.Realtime;
using HotGigs.Application.Users;
using HotGigs.Domain.Users;
using HotGigs.Infrastructure.Realtime;
using HotGigs.Tests.Shared;

namespace HotGigs.Infrastructure.IntegrationTests.Realtime;

/// <summary>Rights that are withdrawn while a connection lives.</summary>
public sealed class WithdrawnRightsTests
{
    private const string Resume = "0195a0b2-7c11-7d3e-9a4b-1f2e3d4c5b6a";
    private const string Candidate = "candidate:0195a0b2-7c11-7d3e-9a4b-1f2e3d4c5b6b";
    private const string LeftRecruiters = """{"type":"left_room","room":"recruiters","message":"Left room recruiters: you may not be in it any more"}""";

    [Fact]
    public async Task A_newer_token_with_fewer_roles_takes_rooms_and_watches_from_all_connections_of_the_user()
    {
        await using var host = await RealtimeHost.StartAsync();
        host.Application.Watch = (id, user) =>
            user.IsRecruiter ? Task.FromResult(Progress.Of(id, 4)) : throw RequestException.NotFound("The resume");
        using var one = await host.ConnectAsync(roles: Roles.Recruiter | Roles.Candidate);
        using var two = await host.ConnectAsync(roles: Roles.Recruiter | Roles.Candidate);
        using var other = await host.ConnectAsync("bob");
        foreach (var client in new[] { one, two, other })
            await JoinAsync(client, "recruiters");
        await WatchAsync(one);

        SeeToken(host, "ann", Roles.Candidate);

        await one.ExpectAsync(LeftRecruiters);
        await one.ExpectAsync(
            $$"""{"type":"unwatched","resume_id":"{{Resume}}","message":"No longer watching resume {{Resume}}: you may not see it any more"}""");
        await two.ExpectAsync(LeftRecruiters);
        await other.ExpectNothingAsync();
        Assert.Equal(1, host.Status.TakeSnapshot().Rooms["recruiters"]);
        Assert.Empty(host.Status.TakeSnapshot().ResumeWatchers);
        await one.SendAsync("""{"type":"join_room","room":"recruiters"}""");
        Assert.Equal("forbidden", (await one.ReceiveAsync()).GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_newer_token_with_the_same_or_more_roles_takes_nothing()
    {
        await using var host = await RealtimeHost.StartAsync();
        using var client = await host.ConnectAsync();
        await JoinAsync(client, "recruiters");
        var asked = 0;
        host.Application.Join = (_, _) => throw new InvalidOperationException($"Asked {++asked} times.");

        SeeToken(host, "ann", Roles.Recruiter | Roles.Admin);
        SeeToken(host, "ann", Roles.Recruiter | Roles.Admin);

        await SettleAsync(host);
        await client.ExpectNothingAsync();
        Assert.Equal(0, asked);
        Assert.Equal(Roles.Recruiter, host.Registry.Users.Of("ann")[0].User.Roles);
    }

    [Fact]
    public async Task Roles_that_a_newer_token_took_away_do_not_come_back_with_an_older_one()
    {
        await using var host = await RealtimeHost.StartAsync();
        var now = host.Clock.GetUtcNow();
        host.Identities.Standings["ann"] = new UserStanding(Roles.Candidate, now);
        host.Identities.Tokens["older"] = new ConnectingClient(
            new UserIdentity("ann", "Ann", null, Roles.Recruiter | Roles.Candidate), now.AddHours(-1), now.AddHours(7));
        using var client = await host.ConnectAsync(roles: Roles.Recruiter | Roles.Candidate, tokenExpiresAt: now.AddHours(7));
        var connection = host.Registry.Users.Of("ann")[0];
        Assert.Equal(Roles.Candidate, connection.User.Roles);

        await client.SendAsync("""{"type":"refresh_token","token":"older"}""");
        Assert.Equal("token_refreshed", (await client.ReceiveAsync()).GetProperty("type").GetString());

        Assert.Equal(Roles.Candidate, connection.User.Roles);
        host.Identities.Tokens["newer"] = host.Identities.Tokens["older"] with { TokenIssuedAt = now.AddSeconds(1) };
        await client.SendAsync("""{"type":"refresh_token","token":"newer"}""");
        await client.ReceiveAsync();
        Assert.Equal(Roles.Recruiter | Roles.Candidate, connection.User.Roles);
    }

    [Fact]
    public async Task A_refreshed_token_with_fewer_roles_takes_what_they_allowed()
    {
        await using var host = await RealtimeHost.StartAsync();
        var now = host.Clock.GetUtcNow();
        host.Identities.Tokens["less"] = new ConnectingClient(new UserIdentity("ann", "Ann", null, Roles.Candidate), now, now.AddHours(8));
        using var client = await host.ConnectAsync(roles: Roles.Recruiter | Roles.Candidate);
        await JoinAsync(client, "recruiters");

        await client.SendAsync("""{"type":"refresh_token","token":"less"}""");

        var types = new[] { await client.ReceiveAsync(), await client.ReceiveAsync() }.Select(frame => frame.GetProperty("type").GetString());
        Assert.Equal(["left_room", "token_refreshed"], types.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Whoever_loses_every_role_leaves_and_is_closed_with_4403()
    {
        await using var host = await RealtimeHost.StartAsync();
        using var client = await host.ConnectAsync();
        await JoinAsync(client, "recruiters");

        SeeToken(host, "ann", Roles.None);

        await client.ExpectAsync(LeftRecruiters);
        Assert.Equal(4403, await client.ReceiveCloseAsync());
        using var older = await host.OpenAsync();
        Assert.Equal(4403, await older.ReceiveCloseAsync());
    }

    [Fact]
    public async Task Visibility_that_is_withdrawn_takes_the_room_of_the_candidate_and_the_watch_of_the_resume()
    {
        await using var host = await RealtimeHost.StartAsync();
        var visible = true;
        host.Application.Join = (name, _) => visible && Room.TryParse(name, out var room)
            ? Task.FromResult(room) : throw new RequestException(ErrorCode.Forbidden, "No.");
        host.Application.Watch = (id, _) => visible ? Task.FromResult(Progress.Of(id, 4)) : throw RequestException.NotFound("The resume");
        using var client = await host.ConnectAsync();
        using var untold = await host.ConnectAsync("bob");
        await JoinAsync(client, Candidate);
        await JoinAsync(untold, Candidate);
        await WatchAsync(client);

        visible = false;
        host.Rights.Recheck("ann", "nobody");

        Assert.Equal("left_room", (await client.ReceiveAsync()).GetProperty("type").GetString());
        Assert.Equal("unwatched", (await client.ReceiveAsync()).GetProperty("type").GetString());
        await host.PublishAsync(Progress.Of(Guid.Parse(Resume), 5));
        await client.ExpectNothingAsync();
        await untold.ExpectNothingAsync();
    }

    [Fact]
    public async Task A_right_that_cannot_be_checked_is_checked_again_until_it_can_and_holds_up_nobody_else()
    {
        await using var host = await RealtimeHost.StartAsync();
        using var client = await host.ConnectAsync();
        using var other = await host.ConnectAsync("bob");
        await JoinAsync(client, Candidate);
        await JoinAsync(other, "recruiters");
        var tries = 0;
        host.Application.Join = (name, _) => name == Candidate && Interlocked.Increment(ref tries) < 3
            ? throw new TimeoutException()
            : throw new RequestException(ErrorCode.Forbidden, "No.");

        host.Rights.Recheck("ann");
        await Eventually.TrueAsync(() => tries == 1, text: "failed");
        await client.ExpectNothingAsync();
        host.Rights.Recheck("bob");
        await other.ExpectAsync(LeftRecruiters);

        await Eventually.TrueAsync(
            () =>
            {
                host.Clock.Advance(TimeSpan.FromSeconds(1));
                return tries == 3;
            },
            text: "tried again");
        Assert.Equal("left_room", (await client.ReceiveAsync()).GetProperty("type").GetString());
    }

    [Fact]
    public async Task What_is_granted_while_the_right_to_it_is_withdrawn_does_not_stay()
    {
        await using var host = await RealtimeHost.StartAsync();
        using var client = await host.ConnectAsync();
        var asked = new TaskCompletionSource();
        var answer = new TaskCompletionSource<Room>();
        host.Application.Join = (_, _) =>
        {
            asked.SetResult();
            return answer.Task;
        };
        await client.SendAsync($$"""{"type":"join_room","room":"{{Candidate}}"}""");
        await asked.Task;

        // The check of before the withdrawal comes in only after it, and after its own re-check.
        host.Application.Join = (_, _) => throw new RequestException(ErrorCode.Forbidden, "No.");
        host.Rights.Recheck("ann");
        await SettleAsync(host);
        Assert.True(Room.TryParse(Candidate, out var room));
        answer.SetResult(room);

        Assert.Equal("joined_room", (await client.ReceiveAsync()).GetProperty("type").GetString());
        Assert.Equal("left_room", (await client.ReceiveAsync()).GetProperty("type").GetString());
        Assert.Empty(host.Status.TakeSnapshot().Rooms);
    }

    [Fact]
    public async Task Asking_again_for_what_one_may_not_have_any_more_takes_it()
    {
        await using var host = await RealtimeHost.StartAsync();
        host.Application.Watch = (id, _) => Task.FromResult(Progress.Of(id, 4));
        using var client = await host.ConnectAsync();
        await JoinAsync(client, Candidate);
        await WatchAsync(client);

        host.Application.Join = (_, _) => throw new RequestException(ErrorCode.Forbidden, "No.");
        host.Application.Watch = (_, _) => throw RequestException.NotFound("The resume");
        await client.SendAsync($$"""{"type":"join_room","room":"{{Candidate}}"}""");
        Assert.Equal("forbidden", (await client.ReceiveAsync()).GetProperty("code").GetString());
        await client.SendAsync($$"""{"type":"watch_resume","resume_id":"{{Resume}}"}""");
        Assert.Equal("not_found", (await client.ReceiveAsync()).GetProperty("code").GetString());

        Assert.Empty(host.Status.TakeSnapshot().Rooms);
        Assert.Empty(host.Status.TakeSnapshot().ResumeWatchers);
    }

    [Fact]
    public async Task A_user_who_is_signed_out_is_closed_everywhere_and_comes_back_only_with_a_newer_token()
    {
        await using var host = await RealtimeHost.StartAsync();
        using var one = await host.ConnectAsync();
        using var two = await host.ConnectAsync();
        using var other = await host.ConnectAsync("bob");

        host.Clock.Advance(TimeSpan.FromSeconds(5));
        host.SignOuts.SignOut("ann");

        Assert.Equal(4401, await one.ReceiveCloseAsync());
        Assert.Equal(4401, await two.ReceiveCloseAsync());
        await other.ExpectNothingAsync();
        using var older = await host.OpenAsync(tokenExpiresAt: host.Clock.GetUtcNow().AddHours(8).AddSeconds(-1));
        Assert.Equal(4401, await older.ReceiveCloseAsync());
        using var newer = await host.ConnectAsync(tokenExpiresAt: host.Clock.GetUtcNow().AddHours(8));
        await newer.ExpectNothingAsync();
    }

    [Fact]
    public async Task A_sign_out_is_forgotten_once_no_token_can_be_older()
    {
        await using var host = await RealtimeHost.StartAsync(new() { ["Realtime:SignOutRetention"] = "01:00:00" });
        var before = host.Clock.GetUtcNow().AddSeconds(-1);
        host.SignOuts.SignOut("ann");
        host.Clock.Advance(TimeSpan.FromMinutes(59));
        host.SignOuts.SignOut("bob");
        Assert.True(host.SignOuts.Covers("ann", before));

        host.Clock.Advance(TimeSpan.FromMinutes(1));
        host.SignOuts.SignOut("carl");

        Assert.False(host.SignOuts.Covers("ann", before));
        Assert.True(host.SignOuts.Covers("bob", before));
    }

    /// <summary>The server sees a token that is newer than those of all connections.</summary>
    private static void SeeToken(RealtimeHost host, string user, Roles roles)
    {
        host.Identities.Standings[user] = new UserStanding(roles, host.Clock.GetUtcNow().AddSeconds(1));
        host.Rights.CheckRoles(user);
    }

    /// <summary>Waits until the checks asked for so far are done: they are done in their order, and this one shows.</summary>
    private static async Task SettleAsync(RealtimeHost host)
    {
        using var marker = await host.ConnectAsync("marker");
        SeeToken(host, "marker", Roles.None);
        await marker.ReceiveCloseAsync();
    }

    private static async Task JoinAsync(TestClient client, string room)
    {
        await client.SendAsync($$"""{"type":"join_room","room":"{{room}}"}""");
        Assert.Equal("joined_room", (await client.ReceiveAsync()).GetProperty("type").GetString());
    }

    private static async Task WatchAsync(TestClient client)
    {
        await client.SendAsync($$"""{"type":"watch_resume","resume_id":"{{Resume}}"}""");
        Assert.Equal("watching", (await client.ReceiveAsync()).GetProperty("type").GetString());
        Assert.Equal("resume_progress", (await client.ReceiveAsync()).GetProperty("type").GetString());
    }
}
