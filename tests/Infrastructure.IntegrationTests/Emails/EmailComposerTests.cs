using System.Net;
using System.Text;
using HotGigs.Application.Emails;
using HotGigs.Domain.Emails;
using HotGigs.Domain.Notifications;
using HotGigs.Domain.Preferences;
using HotGigs.Infrastructure.Emails.Composing;
using HotGigs.Infrastructure.IntegrationTests.Persistence;
using HotGigs.Infrastructure.Persistence;
using MimeKit;

namespace HotGigs.Infrastructure.IntegrationTests.Emails;

/// <summary>What mails say, and what cannot be made of them.</summary>
public sealed class EmailComposerTests() : EmailSpecification(new SqliteTestDatabase())
{
    /// <summary>Where set, every mail composed here is written to that folder, to be looked at.</summary>
    private const string LookVariable = "HOTGIGS_TEST_MAILS";

    public static TheoryData<NotificationType, string, string[]> Payloads => new()
    {
        { NotificationType.ResumeCompleted, """{"candidate_name":"Jane Doe"}""", ["Candidate: Jane Doe"] },
        { NotificationType.CandidateAdded, """{"candidate_name":"Jane Doe","source":"bulk_upload"}""", ["Candidate: Jane Doe"] },
        {
            NotificationType.CandidateShared,
            """{"candidate_name":"Jane Doe","shared_by":"Ada Lindqvist","share_reason":"Strong fit","share_notes":"Two years of Go.\nFree from May."}""",
            ["Shared by: Ada Lindqvist", "Reason: Strong fit", "Two years of Go.\nFree from May."]
        },
        { NotificationType.MatchFound, """{"match_score":87,"job_title":"Welder","candidate_name":null}""", ["Score: 87%", "Job: Welder"] },
        { NotificationType.BulkUploadCompleted, """{"total_files":50,"successful":50,"failed":0}""", ["Files: 50", "Successful: 50", "Failed: 0"] },
        { NotificationType.GoogleDriveSyncCompleted, """{"folder_name":"Résumés","new_files":12}""", ["Folder: Résumés", "New resumes: 12"] },
        { NotificationType.SystemAnnouncement, """{"until":"23:00","nested":{"a":1}}""", ["A message"] },
    };

    [Theory]
    [MemberData(nameof(Payloads))]
    public void Each_type_says_what_there_is_to_know(NotificationType type, string payload, string[] expected)
    {
        var message = Compose(SomeMail.Draft(type, payload));

        Assert.Equal("A title", message.Subject);
        Assert.All(expected, text => Assert.Contains(text, message.TextBody!.ReplaceLineEndings("\n"), StringComparison.Ordinal));
        foreach (var value in expected.SelectMany(text => text.Split(": ")))
            Assert.Contains(value, WebUtility.HtmlDecode(message.HtmlBody!), StringComparison.Ordinal);
        Assert.DoesNotContain("{{", message.TextBody + message.HtmlBody, StringComparison.Ordinal);
        Look(message, type.ToString());
    }

    [Fact]
    public void Every_type_can_be_written_whatever_its_payload() => Assert.All(Enum.GetValues<NotificationType>(), type =>
        Assert.Contains("A message", Compose(SomeMail.Draft(type, "{}")).TextBody, StringComparison.Ordinal));

    [Fact]
    public void What_others_have_written_is_no_markup()
    {
        const string Evil = "<img src=x onerror=alert(1)> & \"quotes\" 'too'";
        var payload = System.Text.Json.JsonSerializer.Serialize(new { candidate_name = Evil, share_notes = Evil, share_reason = "{{unsubscribe}}" });
        var message = Compose(SomeMail.Draft(NotificationType.CandidateShared, payload, title: Evil, message: Evil), name: Evil);

        Assert.DoesNotContain("<img", message.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("&lt;img src=x onerror=alert(1)&gt; &amp; &quot;quotes&quot;", message.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("{{unsubscribe}}", message.HtmlBody, StringComparison.Ordinal);
        Assert.Contains(Evil, message.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_break_in_a_title_or_a_name_adds_no_header()
    {
        var message = Compose(
            SomeMail.Draft(NotificationType.SystemAnnouncement, "{}", title: "Tonight\r\nBcc: eve@example.com\r\n\r\nBody"), name: "Rosa\r\nBcc: eve@example.com");

        Assert.Empty(message.Bcc);
        Assert.Equal("rosa@example.com", Assert.Single(message.To.Mailboxes).Address);
        Assert.Equal("Tonight  Bcc: eve@example.com    Body", message.Subject);
    }

    [Fact]
    public void An_address_that_leads_elsewhere_is_no_link()
    {
        var message = Compose(SomeMail.Draft(NotificationType.SystemAnnouncement, "{}") with { ActionUrl = "//evil.example.com" });

        Assert.DoesNotContain("evil", message.HtmlBody + message.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public void A_digest_that_has_grown_is_another_mail_and_an_unchanged_one_the_same()
    {
        var first = SomeMail.Of(EmailGrouping.Digest);
        var second = SomeMail.Of(EmailGrouping.Digest);
        var third = SomeMail.Of(EmailGrouping.Digest);

        Assert.Equal(Compose([first, second]).MessageId, Compose([second, first]).MessageId);
        Assert.NotEqual(Compose([first, second]).MessageId, Compose([first, second, third]).MessageId);
    }

    [Fact]
    public void A_long_digest_lists_the_first_fifty()
    {
        var message = Compose([.. Enumerable.Range(0, 60).Select(_ => SomeMail.Of(EmailGrouping.Digest))]);

        Assert.Contains("And 10 more.", message.TextBody, StringComparison.Ordinal);
        Assert.Contains("And 10 more.", message.HtmlBody, StringComparison.Ordinal);
        Look(message, "Digest");
    }

    [Fact]
    public void A_digests_link_turns_all_mails_off_and_any_others_only_those_of_its_type()
    {
        Assert.Equal(new Unsubscription("rosa", null), Read(Compose([SomeMail.Of(EmailGrouping.Digest)])));
        Assert.Equal(new Unsubscription("rosa", NotificationType.MatchFound), Read(Compose([SomeMail.Of(EmailGrouping.Summary)])));
        Assert.Equal(new Unsubscription("rosa", NotificationType.MatchFound), Read(Compose([SomeMail.Of(EmailGrouping.None)])));
    }

    private MimeMessage Compose(NotificationDraft draft, string name = "Rosa Delgado") => Compose([SomeMail.Of(EmailGrouping.None, draft)], name);

    /// <summary>Written and read again, as it goes over the wire.</summary>
    private MimeMessage Compose(IReadOnlyList<EmailDelivery> mails, string name = "Rosa Delgado")
    {
        Assert.True(HotGigs.Infrastructure.Emails.EmailAddresses.TryParse("rosa@example.com", name, out var recipient));
        var facts = new EmailFacts(name, "rosa@example.com", NotificationPreferences.Default("rosa"), new Dictionary<Guid, NotificationFacts>());
        using var written = new MemoryStream();
        Node.Get<EmailComposer>().Compose(new EmailContent(mails[0].Grouping, mails, recipient, facts)).WriteTo(written, Cancelled);
        written.Position = 0;
        return MimeMessage.Load(written, Cancelled);
    }

    private Unsubscription Read(MimeMessage message)
    {
        var token = Tests.Shared.Mail.ReceivedMail.LinkOf(message).Query["?token=".Length..];
        Assert.True(Node.Get<IUnsubscribeTokens>().TryRead(token, out var unsubscription));
        return unsubscription;
    }

    private static void Look(MimeMessage message, string name)
    {
        if (Environment.GetEnvironmentVariable(LookVariable) is { Length: > 0 } folder)
            File.WriteAllText(Path.Combine(folder, $"{name}.html"), message.HtmlBody, Encoding.UTF8);
    }
}
