using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using HotGigs.Application.Common;
using Microsoft.Extensions.Options;

namespace HotGigs.Infrastructure.Realtime.Tickets;

/// <summary>
/// The tickets of this server, by their hashes: whoever reads its memory finds none to connect with. Used ones count
/// towards what a user may be given until they would have expired, so the limit is also one of the rate.
/// </summary>
internal sealed class MemoryTickets : IConnectionTickets, IDisposable
{
    private const int TicketBytes = 32;

    private readonly Lock gate = new();
    private readonly Dictionary<string, ConnectingClient> open = new(StringComparer.Ordinal);
    private readonly Queue<Given> given = new();
    private readonly Dictionary<string, int> givenTo = new(StringComparer.Ordinal);
    private readonly RealtimeOptions options;
    private readonly TimeProvider clock;
    private readonly ITimer sweep;

    public MemoryTickets(IOptions<RealtimeOptions> options, TimeProvider clock)
    {
        this.options = options.Value;
        this.clock = clock;
        sweep = clock.CreateTimer(_ => RemoveExpired(), null, this.options.TicketLifetime, this.options.TicketLifetime);
    }

    /// <summary>How many are kept, used ones included.</summary>
    internal int Count
    {
        get
        {
            lock (gate)
                return given.Count;
        }
    }

    public ValueTask<ConnectionTicket> IssueAsync(ConnectingClient client, CancellationToken cancellationToken)
    {
        var ticket = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TicketBytes));
        var hash = HashOf(ticket);
        lock (gate)
        {
            RemoveExpired();
            var count = givenTo.GetValueOrDefault(client.User.Id);
            if (count >= options.MaxTicketsPerUser)
            {
                var next = given.First(ticket => ticket.UserId == client.User.Id).ExpiresAt - clock.GetUtcNow();
                throw new RequestException(ErrorCode.RateLimited, "Too many tickets. Use those you have, or wait until they expire.") { RetryAfter = next };
            }

            if (given.Count >= options.MaxTickets)
                throw new RequestException(ErrorCode.Unavailable, "No tickets can be given right now. Try again in a moment.");

            givenTo[client.User.Id] = count + 1;
            given.Enqueue(new Given(hash, client.User.Id, clock.GetUtcNow() + options.TicketLifetime));
            open.Add(hash, client);
        }

        return ValueTask.FromResult(new ConnectionTicket(ticket, options.TicketLifetime));
    }

    public ValueTask<ConnectingClient?> RedeemAsync(string ticket, CancellationToken cancellationToken)
    {
        ConnectingClient? client;
        lock (gate)
        {
            RemoveExpired();
            open.Remove(HashOf(ticket), out client);
        }

        return ValueTask.FromResult(client?.TokenExpiresAt > clock.GetUtcNow() ? client : null);
    }

    public void Dispose() => sweep.Dispose();

    private static string HashOf(string ticket) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(ticket)));

    // All live equally long, so the oldest expires first.
    private void RemoveExpired()
    {
        var now = clock.GetUtcNow();
        lock (gate)
        {
            while (given.TryPeek(out var oldest) && oldest.ExpiresAt <= now)
            {
                given.Dequeue();
                open.Remove(oldest.Hash);
                if (--givenTo[oldest.UserId] == 0)
                    givenTo.Remove(oldest.UserId);
            }
        }
    }

    private readonly record struct Given(string Hash, string UserId, DateTimeOffset ExpiresAt);
}
