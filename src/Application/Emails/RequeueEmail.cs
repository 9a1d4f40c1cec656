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
        try
        {
            var mail = await mails.RequeueAsync(request.Id, cancellationToken) ?? throw RequestException.NotFound("The mail");
            queue.Wake();
            return EmailDto.Of(mail);
        }
        catch (InvalidOperationException)
        {
            throw new RequestException(ErrorCode.Conflict, "Only a mail that was given up can be put back into the queue.");
        }
    }
}
