using HotGigs.Infrastructure.Emails;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HotGigs.Infrastructure.IntegrationTests.Emails;

public sealed class EmailOptionsTests
{
    [Fact]
    public void Nothing_has_to_be_set() => Assert.Null(Read().Host);

    [Fact]
    public void An_SMTP_server_needs_a_sender_and_the_address_of_the_site()
    {
        Assert.Equal(
            [
                "Email:FromAddress is missing: mails need a sender.",
                "Email:BaseAddress is missing: the links in mails need the address of this site.",
            ],
            Refused(("Host", "mail.example.com")));
        Assert.Equal("mail.example.com", Read(("Host", "mail.example.com"), ("FromAddress", "a@example.com"), ("BaseAddress", "https://x.example.com")).Host);
    }

    [Theory]
    [InlineData("FromAddress", "nobody")]
    [InlineData("FromAddress", "a@example.com, b@example.com")]
    [InlineData("FromName", "Hot\nGigs")]
    [InlineData("BaseAddress", "hotgigs.example.com")]
    [InlineData("BaseAddress", "ftp://hotgigs.example.com")]
    [InlineData("BaseAddress", "https://hotgigs.example.com?a=b")]
    [InlineData("User", "somebody")]
    [InlineData("Port", "0")]
    [InlineData("Security", "9")]
    [InlineData("Parallelism", "0")]
    [InlineData("MaxAttempts", "0")]
    [InlineData("Lease", "00:00:30")]
    [InlineData("RetryDelay", "00:00:00")]
    [InlineData("SendTimeout", "00:00:15")]
    [InlineData("ConnectTimeout", "00:01:30")]
    public void What_cannot_work_is_refused_and_named(string option, string value) =>
        Assert.Contains(option, Assert.Single(Refused((option, value))), StringComparison.Ordinal);

    [Theory]
    [InlineData(1, 0, "00:00:30")]
    [InlineData(1, 1, "00:01:00")]
    [InlineData(2, 1, "00:03:00")]
    [InlineData(7, 1, "06:00:00")]
    [InlineData(50, 1, "06:00:00")]
    public void A_mail_that_fails_again_waits_longer(int failures, double jitter, string expected) =>
        Assert.Equal(TimeSpan.Parse(expected, null), Backoff.DelayAfter(failures, new EmailOptions(), jitter));

    private static IEnumerable<string> Refused(params (string Name, string Value)[] settings) =>
        Assert.Throws<OptionsValidationException>(() => Read(settings)).Failures;

    private static EmailOptions Read(params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(one => KeyValuePair.Create<string, string?>($"Email:{one.Name}", one.Value)))
            .Build();
        using var services = new ServiceCollection().AddLogging().AddEmailSending(configuration).BuildServiceProvider();
        return services.GetRequiredService<IOptions<EmailOptions>>().Value;
    }
}
