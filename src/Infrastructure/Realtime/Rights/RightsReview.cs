using HotGigs.Application.Common;
using HotGigs.Application.Realtime;
using HotGigs.Application.Users;
using HotGigs.Domain.Users;
using HotGigs.Infrastructure.Realtime.Connections;
using HotGigs.Infrastructure.Realtime.Frames;
using HotGigs.Infrastructure.Realtime.Messages;
using MediatR;
using Microsoft.Extensions.Logging;

namespace HotGigs.Infrastructure.Realtime.Rights;

/// <summary>Holds connections against what their users may do now, and takes from them what they may not any more.</summary>
internal sealed class RightsReview(
    ConnectionRegistry registry, LiveRights rights, RequestSender requests, IUserDirectory users, ISignOuts signOuts, ILogger<RightsReview> logger)
{
    /// <summary>Judges a connection that has just been added by what became known since its token was judged.</summary>
    public async Task AdmitAsync(ClientConnection connection, CancellationToken cancellationToken)
    {
        if (signOuts.Covers(connection.User.Id, connection.Client.TokenIssuedAt))
            connection.Close(CloseCode.Unauthenticated, SignOuts.Reason);
        else if (Limit(connection, await users.FindAsync(connection.User.Id, cancellationToken)))
            CloseWithoutRoles(connection);
    }

    /// <summary>Lets a connection go on with another token, and takes from it what that one does not allow.</summary>
    public async Task RenewAsync(ClientConnection connection, ConnectingClient renewed, CancellationToken cancellationToken)
    {
        var before = connection.User.Roles;
        var standing = await users.FindAsync(connection.User.Id, cancellationToken);
        connection.Renew(client => client with
        {
            User = renewed.User with { Roles = standing?.Limit(renewed.User.Roles, renewed.TokenIssuedAt) ?? renewed.User.Roles },
            TokenIssuedAt = renewed.TokenIssuedAt,
            TokenExpiresAt = renewed.TokenExpiresAt,
        });
        // A newer token may have been seen, and the connection looked at, just before it was renewed.
        Limit(connection, await users.FindAsync(connection.User.Id, cancellationToken));
        if ((before & ~connection.User.Roles) == Roles.None)
            return;
        rights.Recheck(connection.User.Id);
        CloseWithoutRoles(connection);
    }

    /// <summary>Looks at all connections of a user.</summary>
    /// <exception cref="AggregateException">Something could not be authorised; the rest has been looked at.</exception>
    public async Task ReviewAsync(RightsCheck check, CancellationToken cancellationToken)
    {
        var standing = await users.FindAsync(check.UserId, cancellationToken);
        var connections = registry.Users.Of(check.UserId).ToArray();
        var limited = connections.Where(connection => Limit(connection, standing)).ToHashSet();
        if (limited.Count > 0)
            rights.RaiseVersion();

        var failures = new List<Exception>();
        foreach (var connection in check.OnlyIfRolesChange ? limited : (IEnumerable<ClientConnection>)connections)
            await AuthoriseAsync(connection, failures, cancellationToken);
        foreach (var connection in limited)
            CloseWithoutRoles(connection);

        if (failures.Count > 0)
            throw new AggregateException(failures);
    }

    /// <summary>Takes the roles that a newer token took away.</summary>
    /// <returns>Whether there were any.</returns>
    private static bool Limit(ClientConnection connection, UserStanding? standing)
    {
        var before = connection.User.Roles;
        if (standing is not null)
        {
            connection.Renew(client => client with
            {
                User = client.User with { Roles = standing.Limit(client.User.Roles, client.TokenIssuedAt) },
            });
        }

        return connection.User.Roles != before;
    }

    private void CloseWithoutRoles(ClientConnection connection)
    {
        if (connection.User.Roles != Roles.None)
            return;
        RealtimeLog.AllRolesWithdrawn(logger, connection.Id);
        connection.Close(CloseCode.Forbidden, "All of your roles were withdrawn.");
    }

    private async Task AuthoriseAsync(ClientConnection connection, List<Exception> failures, CancellationToken cancellationToken)
    {
        var (rooms, resumes) = connection.Memberships.List();
        var left = 0;
        foreach (var room in rooms)
        {
            if (await IsAllowedAsync(new JoinRoom(connection.User, room), failures, cancellationToken))
                continue;
            left++;
            registry.Leave(connection, room);
            connection.Enqueue(MembershipFrames.RoomWithdrawn(room));
        }

        var lost = 0;
        foreach (var resumeId in resumes)
        {
            if (await IsAllowedAsync(new WatchResume(connection.User, resumeId), failures, cancellationToken))
                continue;
            lost++;
            registry.Unwatch(connection, resumeId);
            connection.Enqueue(MembershipFrames.WatchWithdrawn(resumeId));
        }

        if (left + lost > 0)
            RealtimeLog.RightsWithdrawn(logger, connection.Id, left, lost);
    }

    private async Task<bool> IsAllowedAsync<T>(IRequest<T> request, List<Exception> failures, CancellationToken cancellationToken)
    {
        try
        {
            await requests.SendAsync(request, cancellationToken);
            return true;
        }
        catch (RequestException)
        {
            return false;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            // Neither is known: it stays until the next try.
            failures.Add(failure);
            return true;
        }
    }
}
