using HotGigs.Application.Users;
using HotGigs.Domain.Notifications;
using MediatR;

namespace HotGigs.Application.Notifications.Notify;

/// <summary>
/// Appends what a Notify command composed to the feed of each recipient, once per deduplication key. Large
/// audiences are written in slices, so that single notifications get in between.
/// </summary>
internal sealed class NotifyHandler<TCommand>(IFeedWriter feeds, IUserDirectory users, TimeProvider clock)
    : IRequestHandler<TCommand, NotifyResult>
    where TCommand : NotifyCommand
{
    private const int RecipientsPerTransaction = 500;

    public async Task<NotifyResult> Handle(TCommand request, CancellationToken cancellationToken)
    {
        var draft = request.Compose();
        draft = draft with
        {
            Actor = request.Actor,
            ExpiresAt = request.ExpiresAt,
            DeduplicationKey = request.DeduplicationKey ?? draft.DeduplicationKey,
        };

        var created = new List<Guid>();
        var duplicates = 0;
        foreach (var recipients in (await ResolveAsync(request.Audience, cancellationToken)).Chunk(RecipientsPerTransaction))
        {
            var ids = await feeds.WriteAsync(
                recipients, (feeds, ct) => AppendAsync(feeds, recipients, draft, ct), cancellationToken);
            created.AddRange(ids);
            duplicates += recipients.Length - ids.Count;
        }

        return new NotifyResult(created, duplicates);
    }

    private async Task<IReadOnlyCollection<string>> ResolveAsync(Audience audience, CancellationToken cancellationToken) =>
        audience switch
        {
            Audience.OneUser one => [one.UserId],
            Audience.EveryoneWith everyone => await users.FindIdsByRolesAsync(everyone.Roles, cancellationToken),
            _ => throw new InvalidOperationException($"Unknown audience {audience}."),
        };

    private async Task<IReadOnlyList<Guid>> AppendAsync(
        IFeedTransaction feeds, IReadOnlyCollection<string> recipients, NotificationDraft draft, CancellationToken cancellationToken)
    {
        var told = draft.DeduplicationKey is { } key
            ? await feeds.FindRecipientsAsync(recipients, draft.Type, key, cancellationToken)
            : new HashSet<string>();
        var now = clock.GetUtcNow();
        var ids = new List<Guid>(recipients.Count);
        foreach (var recipient in recipients.Where(recipient => !told.Contains(recipient)))
        {
            var notification = feeds.Feed(recipient).Append(draft, now);
            feeds.Add(notification);
            ids.Add(notification.Id);
        }

        return ids;
    }
}
