using HotGigs.Application.Users;
using MediatR;

namespace HotGigs.Application.Notifications.Notify;

/// <summary>
/// Delivers what a Notify command composed to each recipient. Large audiences are written in slices, so that single
/// notifications get in between.
/// </summary>
internal sealed class NotifyHandler<TCommand>(IFeedWriter feeds, IUserDirectory users, TimeProvider clock)
    : IRequestHandler<TCommand, NotifyResult>
    where TCommand : NotifyCommand
{
    /// <summary>
    /// What is told to one user waits for one slice at most. Larger ones are hardly faster as a whole, and hold up
    /// others for longer; the figures are in docs/adr/0010-events-and-announcements.md.
    /// </summary>
    private const int RecipientsPerTransaction = 100;

    public async Task<NotifyResult> Handle(TCommand request, CancellationToken cancellationToken)
    {
        var draft = request.Draft();
        var result = NotifyResult.Nothing;
        foreach (var recipients in (await ResolveAsync(request.Audience, cancellationToken)).Chunk(RecipientsPerTransaction))
        {
            result += await feeds.WriteAsync(
                recipients,
                NotificationDelivery.KeyOf(draft),
                (feeds, ct) => NotificationDelivery.DeliverAsync(feeds, recipients, draft, clock.GetUtcNow(), ct),
                cancellationToken);
        }

        return result;
    }

    private async Task<IReadOnlyCollection<string>> ResolveAsync(Audience audience, CancellationToken cancellationToken) =>
        audience switch
        {
            Audience.OneUser one => [one.UserId],
            Audience.EveryoneWith everyone => await users.FindIdsByRolesAsync(everyone.Roles, cancellationToken),
            _ => throw new InvalidOperationException($"Unknown audience {audience}."),
        };
}
