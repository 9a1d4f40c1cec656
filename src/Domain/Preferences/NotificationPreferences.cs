using HotGigs.Domain.Notifications;

namespace HotGigs.Domain.Preferences;

/// <summary>What a user wants to be told, by which delivery channels, and when not.</summary>
public sealed class NotificationPreferences
{
    private NotificationPreferences()
    {
    }

    public string UserId { get; private set; } = "";

    /// <summary>Only what differs from the defaults of the types, one entry per type at most.</summary>
    public IReadOnlyList<ChannelChoice> Choices { get; private set; } = [];

    public QuietHours QuietHours { get; private set; } = QuietHours.Default;

    public EmailPreference Email { get; private set; } = EmailPreference.Default;

    /// <summary>Grows with every change: of two changes at the same moment, the later one must have seen the other.</summary>
    public long Version { get; private set; }

    /// <summary>Those of a user who has chosen nothing.</summary>
    public static NotificationPreferences Default(string userId) => new() { UserId = userId };

    /// <summary>What the user has chosen for a type; nothing, where nothing was.</summary>
    public ChannelChoice ChoiceFor(NotificationType type) =>
        Choices.FirstOrDefault(choice => choice.Type == type) ?? new ChannelChoice(type, null, null, null);

    /// <summary>Takes over choices for the types they name; what they leave open stays as it is.</summary>
    public void Choose(IEnumerable<ChannelChoice> choices)
    {
        var chosen = Choices.ToDictionary(choice => choice.Type);
        foreach (var choice in choices)
        {
            var before = ChoiceFor(choice.Type);
            chosen[choice.Type] = new ChannelChoice(
                choice.Type, choice.InApp ?? before.InApp, choice.Email ?? before.Email, choice.Browser ?? before.Browser);
        }

        Choices = [.. chosen.Values.OrderBy(choice => choice.Type)];
        Version++;
    }

    /// <summary>Turns mails off, for one type or for all.</summary>
    public void TurnMailsOff(NotificationType? type)
    {
        NotificationType[] types = type is { } one ? [one] : Enum.GetValues<NotificationType>();
        var on = types.Where(each => ChoiceFor(each).Email != false).ToList();
        if (on.Count > 0)
            Choose(on.Select(each => new ChannelChoice(each, InApp: null, Email: false, Browser: null)));
    }

    public void Keep(QuietHours quietHours)
    {
        QuietHours = quietHours;
        Version++;
    }

    public void Receive(EmailPreference email)
    {
        Email = email;
        Version++;
    }
}
