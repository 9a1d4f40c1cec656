using HotGigs.Application.Common;
using HotGigs.Domain.Users;
using HotGigs.Infrastructure.Realtime;
using HotGigs.Infrastructure.Realtime.Tickets;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace HotGigs.Infrastructure.IntegrationTests.Realtime;

public sealed class MemoryTicketsTests : IDisposable
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly MemoryTickets tickets;

    public MemoryTicketsTests() =>
        tickets = new MemoryTickets(Options.Create(new RealtimeOptions { MaxTicketsPerUser = 3, MaxTickets = 5 }), clock);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_ticket_brings_back_the_client_it_was_given_to_once()
    {
        var ann = Client("ann");
        var ticket = await tickets.IssueAsync(ann, Cancelled);

        Assert.Equal(TimeSpan.FromSeconds(30), ticket.Lifetime);
        Assert.Equal(ann, await tickets.RedeemAsync(ticket.Value, Cancelled));
        Assert.Null(await tickets.RedeemAsync(ticket.Value, Cancelled));
    }

    [Fact]
    public async Task Of_many_who_come_with_it_at_the_same_moment_one_gets_in()
    {
        for (var round = 0; round < 200; round++)
        {
            var ticket = await tickets.IssueAsync(Client($"user-{round}"), Cancelled);
            using var start = new Barrier(2);
            var clients = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
            {
                start.SignalAndWait(Cancelled);
                return await tickets.RedeemAsync(ticket.Value, Cancelled);
            })));
            Assert.Single(clients, client => client is not null);
            clock.Advance(TimeSpan.FromSeconds(30));
        }
    }

    [Fact]
    public async Task Tickets_cannot_be_guessed_or_told_apart_by_their_looks()
    {
        var one = (await tickets.IssueAsync(Client("ann"), Cancelled)).Value;
        var two = (await tickets.IssueAsync(Client("ann"), Cancelled)).Value;

        Assert.NotEqual(one, two);
        Assert.Matches("^[A-Za-z0-9_-]{43}$", one);
        foreach (var guess in (string[])["", one[..42], one + "A", one.ToUpperInvariant(), "ann"])
            Assert.Null(await tickets.RedeemAsync(guess, Cancelled));
    }

    [Fact]
    public async Task A_ticket_expires_after_30_seconds_and_its_memory_is_freed_without_anyone_asking()
    {
        var ticket = await tickets.IssueAsync(Client("ann"), Cancelled);
        clock.Advance(TimeSpan.FromSeconds(29));
        var late = await tickets.IssueAsync(Client("bob"), Cancelled);
        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(1, tickets.Count);
        Assert.Null(await tickets.RedeemAsync(ticket.Value, Cancelled));
        Assert.NotNull(await tickets.RedeemAsync(late.Value, Cancelled));
        clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(0, tickets.Count);
    }

    [Fact]
    public async Task A_ticket_is_worth_nothing_once_its_token_has_expired()
    {
        var ticket = await tickets.IssueAsync(Client("ann") with { TokenExpiresAt = clock.GetUtcNow().AddSeconds(10) }, Cancelled);
        clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Null(await tickets.RedeemAsync(ticket.Value, Cancelled));
    }

    [Fact]
    public async Task A_user_is_given_so_many_in_the_lifetime_of_one_whether_they_use_them_or_not()
    {
        for (var i = 0; i < 3; i++)
            await tickets.RedeemAsync((await tickets.IssueAsync(Client("ann"), Cancelled)).Value, Cancelled);

        Assert.Equal(ErrorCode.RateLimited, await RefusalAsync("ann"));
        await tickets.IssueAsync(Client("bob"), Cancelled);
        clock.Advance(TimeSpan.FromSeconds(30));
        await tickets.IssueAsync(Client("ann"), Cancelled);
    }

    [Fact]
    public async Task All_users_together_are_given_no_more_than_there_is_memory_for()
    {
        for (var i = 0; i < 5; i++)
            await tickets.IssueAsync(Client($"user-{i}"), Cancelled);

        Assert.Equal(ErrorCode.Unavailable, await RefusalAsync("one-more"));
    }

    public void Dispose() => tickets.Dispose();

    private async Task<ErrorCode> RefusalAsync(string user) =>
        (await Assert.ThrowsAsync<RequestException>(async () => await tickets.IssueAsync(Client(user), Cancelled))).Code;

    private ConnectingClient Client(string user) =>
        new(new UserIdentity(user, user, $"{user}@example.com", Roles.Recruiter), clock.GetUtcNow(), clock.GetUtcNow().AddHours(8));
}
