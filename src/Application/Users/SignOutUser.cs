using HotGigs.Application.Common;
using HotGigs.Domain.Users;
using MediatR;

namespace HotGigs.Application.Users;

/// <summary>Ends all that a user's tokens until now allow; admins. Refuses with <c>forbidden</c>, and with <c>not_found</c> for somebody who was never here.</summary>
public sealed record SignOutUser(UserIdentity User, string UserId) : IRequest<Unit>;

internal sealed class SignOutUserHandler(IUserDirectory users, ISignOuts signOuts) : IRequestHandler<SignOutUser, Unit>
{
    public async Task<Unit> Handle(SignOutUser request, CancellationToken cancellationToken)
    {
        if (!request.User.IsAdmin)
            throw new RequestException(ErrorCode.Forbidden, "Only admins sign others out.");
        if (await users.FindAsync(request.UserId, cancellationToken) is null)
            throw RequestException.NotFound("The user");

        signOuts.SignOut(request.UserId);
        return Unit.Value;
    }
}
