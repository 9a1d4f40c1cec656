using FluentValidation;
using HotGigs.Application.Common;
using HotGigs.Domain.Emails;
using HotGigs.Domain.Users;
using MediatR;

namespace HotGigs.Application.Emails;

/// <summary>Asks for one page of the mails of a status, newest first; admins.</summary>
/// <param name="Cursor">The <see cref="EmailList.NextCursor"/> of the page before; <c>null</c> for the first.</param>
public sealed record ListEmails(UserIdentity User, EmailStatus Status, int Limit, string? Cursor) : IRequest<EmailList>
{
    public const int DefaultLimit = 20;
    public const int MaxLimit = 100;

    /// <summary>Names the list for its cursors.</summary>
    internal const string List = "mails";

    internal static void EnsureAllowed(UserIdentity user)
    {
        if (!user.IsAdmin)
            throw new RequestException(ErrorCode.Forbidden, "Only admins look after mails.");
    }
}

/// <summary>One page of mails.</summary>
public sealed record EmailList(IReadOnlyList<EmailDto> Emails, string? NextCursor);

internal sealed class ListEmailsValidator : AbstractValidator<ListEmails>
{
    public ListEmailsValidator()
    {
        RuleFor(query => query.Limit).InclusiveBetween(1, ListEmails.MaxLimit);
        RuleFor(query => query.Cursor)
            .Must(cursor => cursor is null || TimeCursor.TryRead(cursor, ListEmails.List, out _))
            .WithMessage("This is no cursor of this list. Start again without it.");
    }
}

internal sealed class ListEmailsHandler(IEmailDeliveries mails) : IRequestHandler<ListEmails, EmailList>
{
    public async Task<EmailList> Handle(ListEmails request, CancellationToken cancellationToken)
    {
        ListEmails.EnsureAllowed(request.User);
        EmailPosition? after = TimeCursor.TryRead(request.Cursor, ListEmails.List, out var position)
            ? new EmailPosition(position.At, position.Id)
            : null;
        var found = await mails.ListAsync(request.Status, after, request.Limit + 1, cancellationToken);
        var page = found.Take(request.Limit).ToList();
        var next = found.Count > page.Count ? TimeCursor.Write((page[^1].CreatedAt, page[^1].Id), ListEmails.List) : null;
        return new EmailList([.. page.Select(EmailDto.Of)], next);
    }
}
