using HotGigs.Application.Common;
using HotGigs.Domain.Users;
using MediatR;

namespace HotGigs.Application.Emails;

/// <summary>Tries a mail that was given up again; admins.</summary>
public sealed record RequeueEmail(UserIdentity User, Guid Id) : IRequest<EmailDto>;

internal sealed class RequeueEmailHandler(IEmailDeliveries mails, IEmailQueueSignal queue) : IRequestHandler<RequeueEmail, EmailDto>
{
    public async Task<EmailDto> Handle(RequeueEmail request, CancellationToken cancellationToken)
    {
        ListEmails.EnsureAllowed(request.User);
        var result = await mails.RequeueAsync(request.Id, cancellationToken) ?? throw RequestException.NotFound("The mail");
        if (!result.WasDead)
            throw new RequestException(ErrorCode.Conflict, "Only a mail that was given up can be put back into the queue.");
        queue.Wake();
        return EmailDto.Of(result.Mail);
    }
}
