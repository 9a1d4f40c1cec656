using HotGigs.Domain.Emails;
using HotGigs.Domain.Notifications;

namespace HotGigs.Application.Notifications.Delivery;

/// <summary>How one notification is to be delivered to one recipient.</summary>
/// <param name="Decisions">For each delivery channel, why it is taken or not.</param>
/// <param name="Email">The mail, where there is to be one.</param>
internal sealed record DeliveryPlan(DeliveryDecisions Decisions, EmailSchedule? Email)
{
    public bool IsInFeed => Decisions.Channels.HasFlag(DeliveryChannels.InApp);
}
