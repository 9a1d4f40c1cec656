using HotGigs.Application.Common;
using HotGigs.Domain.Users;
using MediatR;

namespace HotGigs.Application.Emails;

/// <summary>Asks for one mail: what became of it since it was put back, say; admins.</summary>
public sealed record GetEmail(UserIdentity User, Guid Id) : IRequest<EmailDto>;

internal sealed class GetEmailHandler(IEmailDeliveries mails) : IRequestHandler<GetEmail, EmailDto>
{
    public async Task<EmailDto> Handle(GetEmail request, CancellationToken cancellationToken)
    {
        ListEmails.EnsureAllowed(request.User);
        return EmailDto.Of(await mails.FindAsync(request.Id, cancellationToken) ?? throw RequestException.NotFound("The mail"));
    }
}
