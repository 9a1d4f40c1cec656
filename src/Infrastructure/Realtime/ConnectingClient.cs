using System.Net;
using HotGigs.Domain.Users;

namespace HotGigs.Infrastructure.Realtime;

/// <summary>What is known of a client once its token has been judged.</summary>
/// <param name="User">Who the token was issued to.</param>
/// <param name="TokenIssuedAt">When: a newer token of the same user says more about their roles.</param>
/// <param name="TokenExpiresAt">When that identity ends; the connection is closed a short grace later.</param>
public sealed record ConnectingClient(UserIdentity User, DateTimeOffset TokenIssuedAt, DateTimeOffset TokenExpiresAt)
{
    /// <summary>From where it connects; <c>null</c> where that is not known, as on a Unix socket.</summary>
    public IPAddress? Address { get; init; }

    /// <summary>Whether it asked for <c>batch</c> frames.</summary>
    public bool TakesBatches { get; init; }
}
