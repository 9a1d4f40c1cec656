using FluentValidation;
using HotGigs.Domain.Users;
using MediatR;

namespace HotGigs.Application.Notifications;

/// <summary>
/// Asks for everything that changed in the user's feed after a position they know. The answer is the same object
/// by socket and by REST.
/// </summary>
public sealed record SyncNotifications(UserIdentity User, long Since, string Epoch) : IRequest<SyncResult>;

/// <summary>What a client missed.</summary>
/// <param name="Recovered">Whether the changes are complete. If not, the client throws its state away and reads the list.</param>
/// <param name="Seq">The position up to which this page is complete.</param>
/// <param name="Notifications">Those that changed, whole, ordered by their last change.</param>
/// <param name="Deleted">Those that are gone.</param>
/// <param name="UnreadCount">As of now, whatever the page holds.</param>
/// <param name="More">Whether to ask again from <paramref name="Seq"/>.</param>
public sealed record SyncResult(
    bool Recovered,
    string Epoch,
    long Seq,
    IReadOnlyList<NotificationDto> Notifications,
    IReadOnlyList<Guid> Deleted,
    int UnreadCount,
    bool More);

internal sealed class SyncNotificationsValidator : AbstractValidator<SyncNotifications>
{
    public SyncNotificationsValidator()
    {
        RuleFor(query => query.Since).GreaterThanOrEqualTo(0);
        RuleFor(query => query.Epoch).NotEmpty().MaximumLength(64);
    }
}

internal sealed class SyncNotificationsHandler(IFeedReader feeds) : IRequestHandler<SyncNotifications, SyncResult>
{
    private const int PageSize = 300;
    private const int MaxChange = 1_000;

    public async Task<SyncResult> Handle(SyncNotifications request, CancellationToken cancellationToken)
    {
        var changes = await feeds.ReadChangesAsync(request.User.Id, request.Since, PageSize, MaxChange, cancellationToken);
        var head = changes.Head;
        if (changes.IsIncomplete || request.Epoch != head.Epoch || request.Since > head.Seq)
            return new SyncResult(Recovered: false, head.Epoch, head.Seq, [], [], head.UnreadCount, More: false);

        return new SyncResult(
            Recovered: true,
            head.Epoch,
            changes.UpToSeq,
            [.. changes.Notifications.Where(one => !one.IsDeleted).Select(NotificationDto.Of)],
            [.. changes.Notifications.Where(one => one.IsDeleted).Select(one => one.Id)],
            head.UnreadCount,
            More: changes.UpToSeq < head.Seq);
    }
}
