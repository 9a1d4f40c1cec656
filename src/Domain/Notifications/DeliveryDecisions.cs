namespace HotGigs.Domain.Notifications;

/// <summary>What was decided for each delivery channel of one notification, by its reason.</summary>
public sealed record DeliveryDecisions(DeliveryReason InApp, DeliveryReason Email, DeliveryReason Browser)
{
    public static readonly DeliveryDecisions Unknown = All(DeliveryReason.Unknown);

    public static readonly DeliveryDecisions InAppOnly =
        new(DeliveryReason.OnByDefault, DeliveryReason.OffByDefault, DeliveryReason.OffByDefault);

    /// <summary>The delivery channels that were taken.</summary>
    public DeliveryChannels Channels =>
        (IsTaken(InApp) ? DeliveryChannels.InApp : DeliveryChannels.None)
        | (IsTaken(Email) ? DeliveryChannels.Email : DeliveryChannels.None)
        | (IsTaken(Browser) ? DeliveryChannels.Browser : DeliveryChannels.None);

    /// <summary>The same reason for all of them.</summary>
    public static DeliveryDecisions All(DeliveryReason reason) => new(reason, reason, reason);

    /// <summary>Whether a reason is one for taking a delivery channel.</summary>
    public static bool IsTaken(DeliveryReason reason) => reason is > DeliveryReason.Unknown and < DeliveryReason.OffByDefault;
}
