using HotGigs.Application.Common;

namespace HotGigs.Infrastructure.Realtime.Tickets;

/// <summary>
/// Stands in for a token in the address of a WebSocket: an opaque value that lets one connection in, once, soon. A
/// store that several servers share can take the place of the one in memory.
/// </summary>
public interface IConnectionTickets
{
    /// <summary>Gives a ticket to a client whose token is valid.</summary>
    /// <exception cref="RequestException"><c>rate_limited</c>: the user has been given too many. <c>unavailable</c>: all users together have.</exception>
    ValueTask<ConnectionTicket> IssueAsync(ConnectingClient client, CancellationToken cancellationToken);

    /// <summary>Takes a ticket back. Of two who come with the same one at the same moment, one gets an answer.</summary>
    /// <returns>The client it was given to, or <c>null</c>: it is unknown, was used or has expired, or its token has.</returns>
    ValueTask<ConnectingClient?> RedeemAsync(string ticket, CancellationToken cancellationToken);
}

/// <summary>A ticket that was given.</summary>
/// <param name="Value">What the client connects with; nobody else may see it.</param>
/// <param name="Lifetime">For how long.</param>
public sealed record ConnectionTicket(string Value, TimeSpan Lifetime);
