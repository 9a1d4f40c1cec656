using HotGigs.Domain.Users;
using HotGigs.Infrastructure.Realtime;

namespace HotGigs.Infrastructure.IntegrationTests.Realtime;

/// <summary>How a connection outlives the token it was opened with.</summary>
public sealed class TokenRenewalTests
{
    [Fact]
    public async Task A_minute_before_its_token_expires_a_client_is_told_once()
    {
        await using var host = await RealtimeHost.StartAsync();
        using var client = await host.ConnectAsync(tokenExpiresAt: host.Clock.GetUtcNow().AddSeconds(70));

        host.Clock.Advance(TimeSpan.FromSeconds(9));
        await client.ExpectNothingAsync();
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await client.ExpectAsync("""{"type":"token_expiring","expires_in":60}""");
        host.Clock.Advance(TimeSpan.FromSeconds(30));
        await client.ExpectNothingAsync();
    }

    [Fact]
    public async Task The_time_of_the_warning_is_configured()
    {
        await using var host = await RealtimeHost.StartAsync(new() { ["Realtime:TokenWarning"] = "00:00:10" });
        using var client = await host.ConnectAsync(tokenExpiresAt: host.Clock.GetUtcNow().AddSeconds(12));

        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await client.ExpectNothingAsync();
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await client.ExpectAsync("""{"type":"token_expiring","expires_in":10}""");
    }

    [Fact]
    public async Task A_client_whose_token_is_about_to_expire_is_told_right_after_the_greeting()
    {
        await using var host = await RealtimeHost.StartAsync();
        using var client = await host.ConnectAsync(tokenExpiresAt: host.Clock.GetUtcNow().AddSeconds(20));

        await client.ExpectAsync("""{"type":"token_expiring","expires_in":20}""");
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await client.ExpectNothingAsync();
    }

    [Fact]
    public async Task A_refreshed_token_keeps_the_connection_and_warns_again_in_its_own_time()
    {
        await using var host = await RealtimeHost.StartAsync();
        var now = host.Clock.GetUtcNow();
        host.Identities.Tokens["new"] = Client("ann", Roles.Recruiter, now, now.AddSeconds(200));
        using var client = await host.ConnectAsync(tokenExpiresAt: now.AddSeconds(30));
        await client.ExpectAsync("""{"type":"token_expiring","expires_in":30}""");

        await client.ExpectAsync(
            """{"type":"refresh_token","token":"new","id":"r"}""", """{"type":"token_refreshed","token_expires_in":200,"ref":"r"}""");

        Assert.Equal(("ann", now), (host.Identities.Recorded.Single().User.Id, host.Identities.Recorded.Single().IssuedAt));
        host.Clock.Advance(TimeSpan.FromSeconds(70));
        await client.ExpectNothingAsync();
        host.Clock.Advance(TimeSpan.FromSeconds(70));
        await client.ExpectAsync("""{"type":"token_expiring","expires_in":60}""");
        await client.ExpectNothingAsync();
        host.Clock.Advance(TimeSpan.FromSeconds(70));
        await client.ExpectNothingAsync();
        host.Clock.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal(4401, await client.ReceiveCloseAsync());
    }

    [Fact]
    public async Task Refreshing_with_a_token_that_expires_no_later_does_not_warn_again_and_again()
    {
        await using var host = await RealtimeHost.StartAsync();
        var now = host.Clock.GetUtcNow();
        host.Identities.Tokens["same"] = Client("ann", Roles.Recruiter, now, now.AddSeconds(30));
        using var client = await host.ConnectAsync(tokenExpiresAt: now.AddSeconds(30));
        await client.ExpectAsync("""{"type":"token_expiring","expires_in":30}""");

        await client.ExpectAsync("""{"type":"refresh_token","token":"same"}""", """{"type":"token_refreshed","token_expires_in":30}""");
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await client.ExpectNothingAsync();
    }

    [Theory]
    [InlineData("""{"type":"refresh_token","token":"bad"}""", "unauthenticated")]
    [InlineData("""{"type":"refresh_token","token":"bobs"}""", "forbidden")]
    [InlineData("""{"type":"refresh_token"}""", "validation_failed")]
    [InlineData("""{"type":"refresh_token","token":5}""", "validation_failed")]
    public async Task A_token_that_is_no_good_changes_nothing(string message, string code)
    {
        await using var host = await RealtimeHost.StartAsync();
        var now = host.Clock.GetUtcNow();
        host.Identities.Tokens["bobs"] = Client("bob", Roles.Admin, now, now.AddHours(8));
        using var client = await host.ConnectAsync(tokenExpiresAt: now.AddSeconds(100));

        await client.SendAsync(message);
        Assert.Equal(code, (await client.ReceiveAsync()).GetProperty("code").GetString());

        Assert.Empty(host.Identities.Recorded);
        var connection = Assert.Single(host.Registry.Users.All);
        Assert.Equal(("ann", Roles.Recruiter, now.AddSeconds(100)), (connection.User.Id, connection.User.Roles, connection.TokenExpiresAt));
        await client.ExpectNothingAsync();
    }

    private static ConnectingClient Client(string user, Roles roles, DateTimeOffset issuedAt, DateTimeOffset expiresAt) =>
        new(new UserIdentity(user, user, null, roles), issuedAt, expiresAt);
}
