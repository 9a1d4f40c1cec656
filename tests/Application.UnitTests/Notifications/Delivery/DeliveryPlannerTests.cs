using HotGigs.Application.Notifications.Delivery;
using HotGigs.Domain.Emails;
using HotGigs.Domain.Notifications;
using HotGigs.Domain.Preferences;

namespace HotGigs.Application.UnitTests.Notifications.Delivery;

/// <summary>Type × preferences × quiet hours: by which delivery channels a notification goes, when, and why.</summary>
public sealed class DeliveryPlannerTests
{
    private static readonly NotificationTraits ByMailToo = new(NotificationType.MatchFound, Email: true, Critical: false, EmailsPerHour: 2);
    private static readonly NotificationTraits InAppOnly = new(NotificationType.CandidateAdded, Email: false, Critical: false, EmailsPerHour: 0);
    private static readonly NotificationTraits Critical = new(NotificationType.SystemAnnouncement, Email: true, Critical: true, EmailsPerHour: 0);

    private readonly NotificationPreferences preferences = NotificationPreferences.Default("rita");
    private bool hasEmail = true;

    [Fact]
    public void Who_has_chosen_nothing_gets_what_the_type_declares()
    {
        Assert.Equal(
            new DeliveryDecisions(DeliveryReason.OnByDefault, DeliveryReason.OffByDefault, DeliveryReason.OnByDefault),
            Plan(InAppOnly).Decisions);
        Assert.Equal(DeliveryReason.IfUnread, Plan(ByMailToo).Decisions.Email);
    }

    [Fact]
    public void A_choice_goes_before_what_the_type_declares()
    {
        Choose(NotificationType.CandidateAdded, inApp: true, email: true, browser: false);
        preferences.Receive(new EmailPreference(EmailMode.Immediate, 15, default));

        var plan = Plan(InAppOnly);

        Assert.Equal(
            new DeliveryDecisions(DeliveryReason.OnByPreference, DeliveryReason.OnByPreference, DeliveryReason.OffByPreference),
            plan.Decisions);
        Assert.Equal(DeliveryChannels.InApp | DeliveryChannels.Email, plan.Decisions.Channels);
        Assert.Equal(new EmailSchedule(At.Noon, EmailGrouping.None, OnlyIfUnread: false), plan.Email);
    }

    [Fact]
    public void Out_of_the_feed_there_is_nothing_for_the_browser_to_show_and_mails_still_come()
    {
        Choose(NotificationType.MatchFound, inApp: false, email: null, browser: true);

        var plan = Plan(ByMailToo);

        Assert.False(plan.IsInFeed);
        Assert.Equal(DeliveryReason.NotInFeed, plan.Decisions.Browser);
        Assert.NotNull(plan.Email);
    }

    [Fact]
    public void A_mail_waits_for_the_delay_and_is_sent_only_if_still_unread()
    {
        preferences.Receive(new EmailPreference(EmailMode.IfUnread, 45, default));

        Assert.Equal(new EmailSchedule(At.Minute(45), EmailGrouping.None, OnlyIfUnread: true), Plan(ByMailToo).Email);
    }

    [Fact]
    public void A_digest_comes_at_its_time_of_the_users_day()
    {
        preferences.Receive(new EmailPreference(EmailMode.Digest, 15, new TimeOnly(8, 30)));
        preferences.Keep(new QuietHours(Enabled: false, new TimeOnly(22, 0), new TimeOnly(7, 0), "Europe/Berlin"));

        var plan = Plan(ByMailToo);

        Assert.Equal(DeliveryReason.Digest, plan.Decisions.Email);
        Assert.Equal(EmailGrouping.Digest, plan.Email!.Grouping);
        var due = TimeZoneInfo.ConvertTime(plan.Email.DueAt, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));
        Assert.Equal(new TimeOnly(8, 30), TimeOnly.FromDateTime(due.DateTime));
        Assert.InRange(plan.Email.DueAt, At.Noon, At.Noon.AddDays(1));
    }

    [Fact]
    public void In_quiet_hours_the_feed_goes_on_nothing_rings_and_mails_wait_until_they_end()
    {
        preferences.Keep(new QuietHours(Enabled: true, new TimeOnly(11, 0), new TimeOnly(14, 0), "UTC"));

        var plan = Plan(ByMailToo);

        Assert.Equal(
            new DeliveryDecisions(DeliveryReason.OnByDefault, DeliveryReason.AfterQuietHours, DeliveryReason.QuietHours), plan.Decisions);
        Assert.Equal(At.Minute(120), plan.Email!.DueAt);
    }

    [Fact]
    public void A_mail_that_is_due_after_the_quiet_hours_anyway_is_not_held_back()
    {
        preferences.Keep(new QuietHours(Enabled: true, new TimeOnly(11, 0), new TimeOnly(12, 10), "UTC"));

        var plan = Plan(ByMailToo);

        Assert.Equal((DeliveryReason.IfUnread, At.Minute(15)), (plan.Decisions.Email, plan.Email!.DueAt));
    }

    [Fact]
    public void A_mail_that_would_be_due_in_quiet_hours_waits_for_their_end_even_if_it_happens_before_them()
    {
        preferences.Keep(new QuietHours(Enabled: true, new TimeOnly(12, 10), new TimeOnly(14, 0), "UTC"));

        Assert.Equal((DeliveryReason.AfterQuietHours, At.Minute(120)), (Plan(ByMailToo).Decisions.Email, Plan(ByMailToo).Email!.DueAt));
        Assert.Equal(At.Minute(120), DeliveryPlanner.Plan(ByMailToo, Rita, mailsThisHour: 2, At.Noon).Email!.DueAt);
    }

    [Fact]
    public void What_is_critical_cannot_be_muted_and_does_not_wait()
    {
        Choose(NotificationType.SystemAnnouncement, inApp: false, email: null, browser: null);
        preferences.Keep(new QuietHours(Enabled: true, new TimeOnly(11, 0), new TimeOnly(14, 0), "UTC"));
        preferences.Receive(new EmailPreference(EmailMode.Digest, 15, new TimeOnly(8, 0)));

        var plan = Plan(Critical);

        Assert.Equal(new DeliveryDecisions(DeliveryReason.Critical, DeliveryReason.OnByDefault, DeliveryReason.OnByDefault), plan.Decisions);
        Assert.Equal(new EmailSchedule(At.Noon, EmailGrouping.None, OnlyIfUnread: false), plan.Email);
    }

    [Fact]
    public void Without_an_address_there_is_no_mail()
    {
        hasEmail = false;

        Assert.Equal((DeliveryReason.NoAddress, null), (Plan(ByMailToo).Decisions.Email, Plan(ByMailToo).Email));
    }

    [Theory]
    [InlineData(0, DeliveryReason.IfUnread)]
    [InlineData(1, DeliveryReason.IfUnread)]
    [InlineData(2, DeliveryReason.Summary)]
    [InlineData(50, DeliveryReason.Summary)]
    public void Above_the_rate_of_the_type_the_rest_of_the_hour_becomes_one_summary(int mailsThisHour, DeliveryReason reason)
    {
        var plan = DeliveryPlanner.Plan(ByMailToo, Rita, mailsThisHour, At.Minute(20));

        Assert.Equal(reason, plan.Decisions.Email);
        if (reason == DeliveryReason.Summary)
            Assert.Equal(new EmailSchedule(At.Minute(60), EmailGrouping.Summary, OnlyIfUnread: true), plan.Email);
    }

    private Recipient Rita => new("rita", hasEmail, preferences);

    private DeliveryPlan Plan(NotificationTraits traits) => DeliveryPlanner.Plan(traits, Rita, mailsThisHour: 0, At.Noon);

    private void Choose(NotificationType type, bool? inApp, bool? email, bool? browser) =>
        preferences.Choose([new ChannelChoice(type, inApp, email, browser)]);
}
